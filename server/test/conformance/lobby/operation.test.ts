import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "../../helpers/http.ts";
import { openLobbyClient } from "../../helpers/lobby-client.ts";
import { runServer, type ServerProcess } from "../../helpers/server-process.ts";
import { isoTime } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";

const run = promisify(execFile);

// The environment of the specification, word for word but for the port.
const ENVIRONMENT = {
  NODE_ENV: "production",
  ALLOWED_ORIGINS: "https://yourdomain.com,https://another.com",
  LOG_LEVEL: "info",
};
const LISTED = ["https://yourdomain.com", "https://another.com"];
const UNLISTED = ["https://evil.example", "http://yourdomain.com", "https://yourdomain.com.evil.example", "null"];

let server: ServerProcess;
beforeAll(async () => {
  server = await runServer(ENVIRONMENT);
});
afterEach(closeSockets);
afterAll(() => server.stop());

describe("ALLOWED_ORIGINS", () => {
  it.each(LISTED)("lobby-connect-3: a page of %s connects, with CORS headers", async (origin) => {
    for (const transports of [["websocket"], ["polling"]]) {
      const client = await openLobbyClient(server.url, { transports, extraHeaders: { origin } });
      expect(await client.ask("join-room", { roomId: crypto.randomUUID(), username: "x" })).toEqual({ ok: true });
    }
    const polling = await call(`${server.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin } });
    expect(polling.status).toBe(200);
    expect(polling.headers.get("access-control-allow-origin")).toBe(origin);
  });

  it.each(UNLISTED)("lobby-connect-3: a page of %s is refused", async (origin) => {
    for (const transports of [["websocket"], ["polling"]]) {
      await expect(openLobbyClient(server.url, { transports, extraHeaders: { origin } })).rejects.toThrow();
    }
    const polling = await call(`${server.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin } });
    expect(polling.status).toBe(403);
    expect(polling.headers.has("access-control-allow-origin")).toBe(false);
  });

  it.each(LISTED)("lobby-connect-4: REST allows %s, by preflight too", async (origin) => {
    for (const path of ["/health", "/api/rooms"]) {
      const { headers } = await call(`${server.url}${path}`, { headers: { origin } });
      expect(headers.get("access-control-allow-origin")).toBe(origin);
      expect(headers.get("vary")?.toLowerCase()).toContain("origin");
    }
    const asked = { "access-control-request-method": "POST", "access-control-request-headers": "content-type" };
    const preflight = await call(`${server.url}/api/rooms`, { method: "OPTIONS", headers: { origin, ...asked } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe(origin);
    expect(preflight.headers.get("access-control-allow-methods")).toContain("POST");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("content-type");
  });

  it.each(UNLISTED)("lobby-connect-4: REST allows %s nothing", async (origin) => {
    for (const method of ["GET", "OPTIONS"]) {
      const { headers } = await call(`${server.url}/api/rooms`, {
        method,
        headers: { origin, ...(method === "OPTIONS" ? { "access-control-request-method": "POST" } : {}) },
      });
      expect(headers.has("access-control-allow-origin")).toBe(false);
    }
  });
});

describe("the specification's own lines", () => {
  it("lobby-rest-1: curl https://your-service/health", async ({ skip }) => {
    const { stdout } = await run("curl", [`${server.url}/health`]).catch((cause: { code?: string }) =>
      cause.code === "ENOENT" ? skip("there is no curl on this machine") : Promise.reject(cause),
    );
    expect(JSON.parse(stdout)).toMatchObject({
      status: "healthy",
      rooms: expect.any(Number),
      users: expect.any(Number),
      timestamp: isoTime,
    });
  });

  it('lobby-rest-2: POST /api/rooms, Body: { "name": "Room Name" }', async () => {
    const answer = await call(`${server.url}/api/rooms`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{ "name": "Room Name" }',
    });
    expect(answer).toMatchObject({ status: 201, body: { name: "Room Name" } });
    const { roomId } = answer.body;
    expect((await call(`${server.url}/api/rooms`)).body).toMatchObject({
      rooms: expect.arrayContaining([expect.objectContaining({ roomId, name: "Room Name" })]),
    });
    expect((await call(`${server.url}/api/rooms/${String(roomId)}`)).body).toMatchObject({ name: "Room Name" });
  });
});

describe("LOG_LEVEL", () => {
  async function logOf(level: string | undefined): Promise<{ level: number; msg: string }[]> {
    const own = await runServer(level === undefined ? {} : { LOG_LEVEL: level });
    const client = await openLobbyClient(own.url);
    await client.ask("join-room", { roomId: "logged", username: "x" });
    await call(own.url, { headers: { accept: "application/json" } });
    const output = await own.stop();
    return output.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
  }

  it.each([
    ["debug", true, true],
    ["info", true, false],
    [undefined, true, false],
    ["warn", false, false],
    ["silent", false, false],
  ])("lobby-connect-5: %s", async (level, hasInfo, hasDebug) => {
    const lines = await logOf(level);
    expect(lines.some(({ level: of, msg }) => of === 30 && msg === "participant.joined")).toBe(hasInfo);
    expect(lines.some(({ level: of, msg }) => of === 20 && msg === "Health check")).toBe(hasDebug);
  });

  it("lobby-connect-5: refuses a level that there isn't", async () => {
    await expect(runServer({ LOG_LEVEL: "loud" })).rejects.toThrow(/LOG_LEVEL=loud must be one of/);
  });
});
