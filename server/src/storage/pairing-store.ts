import type { Kysely } from "kysely";
import type { PairingStore } from "../core/ports.ts";
import type { Tables } from "./tables.ts";

/** PairingStore over any engine that Kysely speaks to. The first statement of each transaction decides its race. */
export function createPairingStore(db: Kysely<Tables>): PairingStore {
  return {
    create({ joinId, client1, expiresAt }, now) {
      return db.transaction().execute(async (trx) => {
        await trx.deleteFrom("pendings").where("joinid", "=", joinId).where("exp", "<=", iso(now)).execute();
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto("pendings")
          .values({ joinid: joinId, client1, exp: iso(expiresAt), client2: null })
          .onConflict((conflict) => conflict.column("joinid").doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      });
    },

    accept({ joinId, client2, roomId }, now) {
      return db.transaction().execute(async (trx) => {
        const pending = await trx
          .updateTable("pendings")
          .set({ client2 })
          .where("joinid", "=", joinId)
          .where("client2", "is", null)
          .where("exp", ">", iso(now))
          .returning("client1")
          .executeTakeFirst();
        if (!pending) {
          const taken = await trx
            .selectFrom("pendings")
            .select("joinid")
            .where("joinid", "=", joinId)
            .where("exp", ">", iso(now))
            .executeTakeFirst();
          return taken ? "taken" : "absent";
        }
        await trx.insertInto("rooms").values({ roomid: roomId, client1: pending.client1, client2 }).execute();
        await trx.insertInto("acceptances").values({ joinid: joinId, roomid: roomId }).execute();
        return "accepted";
      });
    },

    check({ joinId, client1 }, now) {
      return db.transaction().execute(async (trx) => {
        const live = trx
          .selectFrom("pendings")
          .select("joinid")
          .where("joinid", "=", joinId)
          .where("client1", "=", client1)
          .where("exp", ">", iso(now));
        const acceptance = await trx
          .deleteFrom("acceptances")
          .where("joinid", "in", live)
          .returning("roomid")
          .executeTakeFirst();
        if (acceptance) {
          await trx.deleteFrom("pendings").where("joinid", "=", joinId).execute();
          return { outcome: "accepted", roomId: acceptance.roomid } as const;
        }
        const waiting = await live.where("client2", "is", null).executeTakeFirst();
        return { outcome: waiting ? "waiting" : "absent" } as const;
      });
    },

    async find(roomId) {
      const row = await db.selectFrom("rooms").selectAll().where("roomid", "=", roomId).executeTakeFirst();
      return row && { roomId: row.roomid, client1: row.client1, client2: row.client2 };
    },

    remove(roomId) {
      return db.transaction().execute(async (trx) => {
        // A code must not lead to a room that is gone.
        await trx
          .deleteFrom("pendings")
          .where("joinid", "in", (of) => of.selectFrom("acceptances").select("joinid").where("roomid", "=", roomId))
          .execute();
        const { numDeletedRows } = await trx.deleteFrom("rooms").where("roomid", "=", roomId).executeTakeFirst();
        return numDeletedRows > 0n;
      });
    },

    purge(device) {
      return db.transaction().execute(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom("pendings")
          .where((pending) =>
            pending.or([
              pending("client1", "=", device),
              pending("joinid", "in", (of) =>
                of
                  .selectFrom("acceptances")
                  .innerJoin("rooms", "rooms.roomid", "acceptances.roomid")
                  .select("joinid")
                  .where((room) => room.or([room("client1", "=", device), room("client2", "=", device)])),
              ),
            ]),
          )
          .executeTakeFirst();
        const rooms = await trx
          .deleteFrom("rooms")
          .where((room) => room.or([room("client1", "=", device), room("client2", "=", device)]))
          .returning("roomid")
          .execute();
        return { roomIds: rooms.map(({ roomid }) => roomid), pendings: Number(numDeletedRows) };
      });
    },

    async sweep(now) {
      const { numDeletedRows } = await db.deleteFrom("pendings").where("exp", "<=", iso(now)).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

const iso = (time: number) => new Date(time).toISOString();
