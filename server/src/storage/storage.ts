import { Kysely } from "kysely";
import type { AppStore, PairingStore, RoomStore, SessionStore } from "../core/ports.ts";
import { createAppStore } from "./app-store.ts";
import { migrate } from "./migrate.ts";
import { createPairingStore } from "./pairing-store.ts";
import { createRoomStore } from "./room-store.ts";
import { createSessionStore } from "./session-store.ts";
import { sqliteDialect } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

/** Everything durable; every engine passes the suite in test/contract/storage. */
export interface Storage {
  rooms: RoomStore;
  sessions: SessionStore;
  pairings: PairingStore;
  apps: AppStore;
  close(): Promise<void>;
}

/** Opens the embedded database at `path` (":memory:" for one that is gone with the process) and migrates it. */
export async function openSqliteStorage(path: string): Promise<Storage> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path) });
  await migrate(db);
  return {
    rooms: createRoomStore(db),
    sessions: createSessionStore(db),
    pairings: createPairingStore(db),
    apps: createAppStore(db),
    close: () => db.destroy(),
  };
}
