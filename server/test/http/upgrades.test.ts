import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "../helpers/http.ts";
import { joinNatively } from "../helpers/native-client.ts";
import { rawHttp, upgradeRequest } from "../helpers/raw-http.ts";
import { openRoomsClient } from "../helpers/rooms-client.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ ALLOWED_ORIGINS: "https://app.example" });
});
afterEach(closeSockets);
afterAll(() => server.close());

const QUERY = "/?EIO=4&transport=websocket";

describe.each(["/ws", "/socket.io"])("native-connect-4: the Origin of an upgrade on %s", (path) => {
  it.each(["https://evil.example", "null", "http://app.example", "https://app.example.evil.example"])(
    "refuses %s",
    async (Origin) => {
      expect(await rawHttp(server.url, upgradeRequest(server.url, `${path}${QUERY}`, { Origin }))).toMatch(
        /^HTTP\/1.1 40[03] /,
      );
    },
  );

  it("refuses others over polling too", async () => {
    const polling = (origin: string) => call(`${server.url}${path}/?EIO=4&transport=polling`, { headers: { origin } });
    const refused = await polling("https://evil.example");
    expect(refused.status).toBe(403);
    expect(refused.headers.get("access-control-allow-origin")).toBeNull();
    const accepted = await polling("https://app.example");
    expect(accepted.status).toBe(200);
    expect(accepted.headers.get("access-control-allow-origin")).toBe("https://app.example");
  });
});

it("lets our own pages, listed ones and clients without an Origin in", async () => {
  for (const origin of [server.url, "https://app.example", undefined]) {
    const client = await openRoomsClient(server.url, origin === undefined ? {} : { extraHeaders: { origin } });
    client.socket.disconnect();
  }
});

it.each(["/nothing", "/wss", "/ws/more", "/socket.io.evil", "/room/x", "/health"])(
  "an upgrade of %s is a 404",
  async (path) => {
    const answer = await rawHttp(server.url, upgradeRequest(server.url, path));
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).toContain('"code":"NOT_FOUND"');
  },
);

it("a refused upgrade is ended by us, also when the peer keeps its side open", async () => {
  const own = await startServer();
  const { hostname, port } = new URL(own.url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  socket.on("error", () => {});
  socket.write(upgradeRequest(own.url, "/nothing"));
  await once(socket.resume(), "end");
  await own.close();
  socket.destroy();
});

it("a path whose doors are all closed is a 404 like any other", async () => {
  const own = await startServer({ DIALECTS: "rooms" });
  for (const path of ["/", `/ws${QUERY}`]) {
    expect(await rawHttp(own.url, upgradeRequest(own.url, path))).toMatch(/^HTTP\/1.1 404 /);
  }
  await own.close();
});

it.each([
  "/ws/",
  "/ws/?EIO=4&transport=nonsense",
  "/ws/?EIO=4&transport=polling&sid=nonsense",
  "/ws/?EIO=3&transport=polling",
])("%s is refused by the transport", async (path) => {
  expect((await call(`${server.url}${path}`)).status).toBe(400);
});

it("stays up when an upgrade is cut off", async () => {
  const request = upgradeRequest(server.url, "/nothing", { Connection: "Upgrade, close" });
  await Promise.all(Array.from({ length: 20 }, () => rawHttp(server.url, request)));
  await joinNatively(server.url, "still-up");
});
