import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openSqliteStorage } from "../../../src/storage/storage.ts";
import { roomOf } from "../../helpers/room.ts";
import { appRoomsContract } from "./app-rooms.ts";
import { appsContract } from "./apps.ts";
import type { MakeDatabase } from "./database.ts";
import { pairingsContract } from "./pairings.ts";
import { roomsContract } from "./rooms.ts";
import { sessionsContract } from "./sessions.ts";

const makeDatabase: MakeDatabase = async () => {
  const directory = await mkdtemp(join(tmpdir(), "chamcall-"));
  return {
    open: () => openSqliteStorage(join(directory, "chat.db")),
    destroy: () => rm(directory, { recursive: true }),
  };
};

describe("rooms on SQLite", () => roomsContract(makeDatabase));
describe("rooms of apps on SQLite", () => appRoomsContract(makeDatabase));
describe("sessions on SQLite", () => sessionsContract(makeDatabase));
describe("apps on SQLite", () => appsContract(makeDatabase));
describe("pairings on SQLite", () => pairingsContract(makeDatabase));

describe("the embedded database", () => {
  it("is made with its directory, and written ahead", async () => {
    const directory = await mkdtemp(join(tmpdir(), "chamcall-"));
    const path = join(directory, "not", "there", "yet.db");
    const storage = await openSqliteStorage(path);
    await storage.rooms.create(roomOf("room"));
    expect((await stat(path)).isFile()).toBe(true);
    const reader = new DatabaseSync(path, { readOnly: true });
    expect(reader.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    reader.close();
    await storage.close();
    await rm(directory, { recursive: true });
  });

  it("can live in memory alone", async () => {
    const storage = await openSqliteStorage(":memory:");
    expect((await storage.rooms.create(roomOf("room"))).created).toBe(true);
    await storage.close();
  });
});
