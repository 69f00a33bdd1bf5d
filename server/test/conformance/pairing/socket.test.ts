import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "../../helpers/http.ts";
import { closePairingClients, openPairingClient } from "../../helpers/pairing-client.ts";
import { rawHttp, upgradeRequest } from "../../helpers/raw-http.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ ALLOWED_ORIGINS: "https://app.example" });
});
afterEach(() => {
  closePairingClients();
  closeSockets();
});
afterAll(() => server.close());

describe("connecting", () => {
  it("pairing-ws-1: is greeted with connected before all else", async () => {
    const { events } = await openPairingClient(server.url);
    expect(events.all).toEqual([{ name: "connected", data: {}, seq: undefined }]);
  });

  it.each(["https://evil.example", "null", "https://app.example.evil.example"])(
    "pairing-ws-2: is a 403 from pages of %s",
    async (Origin) => {
      const answer = await rawHttp(server.url, upgradeRequest(server.url, "/", { Origin }));
      expect(answer).toMatch(/^HTTP\/1.1 403 /);
      expect(answer).toContain('"code":"ORIGIN_NOT_ALLOWED"');
    },
  );

  it("pairing-ws-2: is for our own pages, listed ones and clients that are no browser", async () => {
    for (const origin of [server.url, "https://app.example", undefined]) {
      await openPairingClient(server.url, origin === undefined ? {} : { origin });
    }
  });

  it("pairing-ws-3: is an upgrade of / alone, with or without a query; a GET stays HTTP", async () => {
    await openPairingClient(`${server.url}/?client=1`);
    expect(await rawHttp(server.url, upgradeRequest(server.url, "/more"))).toMatch(/^HTTP\/1.1 404 /);
    expect((await call(server.url)).status).toBe(200);
    expect((await call(server.url, { method: "POST" })).status).toBe(404);
  });

  it("pairing-ws-3: is a 400 without what a WebSocket needs", async () => {
    const request = upgradeRequest(server.url, "/", { "Sec-WebSocket-Key": "short" });
    expect(await rawHttp(server.url, request)).toMatch(/^HTTP\/1.1 400 /);
  });
});

it("pairing-ws-15: a ping is answered with pong, in a room or not", async () => {
  const client = await openPairingClient(server.url);
  client.send("ping");
  expect(await client.events.next("pong")).toEqual({});
  client.send("join_room", { roomId: "ping" });
  client.send("ping");
  expect(await client.events.next("pong")).toEqual({});
});

describe("pairing-ws-16: a bad message is answered with error, and the socket stays up", () => {
  const bad: [string, string | Buffer, string][] = [
    ["no JSON", "{", "BAD_REQUEST"],
    ["nothing", "", "BAD_REQUEST"],
    ["a number", "1", "BAD_REQUEST"],
    ["null", "null", "BAD_REQUEST"],
    ["an array", '["join_room"]', "BAD_REQUEST"],
    ["no type", '{"roomId":"x"}', "BAD_REQUEST"],
    ["a type that is no string", '{"type":{"a":1}}', "BAD_REQUEST"],
    ["an unknown type", '{"type":"nonsense"}', "UNKNOWN_EVENT"],
    ["a type of the server's", '{"type":"room_ready"}', "UNKNOWN_EVENT"],
    ["a type of the language's", '{"type":"__proto__"}', "UNKNOWN_EVENT"],
    ["bytes", Buffer.from('{"type":"ping"}'), "BAD_REQUEST"],
    ["no roomId", '{"type":"join_room"}', "BAD_REQUEST"],
    ["a roomId of another kind", '{"type":"join_room","roomId":7}', "BAD_REQUEST"],
    ["a roomId in the prototype", '{"type":"join_room","__proto__":{"roomId":"x"}}', "BAD_REQUEST"],
    ["a roomId with a space", '{"type":"join_room","roomId":"a b"}', "BAD_REQUEST"],
    ["an sdp that is an object", '{"type":"webrtc_offer","sdp":{"type":"offer","sdp":"v=0"}}', "BAD_REQUEST"],
    ["no sdp", '{"type":"webrtc_answer"}', "BAD_REQUEST"],
    ["a candidate that is text", '{"type":"ice_candidate","candidate":"candidate:1"}', "BAD_REQUEST"],
    ["no candidate", '{"type":"ice_candidate"}', "BAD_REQUEST"],
  ];
  it.each(bad)("%s", async (_, frame, code) => {
    const client = await openPairingClient(server.url);
    client.socket.send(frame, { binary: typeof frame !== "string" });
    expect(await client.events.next("error")).toEqual(refusalOf(code));
    client.send("ping");
    await client.events.next("pong");
  });
});
