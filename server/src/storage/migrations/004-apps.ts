import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("apps")
    .addColumn("app_id", "text", (column) => column.notNull().primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("disabled_at", "bigint")
    .addColumn("allowed_origins", "text", (column) => column.notNull())
    .addColumn("max_rooms", "integer")
    .addColumn("max_participants", "integer")
    .addColumn("join_rate", "integer")
    .execute();

  await db.schema
    .createTable("app_secrets")
    .addColumn("secret_id", "text", (column) => column.notNull().primaryKey())
    .addColumn("app_id", "text", (column) => column.notNull().references("apps.app_id").onDelete("cascade"))
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint")
    .execute();
  await db.schema.createIndex("app_secrets_by_app").on("app_secrets").column("app_id").execute();
}
