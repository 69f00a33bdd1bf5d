import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import * as rooms from "./migrations/001-rooms.ts";
import * as roomNames from "./migrations/002-room-names.ts";
import * as pairings from "./migrations/003-pairings.ts";
import * as apps from "./migrations/004-apps.ts";
import * as appRooms from "./migrations/005-app-rooms.ts";

/** Brings the database to the newest schema. Throws what went wrong, leaving the last good schema. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () => ({
        "001-rooms": rooms,
        "002-room-names": roomNames,
        "003-pairings": pairings,
        "004-apps": apps,
        "005-app-rooms": appRooms,
      }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
