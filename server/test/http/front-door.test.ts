import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { call } from "../helpers/http.ts";
import { joinAsLobbyClient } from "../helpers/lobby-client.ts";
import { joinNatively } from "../helpers/native-client.ts";
import { plantRooms } from "../helpers/plant-rooms.ts";
import { rawHttp } from "../helpers/raw-http.ts";
import { isoTime, refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";

// Who gets the page and who gets JSON is decided in src/http/routes/front-door.test.ts, over a page of its own.

const isBuilt = existsSync(join(import.meta.dirname, "../../../web/dist/index.html"));
const BROWSER = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

const started: TestServer[] = [];
async function start(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await startServer(environment);
  started.push(server);
  return server;
}
afterEach(async () => {
  closeSockets();
  await Promise.all(started.splice(0).map((server) => server.close()));
});

describe("GET /", () => {
  it("is direct's status to whoever takes anything, or doesn't say", async () => {
    const { url } = await start();
    const status = { status: "WebRTC Signaling Server Running", connectedUsers: 0, activeCalls: 0, timestamp: isoTime };
    expect(await call(url, { headers: { accept: "*/*" } })).toMatchObject({ status: 200, body: status });
    const raw = await rawHttp(url, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(raw).toMatch(/^HTTP\/1.1 200 /);
    expect(raw).toContain('"status":"WebRTC Signaling Server Running"');
  });

  it.skipIf(!isBuilt)("is the web app's page to a browser", async () => {
    const { url } = await start();
    const page = await call(url, { headers: BROWSER });
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toContain("text/html");
    for (const path of ["/people", "/pair"]) expect((await call(`${url}${path}`)).text).toBe(page.text);
    expect(await call(`${url}/rooms`, { headers: BROWSER })).toMatchObject({ status: 404, text: page.text });
  });

  it("is pairing's health message where direct is off", async () => {
    const { url } = await start({ DIALECTS: "pairing" });
    expect((await call(url, { headers: { accept: "*/*" } })).body).toEqual({ status: "healthy", timestamp: isoTime });
  });
});

describe("GET /users", () => {
  it("is there with direct's door alone", async () => {
    expect((await call(`${(await start()).url}/users`)).body).toEqual({ connectedUsers: [], totalUsers: 0 });
    const { url } = await start({ DIALECTS: "lobby,pairing" });
    expect(await call(`${url}/users`)).toMatchObject({ status: 404, body: { error: refusalOf("NOT_FOUND") } });
  });
});

describe("GET /rooms", () => {
  async function occupied(environment: Record<string, string>) {
    const server = await start(environment);
    await plantRooms(server, [
      { roomId: "empty" },
      { roomId: "pair", visibility: "unlisted" },
      { roomId: "elsewhere", appId: "acme" },
    ]);
    await joinAsLobbyClient(server.url, { roomId: "pair" });
    await joinAsLobbyClient(server.url, { roomId: "slug" });
    await joinNatively(server.url, "slug");
    return (await call(`${server.url}/rooms`)).body;
  }

  it("shows the public app's rooms that someone is in, with counts", async () => {
    const { rooms } = await occupied({});
    expect(rooms).toHaveLength(2);
    expect(rooms).toEqual(
      expect.arrayContaining([
        { roomId: "pair", count: 1 },
        { roomId: "slug", count: 2 },
      ]),
    );
  });

  it("keeps ids to itself in production that are all it takes to enter", async () => {
    expect(await occupied({ NODE_ENV: "production" })).toEqual({ rooms: [{ roomId: "slug", count: 2 }] });
  });

  it("is there with pairing's door alone", async () => {
    const { url } = await start({ DIALECTS: "lobby,direct" });
    expect(await call(`${url}/rooms`)).toMatchObject({ status: 404, body: { error: refusalOf("NOT_FOUND") } });
  });
});
