import type { Kysely, Transaction } from "kysely";
import type { SessionStore } from "../core/ports.ts";
import type { RoomSessionRow, Tables } from "./tables.ts";

/** SessionStore over any engine that Kysely speaks to. */
export function createSessionStore(db: Kysely<Tables>): SessionStore {
  return {
    async start({ sessionId, appId, roomId, startedAt }) {
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto("room_sessions")
          .values({
            session_id: sessionId,
            app_id: appId,
            room_id: roomId,
            started_at: startedAt,
            ended_at: null,
            peak_participants: 1,
          })
          .execute();
        await touch(trx, { app_id: appId, room_id: roomId }, startedAt);
      });
    },

    async end({ sessionId }, endedAt, peak) {
      await db.transaction().execute(async (trx) => {
        const row = await openSession(trx, sessionId);
        if (row) await close(trx, row, endedAt, peak);
      });
    },

    async touch(keys, now) {
      await db.transaction().execute(async (trx) => {
        for (const { appId, roomId } of keys) await touch(trx, { app_id: appId, room_id: roomId }, now);
      });
    },

    async page({ appId, roomId }, { after, limit }) {
      let rows = db
        .selectFrom("room_sessions")
        .selectAll()
        .where("app_id", "=", appId)
        .where("room_id", "=", roomId)
        .orderBy("started_at", "desc")
        .orderBy("session_id", "desc")
        .limit(limit);
      if (after !== undefined) {
        rows = rows.where((session) =>
          session.or([
            session("started_at", "<", after.at),
            session.and([session("started_at", "=", after.at), session("session_id", "<", after.id)]),
          ]),
        );
      }
      return (await rows.execute()).map((row) => ({
        appId: row.app_id,
        roomId: row.room_id,
        sessionId: row.session_id,
        startedAt: row.started_at,
        endedAt: row.ended_at,
        peak: row.peak_participants,
      }));
    },

    async closeOrphans() {
      return db.transaction().execute(async (trx) => {
        const rows = await trx
          .selectFrom("room_sessions")
          .innerJoin("app_rooms", (join) =>
            join
              .onRef("app_rooms.app_id", "=", "room_sessions.app_id")
              .onRef("app_rooms.room_id", "=", "room_sessions.room_id"),
          )
          .selectAll("room_sessions")
          .select("app_rooms.last_used")
          .where("room_sessions.ended_at", "is", null)
          .execute();
        for (const row of rows) {
          await close(trx, row, Math.max(row.started_at, row.last_used), row.peak_participants);
        }
        return rows.length;
      });
    },
  };
}

function openSession(trx: Transaction<Tables>, sessionId: string): Promise<RoomSessionRow | undefined> {
  return trx
    .selectFrom("room_sessions")
    .selectAll()
    .where("session_id", "=", sessionId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
}

async function close(trx: Transaction<Tables>, row: RoomSessionRow, endedAt: number, peak: number): Promise<void> {
  await trx
    .updateTable("room_sessions")
    .set({ ended_at: endedAt, peak_participants: peak })
    .where("session_id", "=", row.session_id)
    .execute();
  await trx
    .updateTable("app_rooms")
    .set((room) => ({
      total_sessions: room("total_sessions", "+", 1),
      total_duration: room("total_duration", "+", Math.max(0, endedAt - row.started_at)),
    }))
    .where("app_id", "=", row.app_id)
    .where("room_id", "=", row.room_id)
    .execute();
  await touch(trx, row, endedAt);
}

async function touch(
  trx: Transaction<Tables>,
  key: { app_id: string; room_id: string },
  lastUsed: number,
): Promise<void> {
  await trx
    .updateTable("app_rooms")
    .set({ last_used: lastUsed })
    .where("app_id", "=", key.app_id)
    .where("room_id", "=", key.room_id)
    .execute();
}
