import type { Kysely, Transaction } from "kysely";
import type { RoomStore } from "../core/ports.ts";
import type { Room, RoomKey } from "../core/room.ts";
import { answerOf, keepRequest } from "./room-requests.ts";
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

    async page(appId, { after, limit }) {
      let rows = db
        .selectFrom("app_rooms")
        .selectAll()
        .where("app_id", "=", appId)
        .where("visibility", "!=", "invited")
        .orderBy("created_at", "desc")
        .orderBy("room_id", "desc")
        .limit(limit);
      if (after !== undefined) {
        rows = rows.where((room) =>
          room.or([
            room("created_at", "<", after.at),
            room.and([room("created_at", "=", after.at), room("room_id", "<", after.id)]),
          ]),
        );
      }
      return (await rows.execute()).map(toRoom);
    },

    open(room, { maxOpen, request }) {
      return db.transaction().execute(async (trx) => {
        const repeated = request && (await answerOf(trx, room.appId, request));
        if (repeated) return repeated;
        if (maxOpen !== null && (await countOpen(trx, room.appId)) >= maxOpen) return { outcome: "limit" };
        await trx.insertInto("app_rooms").values(toRow(room)).execute();
        if (request) await keepRequest(trx, room, request);
        return { outcome: "opened" };
      });
    },

    async end({ appId, roomId }, endedAt) {
      const { numUpdatedRows } = await db
        .updateTable("app_rooms")
        .set({ ended_at: endedAt })
        .where("app_id", "=", appId)
        .where("room_id", "=", roomId)
        .where("ended_at", "is", null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
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
      const { allowScreenShare, metadata } = patch;
      const changes = {
        ...(patch.name === undefined ? {} : { name: patch.name }),
        ...(metadata === undefined ? {} : { metadata: metadata && JSON.stringify(metadata) }),
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

async function countOpen(trx: Transaction<Tables>, appId: string): Promise<number> {
  const { rooms } = await trx
    .selectFrom("app_rooms")
    .select((room) => room.fn.countAll().as("rooms"))
    .where("app_id", "=", appId)
    .where("visibility", "!=", "invited")
    .where("ended_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(rooms);
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
    metadata: row.metadata === null ? null : (JSON.parse(row.metadata) as Record<string, unknown>),
    createdBy: row.created_by,
    endedAt: row.ended_at,
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
    metadata: room.metadata && JSON.stringify(room.metadata),
    created_by: room.createdBy,
    ended_at: room.endedAt,
  };
}
