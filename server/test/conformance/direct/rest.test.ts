import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerDirectly, ring, settled } from "../../helpers/direct-client.ts";
import { call } from "../../helpers/http.ts";
import { isoTime } from "../../helpers/shapes.ts";
import { answer } from "../../helpers/signals.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import { signInAndConnect } from "../../helpers/user-client.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  closeSockets();
  await server.close();
});

const json = { accept: "*/*" };
const status = async () => (await call(`${server.url}/`, { headers: json })).body;
const users = async () => (await call(`${server.url}/users`, { headers: json })).body;
const counting = (connectedUsers: number, activeCalls: number) => ({
  status: "WebRTC Signaling Server Running",
  connectedUsers,
  activeCalls,
  timestamp: isoTime,
});

describe("GET /", () => {
  it("direct-rest-1: is the spec's status, with the time", async () => {
    const { status: code, headers, body } = await call(`${server.url}/`, { headers: json });
    expect(code).toBe(200);
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual(counting(0, 0));
    expect(Math.abs(Date.now() - Date.parse(String(body.timestamp)))).toBeLessThan(5000);
  });

  it("direct-rest-1: counts users who are online and calls that are answered", async () => {
    const ann = await registerDirectly(server.url, "ann");
    const bob = await registerDirectly(server.url, "bob");
    expect(await status()).toEqual(counting(2, 0));
    await ring(ann, bob);
    expect(await status()).toEqual(counting(2, 0));
    bob.send("answer_call", { to: "ann", answer });
    await ann.events.next("call_answered");
    expect(await status()).toEqual(counting(2, 1));
    ann.send("end_call", { to: "bob" });
    await settled(ann);
    expect(await status()).toEqual(counting(2, 0));
    bob.socket.disconnect();
    await expect.poll(status, { interval: 5 }).toEqual(counting(1, 0));
  });
});

describe("GET /users", () => {
  it("direct-rest-2: lists who is online, once and in order, and how many", async () => {
    expect(await users()).toEqual({ connectedUsers: [], totalUsers: 0 });
    for (const userId of ["charlie", "alice", "bob"]) await registerDirectly(server.url, userId);
    expect(await users()).toEqual({ connectedUsers: ["alice", "bob", "charlie"], totalUsers: 3 });
    await registerDirectly(server.url, "alice");
    const answered = await call(`${server.url}/users`);
    expect(answered.body).toEqual({ connectedUsers: ["alice", "bob", "charlie"], totalUsers: 3 });
    expect(answered.headers.get("cache-control")).toBe("no-store");
  });

  it("direct-rest-2: a user on two native devices is one user", async () => {
    const first = await signInAndConnect(server.url, "nat");
    await signInAndConnect(server.url, "nat", { userKey: first.identity.userKey });
    expect(await users()).toEqual({ connectedUsers: ["nat"], totalUsers: 1 });
    expect(await status()).toEqual(counting(1, 0));
  });

  it("direct-rest-3: isn't there where the door is shut", async () => {
    const shut = await startServer({ DIALECTS: "tenant,rooms,lobby" });
    expect((await call(`${shut.url}/users`)).status).toBe(404);
    expect((await call(`${shut.url}/`, { headers: json })).body).not.toHaveProperty("connectedUsers");
    await shut.close();
  });
});
