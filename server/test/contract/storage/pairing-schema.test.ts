import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSqliteStorage } from "../../../src/storage/storage.ts";

const SCHEMA = join(import.meta.dirname, "../../../../scripts/init-db.sql");

let directory: string;
let sql: string;
let migrated: DatabaseSync;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "chamcall-"));
  sql = await readFile(SCHEMA, "utf8");
  const path = join(directory, "migrated.db");
  await (await openSqliteStorage(path)).close();
  migrated = new DatabaseSync(path);
});
afterAll(async () => {
  migrated.close();
  await rm(directory, { recursive: true });
});

/** The columns of a table, and of each of its indices. */
function describeTable(database: DatabaseSync, table: string) {
  const rows = (pragma: string) =>
    database
      .prepare(`PRAGMA ${pragma}`)
      .all()
      .map((row) => ({ ...row }));
  const indices = rows(`index_list(${table})`).map(({ name, unique, origin }) => ({
    ...(origin === "c" ? { name } : {}),
    unique,
    origin,
    columns: rows(`index_info("${String(name)}")`).map((column) => column.name),
  }));
  return {
    columns: rows(`table_info(${table})`),
    indices: indices.toSorted((a, b) => String(a.columns).localeCompare(String(b.columns))),
  };
}

const column = (cid: number, name: string, type: string, { notnull = 1, pk = 0 } = {}) => ({
  cid,
  name,
  type,
  notnull,
  dflt_value: null,
  pk,
});
const index = (table: string, name: string) => ({
  name: `${table}_by_${name}`,
  unique: 0,
  origin: "c",
  columns: [name],
});
const key = (name: string) => ({ unique: 1, origin: "pk", columns: [name] });

const TABLES = {
  pendings: {
    columns: [
      column(0, "joinid", "TEXT", { pk: 1 }),
      column(1, "client1", "TEXT"),
      column(2, "exp", "DATETIME"),
      column(3, "client2", "TEXT", { notnull: 0 }),
    ],
    indices: [index("pendings", "client1"), index("pendings", "exp"), key("joinid")],
  },
  rooms: {
    columns: [column(0, "roomid", "TEXT", { pk: 1 }), column(1, "client1", "TEXT"), column(2, "client2", "TEXT")],
    indices: [index("rooms", "client1"), index("rooms", "client2"), key("roomid")],
  },
};

describe.each(Object.entries(TABLES))("pairing-db-1: the table %s", (table, promised) => {
  it("is made by the migration as the spec has it", () => {
    expect(describeTable(migrated, table)).toEqual(promised);
  });

  it("is made the same by scripts/init-db.sql", () => {
    const database = new DatabaseSync(":memory:");
    database.exec(sql);
    database.exec(sql);
    expect(describeTable(database, table)).toEqual(promised);
    database.close();
  });
});

it("pairing-db-2: a database that has the tables already is taken over, with what is in them", async () => {
  const path = join(directory, "older.db");
  const older = new DatabaseSync(path);
  older.exec(sql);
  older.prepare("insert into pendings values ('code', 'ann', '2030-01-01T00:00:00Z', null)").run();
  older.prepare("insert into rooms values ('room', 'ann', 'bob')").run();
  older.close();
  const storage = await openSqliteStorage(path);
  const now = Date.parse("2029-12-31T23:59:59Z");
  expect(await storage.pairings.check({ joinId: "code", client1: "ann" }, now)).toEqual({ outcome: "waiting" });
  expect(await storage.pairings.find("room")).toEqual({ roomId: "room", client1: "ann", client2: "bob" });
  await storage.close();
});

it("pairing-db-3: expiry and purge look up by index", () => {
  const plan = (statement: string) =>
    migrated
      .prepare(`EXPLAIN QUERY PLAN ${statement}`)
      .all()
      .map(({ detail }) => String(detail))
      .join("; ");
  expect(plan("delete from pendings where exp <= 'x'")).toContain("INDEX pendings_by_exp");
  const purge = plan("delete from rooms where client1 = 'x' or client2 = 'x'");
  expect(purge).toContain("rooms_by_client1");
  expect(purge).toContain("rooms_by_client2");
});
