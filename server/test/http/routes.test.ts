import { request } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "../helpers/http.ts";
import { joinNatively } from "../helpers/native-client.ts";
import { rawHttp } from "../helpers/raw-http.ts";
import { isoTime, refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

const joinUrl = (roomId: string) => `${server.url}/room/${roomId}/join`;

describe("GET /health", () => {
  it("tells that it lives, with counts", async () => {
    const healthy = { status: "healthy", timestamp: isoTime, version: "0.0.0-test", uptime: expect.any(Number) };
    expect((await call(`${server.url}/health`)).body).toEqual({ ...healthy, rooms: 0, users: 0 });
    await joinNatively(server.url, "health");
    const second = await joinNatively(server.url, "health");
    const third = await joinNatively(server.url, "health-2");
    expect((await call(`${server.url}/health`)).body).toEqual({ ...healthy, rooms: 2, users: 3 });
    await second.request("leave-room", {});
    await third.request("leave-room", {});
    expect((await call(`${server.url}/health`)).body).toEqual({ ...healthy, rooms: 1, users: 1 });
  });
});

describe("GET /ready", () => {
  it("is 200 while newcomers are welcome", async () => {
    expect(await call(`${server.url}/ready`)).toMatchObject({ status: 200, body: { status: "ready" } });
  });
});

describe("GET /room/:roomId/meta", () => {
  it("tells of a room that doesn't exist, and doesn't create it", async () => {
    const nothing = {
      status: 200,
      body: { roomId: "unborn", exists: false, passwordEnabled: false, maxParticipants: 10, participants: 0 },
    };
    expect(await call(`${server.url}/room/unborn/meta`)).toMatchObject(nothing);
    expect(await call(`${server.url}/room/unborn/meta`)).toMatchObject(nothing);
  });

  it("tells what a visitor may know, uncached", async () => {
    const host = await joinNatively(server.url, "known");
    await host.request("set-room-password", { password: "secret", hint: "as always" });
    const answer = await call(`${server.url}/room/known/meta`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.body).toEqual({
      roomId: "known",
      exists: true,
      passwordEnabled: true,
      passwordHint: "as always",
      maxParticipants: 10,
      participants: 1,
    });
  });

  it("knows rooms with ids of every allowed length", async () => {
    const roomId = "r".repeat(128);
    await joinNatively(server.url, roomId);
    expect((await call(`${server.url}/room/${roomId}/meta`)).body).toMatchObject({ exists: true });
  });

  it.each(["%20", "a%20b", "-x", ".x", "%00", "r".repeat(129), "%2e%2e", "a%2fb", "%F0%9F%98%80"])(
    "BAD_REQUEST for the id %s",
    async (roomId) => {
      const answer = await call(`${server.url}/room/${roomId}/meta`);
      expect([400, 404], answer.text).toContain(answer.status);
      expect(answer.body).toEqual({ error: refusalOf(answer.status === 400 ? "BAD_REQUEST" : "NOT_FOUND") });
    },
  );
});

describe("POST /room/:roomId/join", () => {
  it("native-join-1: answers everything needed to connect, uncached", async () => {
    const answer = await call(joinUrl("entry"), { json: { displayName: "Ann" } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.body).toEqual({
      roomId: "entry",
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      userId: expect.stringMatching(/^u_[\w-]{12}$/),
      signalingUrl: `${server.url.replace("http", "ws")}/ws`,
      iceServers: [],
      ttl: 3600,
      ownerKey: expect.any(String),
    });
  });

  it("native-join-8: gives the userId that is wished for, unless someone sits there under it", async () => {
    const first = await joinNatively(server.url, "wish", { userId: "ann@example.com" });
    expect(first.userId).toBe("ann@example.com");
    expect(await call(joinUrl("wish"), { json: { displayName: "x", userId: "ann@example.com" } })).toMatchObject({
      status: 409,
      body: { error: refusalOf("USER_ID_TAKEN") },
    });
  });

  it.each<[string, unknown]>([
    ["no name", {}],
    ["a blank name", { displayName: " " }],
    ["a name with a line break", { displayName: "a\nb" }],
    ["a name that is no text", { displayName: 5 }],
    ["a name that is too long", { displayName: "x".repeat(81) }],
    ["a field that isn't known", { displayName: "x", role: "host" }],
    ["a userId with spaces", { displayName: "x", userId: "a b" }],
    ["an empty password", { displayName: "x", password: "" }],
    ["an array", []],
    ["null", null],
    ["a number", 5],
  ])("400 BAD_REQUEST for %s", async (_, json) => {
    expect(await call(joinUrl("bad"), { json })).toMatchObject({
      status: 400,
      body: { error: refusalOf("BAD_REQUEST") },
    });
    expect((await call(`${server.url}/room/bad/meta`)).body).toMatchObject({ exists: false });
  });

  it.each([
    ['{"displayName":"x","__proto__":{"role":"host"}}'],
    ['{"displayName":"x","constructor":{"prototype":{"role":"host"}}}'],
    ['{"displayName":'],
    [""],
    ["displayName=x"],
  ])("400 BAD_REQUEST for the body %j", async (body) => {
    expect(
      await call(joinUrl("bad-body"), { method: "POST", body, headers: { "content-type": "application/json" } }),
    ).toMatchObject({ status: 400, body: { error: refusalOf("BAD_REQUEST") } });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"])(
    "refuses the content type %s",
    async (type) => {
      const body = JSON.stringify({ displayName: "x" });
      expect(
        await call(joinUrl("bad-type"), { method: "POST", body, headers: { "content-type": type } }),
      ).toMatchObject({ status: 400, body: { error: refusalOf("BAD_REQUEST") } });
      expect((await call(`${server.url}/room/bad-type/meta`)).body).toMatchObject({ exists: false });
    },
  );

  it("413 MESSAGE_TOO_LARGE for more than 64 KB", async () => {
    expect(await call(joinUrl("large"), { json: { displayName: "x", password: "x".repeat(65 * 1024) } })).toMatchObject(
      {
        status: 413,
        body: { error: refusalOf("MESSAGE_TOO_LARGE") },
      },
    );
  });

  it("413 also for a body whose length isn't told", async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json", "transfer-encoding": "chunked" };
      const sending = request(joinUrl("chunked"), { method: "POST", headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sending.on("error", reject);
      sending.end(`{"displayName":"${"x".repeat(70 * 1024)}"}`);
    });
    expect(status).toBe(413);
  });
});

describe("an address that nobody answers", () => {
  it.each([
    ["GET", "/nothing"],
    ["GET", "/room/x/join"],
    ["POST", "/room/x/meta"],
    ["DELETE", "/room/x/join"],
    ["GET", "/.env"],
    ["GET", "/data/chat.db"],
    ["GET", "/assets/../../package.json"],
    ["GET", "/assets/%2e%2e/%2e%2e/package.json"],
  ])("404 NOT_FOUND for %s %s", async (method, path) => {
    const answer = await rawHttp(
      server.url,
      `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 40[04]/);
    expect(answer).toContain('"error":{"code":"');
  });

  it("400 BAD_REQUEST in the same shape for one that can't be read", async () => {
    const answer = await call(`${server.url}/room/%zz/meta`);
    expect(answer).toMatchObject({ status: 400, body: { error: refusalOf("BAD_REQUEST") } });
  });
});

it("answers a client that offers to speak HTTP/2 instead", async () => {
  const answer = await rawHttp(
    server.url,
    "GET /ready HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAA\r\n\r\n",
  );
  expect(answer).toMatch(/^HTTP\/1.1 200/);
});
