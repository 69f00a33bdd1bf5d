import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("app_rooms").addColumn("name", "text").execute();
  // Those that are there already were made for whoever has their link.
  await db.schema
    .alterTable("app_rooms")
    .addColumn("visibility", "text", (column) => column.notNull().defaultTo("unlisted"))
    .execute();
  await db.schema
    .createIndex("app_rooms_by_last_used")
    .on("app_rooms")
    .columns(["app_id", "visibility", "last_used"])
    .execute();
}
