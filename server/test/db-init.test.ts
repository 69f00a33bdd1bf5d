import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startServer } from "./helpers/start-server.ts";

// Each test starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const DB_INIT = join(import.meta.dirname, "../src/db-init.ts");

let directory: string;
beforeEach(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), "chamcall-")));
});
afterEach(() => rm(directory, { recursive: true }));

async function dbInit(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [DB_INIT], {
    cwd: directory,
    env: { PATH: process.env.PATH ?? "", ...environment },
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, stdout, stderr };
}

function tablesIn(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database.prepare("select name from sqlite_master where type = 'table'").all();
  database.close();
  return rows.map(({ name }) => name);
}

it("pairing-db-4: db:init makes the database where the server looks for it, and says where", async () => {
  const path = join(directory, "data", "chat.db");
  expect(await dbInit()).toEqual({ code: 0, stdout: `The database is ready: ${path}\n`, stderr: "" });
  expect(tablesIn(path)).toEqual(expect.arrayContaining(["pendings", "rooms", "app_rooms"]));
});

it("pairing-db-4: it honours SQLITE_DB_PATH, can be run again, and loses nothing", async () => {
  const path = join(directory, "custom", "path.db");
  await dbInit({ SQLITE_DB_PATH: path });
  const database = new DatabaseSync(path);
  database.exec("insert into rooms values ('room', 'ann', 'bob')");
  database.close();
  expect(await dbInit({ SQLITE_DB_PATH: path })).toMatchObject({ code: 0, stdout: expect.stringContaining(path) });
  const server = await startServer({ SQLITE_DB_PATH: path });
  const found = await fetch(`${server.url}/api/rooms?roomid=room`);
  expect(await found.json()).toEqual({ roomid: "room", client1: "ann", client2: "bob" });
  await server.close();
});

it("says on one line why it can't", async () => {
  const { code, stdout, stderr } = await dbInit({ DATABASE_URL: "mysql://x" });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^ChamCall can't make its database: DATABASE_URL .+\n$/);
});
