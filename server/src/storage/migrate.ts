import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import * as rooms from "./migrations/001-rooms.ts";

/** Brings the database to the newest schema. Throws what went wrong, leaving the last good schema. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ "001-rooms": rooms }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
