import type { Kysely } from "kysely";
import type { RoomStore } from "../core/ports.ts";
import type { Room, RoomKey } from "../core/room.ts";
import type { AppRoomRow, Tables } from "./tables.ts";

/** RoomStore over any engine that Kysely speaks to. */
export function createRoomStore(db: Kysely<Tables>): RoomStore {
  async function find({ appId, roomId }: RoomKey): Promise<Room | undefined> {
    const row = await db
      .selectFrom("app_rooms")
      .selectAll()
      .where("app_id", "=", appId)
      .where("room_id", "=", roomId)
      .executeTakeFirst();
    return row && toRoom(row);
  }

  return {
    find,

    async list(appId, limit) {
      const rows = await db
        .selectFrom("app_rooms")
        .selectAll()
        .where("app_id", "=", appId)
        .where("visibility", "=", "listed")
        .orderBy("last_used", "desc")
        .orderBy("room_id")
        .limit(limit)
        .execute();
      return rows.map(toRoom);
    },

    async remove({ appId, roomId }) {
      await db.deleteFrom("app_rooms").where("app_id", "=", appId).where("room_id", "=", roomId).execute();
    },

    async sweep(visibility, before) {
      const { numDeletedRows } = await db
        .deleteFrom("app_rooms")
        .where("visibility", "=", visibility)
        .where("last_used", "<", before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async create(room) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("app_rooms")
        .values(toRow(room))
        .onConflict((conflict) => conflict.columns(["app_id", "room_id"]).doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 1n) return { room, created: true };
      return { room: (await find(room)) ?? room, created: false };
    },

    async update(key, patch) {
      const { allowScreenShare } = patch;
      const changes = {
        ...(patch.maxParticipants === undefined ? {} : { max_participants: patch.maxParticipants }),
        ...(allowScreenShare === undefined ? {} : { allow_screen_share: Number(allowScreenShare) }),
        ...(patch.passwordHash === undefined ? {} : { password_hash: patch.passwordHash }),
        ...(patch.passwordHint === undefined ? {} : { password_hint: patch.passwordHint }),
      };
      if (Object.keys(changes).length === 0) return find(key);
      const row = await db
        .updateTable("app_rooms")
        .set(changes)
        .where("app_id", "=", key.appId)
        .where("room_id", "=", key.roomId)
        .returningAll()
        .executeTakeFirst();
      return row && toRoom(row);
    },
  };
}

function toRoom(row: AppRoomRow): Room {
  return {
    appId: row.app_id,
    roomId: row.room_id,
    name: row.name,
    visibility: row.visibility,
    createdAt: row.created_at,
    lastUsed: row.last_used,
    maxParticipants: row.max_participants,
    allowScreenShare: row.allow_screen_share === 1,
    passwordHash: row.password_hash,
    passwordHint: row.password_hint,
    ownerKeyHash: row.owner_key_hash,
    totalSessions: row.total_sessions,
    totalDuration: row.total_duration,
  };
}

function toRow(room: Room): AppRoomRow {
  return {
    app_id: room.appId,
    room_id: room.roomId,
    name: room.name,
    visibility: room.visibility,
    created_at: room.createdAt,
    last_used: room.lastUsed,
    max_participants: room.maxParticipants,
    allow_screen_share: Number(room.allowScreenShare),
    password_hash: room.passwordHash,
    password_hint: room.passwordHint,
    owner_key_hash: room.ownerKeyHash,
    total_sessions: room.totalSessions,
    total_duration: room.totalDuration,
  };
}
