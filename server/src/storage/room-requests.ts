import type { Transaction } from "kysely";
import type { OpenRequest } from "../core/ports.ts";
import type { RoomKey } from "../core/room.ts";
import type { Tables } from "./tables.ts";

/** What came of a request that was made under this key before and is still kept, if any. */
export async function answerOf(
  trx: Transaction<Tables>,
  appId: string,
  { key, bodyHash, since }: OpenRequest,
): Promise<{ outcome: "repeated"; roomId: string } | { outcome: "mismatch" } | undefined> {
  const row = await trx
    .selectFrom("room_requests")
    .selectAll()
    .where("app_id", "=", appId)
    .where("request_key", "=", key)
    .where("created_at", ">=", since)
    .executeTakeFirst();
  if (!row) return undefined;
  return row.body_hash === bodyHash ? { outcome: "repeated", roomId: row.room_id } : { outcome: "mismatch" };
}

/** Keeps what came of a request, and forgets the app's old ones. */
export async function keepRequest(
  trx: Transaction<Tables>,
  { appId, roomId, createdAt }: RoomKey & { createdAt: number },
  { key, bodyHash, since }: OpenRequest,
): Promise<void> {
  await trx.deleteFrom("room_requests").where("app_id", "=", appId).where("created_at", "<", since).execute();
  await trx
    .insertInto("room_requests")
    .values({ app_id: appId, request_key: key, body_hash: bodyHash, room_id: roomId, created_at: createdAt })
    .execute();
}
