import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import cors from "@fastify/cors";
import fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { DialectName } from "../../config.ts";
import type { Core } from "../../core/core.ts";
import { registerErrors } from "../errors.ts";
import { registerFrontDoor } from "./front-door.ts";
import { registerWebApp } from "./web-app.ts";

const core = {
  countOnline: async () => 3,
  onlineUsers: async () => ["alice", "bob", "charlie"],
  activeCalls: async () => 2,
  liveRooms: async (which) =>
    new Map(
      which === "all"
        ? [
            ["slug", 2],
            ["pair", 1],
          ]
        : [["slug", 2]],
    ),
} satisfies Partial<Core> as Partial<Core> as Core;

const STATUS = {
  status: "WebRTC Signaling Server Running",
  connectedUsers: 3,
  activeCalls: 2,
  timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
};
const HEALTHY = { status: "healthy", timestamp: STATUS.timestamp };
const PAGE = "<title>ChamCall</title>";

let built: string;
let empty: string;
const started: FastifyInstance[] = [];
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "chamcall-"));
  empty = await mkdtemp(join(tmpdir(), "chamcall-"));
  await writeFile(join(built, "index.html"), PAGE);
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((app) => app.close()));
});
afterAll(() => Promise.all([built, empty].map((directory) => rm(directory, { recursive: true }))));

interface Setting {
  doors?: DialectName[];
  directory?: string;
  production?: boolean;
}

/** A server with this front door, and what it has logged. */
async function start({ doors = ["direct", "pairing"], directory = built, production = false }: Setting = {}) {
  const lines: string[] = [];
  const log = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) });
  const loggerInstance: FastifyBaseLogger = pino({ level: "debug" }, log);
  const app = fastify({ loggerInstance });
  started.push(app);
  registerErrors(app);
  await app.register(cors, { delegator: (_, done) => done(null, { origin: ["https://app.example"] }) });
  const hasPage = await registerWebApp(app, directory);
  registerFrontDoor(app, { core, doors: new Set(doors), production, hasPage });
  const get = async (url: string, accept?: string, method: "GET" | "HEAD" = "GET") => {
    const answer = await app.inject({ url, method, headers: accept === undefined ? {} : { accept } });
    const isPage = answer.headers["content-type"]?.toString().startsWith("text/html") ?? false;
    return { answer, status: answer.statusCode, isPage, vary: String(answer.headers.vary) };
  };
  return { get, lines };
}

const CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8";
const FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

/** Who asks, with which Accept, and whether they get the page. */
const WHO: [string, string | undefined, boolean][] = [
  ["Chrome", CHROME, true],
  ["Firefox", FIREFOX, true],
  ["whoever takes pages only", "text/html", true],
  ["whoever would rather have a page", "application/json;q=0.5, text/html;q=0.8", true],
  ["whoever takes any text", "text/*", true],
  ["whoever won't take JSON", "*/*, application/json;q=0", true],
  ["curl", "*/*", false],
  ["a client that doesn't say", undefined, false],
  ["a client that says nothing", "", false],
  ["fetch with JSON", "application/json", false],
  ["axios", "application/json, text/plain, */*", false],
  ["whoever would rather have JSON", "text/html;q=0.5, application/json", false],
  ["whoever takes anything but a page", "*/*, text/html;q=0", false],
  ["whoever likes anything better than a page", "text/html;q=0.1, */*;q=0.9", false],
  ["whoever takes neither", "image/png", false],
  ["nonsense", "nonsense;;q=html", false],
];

describe("GET /", () => {
  it.each(WHO)("for %s (%s): page %s", async (_, accept, page) => {
    const { get } = await start();
    const { answer, status, isPage, vary } = await get("/", accept);
    expect(status).toBe(200);
    expect(isPage).toBe(page);
    if (page) expect(answer.body).toBe(PAGE);
    else expect(answer.json()).toEqual(STATUS);
    // Both: the negotiation must not undo what CORS has said.
    expect(vary).toMatch(/origin/i);
    expect(vary).toMatch(/accept/i);
    expect(answer.headers["cache-control"]).toBe(page ? "no-cache" : "no-store");
  });

  it("takes a query, and HEAD", async () => {
    const { get } = await start();
    expect((await get("/?lang=en", CHROME)).isPage).toBe(true);
    expect(await get("/", "*/*", "HEAD")).toMatchObject({ status: 200, isPage: false });
  });

  it("is JSON for all where the web app isn't built", async () => {
    const { get } = await start({ directory: empty });
    expect((await get("/", CHROME)).answer.json()).toEqual(STATUS);
  });

  it("is a short health message with pairing alone", async () => {
    const { get } = await start({ doors: ["pairing"] });
    expect((await get("/", "*/*")).answer.json()).toEqual(HEALTHY);
    expect((await get("/", CHROME)).isPage).toBe(true);
  });

  it.each<[DialectName[], boolean]>([
    [["pairing"], true],
    [["pairing", "direct"], true],
    [["direct"], false],
  ])("logs Health check where pairing is on: %j", async (doors, logs) => {
    const { get, lines } = await start({ doors });
    await get("/", "*/*");
    expect(lines.some((line) => line.includes('"Health check"') && line.includes('"level":20'))).toBe(logs);
  });

  it("is the page for all where no door wants JSON, and nothing without it", async () => {
    expect((await (await start({ doors: ["rooms"] })).get("/", "*/*")).isPage).toBe(true);
    expect((await (await start({ doors: ["rooms"], directory: empty })).get("/", CHROME)).status).toBe(404);
  });
});

describe("GET /users", () => {
  it("is direct's", async () => {
    const { answer } = await (await start()).get("/users", CHROME);
    expect(answer.json()).toEqual({ connectedUsers: ["alice", "bob", "charlie"], totalUsers: 3 });
    expect((await (await start({ doors: ["pairing", "lobby"] })).get("/users")).status).toBe(404);
  });
});

describe("GET /rooms", () => {
  it.each(WHO)("for %s (%s): page %s", async (_, accept, page) => {
    const { get } = await start();
    const { answer, status, isPage, vary } = await get("/rooms", accept);
    expect(status).toBe(page ? 404 : 200);
    expect(isPage).toBe(page);
    if (page) expect(answer.body).toBe(PAGE);
    else {
      expect(answer.json()).toEqual({
        rooms: [
          { roomId: "slug", count: 2 },
          { roomId: "pair", count: 1 },
        ],
      });
    }
    expect(vary).toMatch(/accept/i);
  });

  it("leaves out in production what isn't listed", async () => {
    const { get } = await start({ production: true });
    expect((await get("/rooms")).answer.json()).toEqual({ rooms: [{ roomId: "slug", count: 2 }] });
  });

  it("is JSON for all where the web app isn't built, and pairing's", async () => {
    expect((await (await start({ directory: empty })).get("/rooms", CHROME)).status).toBe(200);
    expect((await (await start({ doors: ["direct", "lobby"] })).get("/rooms")).status).toBe(404);
  });
});
