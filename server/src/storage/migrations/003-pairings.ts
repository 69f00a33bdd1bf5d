import { type Kysely, SqliteAdapter, sql } from "kysely";

/**
 * `pendings` and `rooms` are the pairing spec's, to the letter; a database that has them from elsewhere is taken over.
 * scripts/init-db.sql says the same in SQL. `exp` is ISO 8601 UTC text, which sorts by time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const text = sql`TEXT`;
  // PostgreSQL knows no such type; SQLite keeps text in it.
  const datetime = db.getExecutor().adapter instanceof SqliteAdapter ? sql`DATETIME` : text;
  await db.schema
    .createTable("pendings")
    .ifNotExists()
    .addColumn("joinid", text, (column) => column.notNull().primaryKey())
    .addColumn("client1", text, (column) => column.notNull())
    .addColumn("exp", datetime, (column) => column.notNull())
    .addColumn("client2", text)
    .execute();
  await db.schema.createIndex("pendings_by_client1").ifNotExists().on("pendings").column("client1").execute();
  await db.schema.createIndex("pendings_by_exp").ifNotExists().on("pendings").column("exp").execute();

  await db.schema
    .createTable("rooms")
    .ifNotExists()
    .addColumn("roomid", text, (column) => column.notNull().primaryKey())
    .addColumn("client1", text, (column) => column.notNull())
    .addColumn("client2", text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("rooms_by_client1").ifNotExists().on("rooms").column("client1").execute();
  await db.schema.createIndex("rooms_by_client2").ifNotExists().on("rooms").column("client2").execute();

  await db.schema
    .createTable("acceptances")
    .addColumn("joinid", "text", (column) =>
      column.notNull().primaryKey().references("pendings.joinid").onDelete("cascade"),
    )
    .addColumn("roomid", "text", (column) => column.notNull().references("rooms.roomid").onDelete("cascade"))
    .execute();
  await db.schema.createIndex("acceptances_by_roomid").on("acceptances").column("roomid").execute();
}
