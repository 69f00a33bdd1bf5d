import type { Room } from "../../src/core/room.ts";
import { openSqliteStorage } from "../../src/storage/storage.ts";
import { roomOf } from "./room.ts";
import type { TestServer } from "./start-server.ts";

/** Puts rooms into a running server's database that no door makes on request. */
export async function plantRooms(server: TestServer, rooms: readonly (Partial<Room> & { roomId: string })[]) {
  const storage = await openSqliteStorage(server.sqlitePath);
  for (const room of rooms) await storage.rooms.create({ ...roomOf(room.roomId), appId: "public", ...room });
  await storage.close();
}
