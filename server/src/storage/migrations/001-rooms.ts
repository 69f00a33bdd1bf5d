import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("app_rooms")
    .addColumn("app_id", "text", (column) => column.notNull())
    .addColumn("room_id", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("last_used", "bigint", (column) => column.notNull())
    .addColumn("max_participants", "integer", (column) => column.notNull())
    .addColumn("allow_screen_share", "integer", (column) => column.notNull())
    .addColumn("password_hash", "text")
    .addColumn("password_hint", "text")
    .addColumn("owner_key_hash", "text")
    .addColumn("total_sessions", "bigint", (column) => column.notNull().defaultTo(0))
    .addColumn("total_duration", "bigint", (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint("app_rooms_key", ["app_id", "room_id"])
    .execute();

  await db.schema
    .createTable("room_sessions")
    .addColumn("session_id", "text", (column) => column.primaryKey())
    .addColumn("app_id", "text", (column) => column.notNull())
    .addColumn("room_id", "text", (column) => column.notNull())
    .addColumn("started_at", "bigint", (column) => column.notNull())
    .addColumn("ended_at", "bigint")
    .addColumn("peak_participants", "integer", (column) => column.notNull())
    .addForeignKeyConstraint(
      "room_sessions_room",
      ["app_id", "room_id"],
      "app_rooms",
      ["app_id", "room_id"],
      (constraint) => constraint.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("room_sessions_by_room")
    .on("room_sessions")
    .columns(["app_id", "room_id", "started_at"])
    .execute();
}
