import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import * as rooms from "./migrations/001-rooms.ts";
import * as roomNames from "./migrations/002-room-names.ts";
import * as pairings from "./migrations/003-pairings.ts";

/** Brings the database to the newest schema. Throws what went wrong, leaving the last good schema. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({ "001-rooms": rooms, "002-room-names": roomNames, "003-pairings": pairings }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
