import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("app_rooms").addColumn("metadata", "text").execute();
  await db.schema.alterTable("app_rooms").addColumn("created_by", "text").execute();
  await db.schema.alterTable("app_rooms").addColumn("ended_at", "bigint").execute();
  await db.schema
    .createIndex("app_rooms_by_created_at")
    .on("app_rooms")
    .columns(["app_id", "created_at", "room_id"])
    .execute();

  await db.schema
    .createTable("room_requests")
    .addColumn("app_id", "text", (column) => column.notNull())
    .addColumn("request_key", "text", (column) => column.notNull())
    .addColumn("body_hash", "text", (column) => column.notNull())
    .addColumn("room_id", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("room_requests_key", ["app_id", "request_key"])
    .execute();
}
