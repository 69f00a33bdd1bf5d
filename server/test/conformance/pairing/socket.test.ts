import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { call } from "../../helpers/http.ts";
import { joinNatively } from "../../helpers/native-client.ts";
import {
  closePairingClients,
  joinAsPair,
  joinAsPairingClient,
  openPairingClient,
} from "../../helpers/pairing-client.ts";
import { rawHttp, upgradeRequest } from "../../helpers/raw-http.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ STUN_URLS: "stun:stun.example:3478", ALLOWED_ORIGINS: "https://app.example" });
});
afterEach(() => {
  closePairingClients();
  closeSockets();
});
afterAll(() => server.close());

const sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
const candidate = {
  candidate: "candidate:1 1 udp 2122260223 192.0.2.1 50000 typ host",
  sdpMLineIndex: 0,
  sdpMid: "0",
};

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

describe("a room", () => {
  it("pairing-ws-4: join_room is answered with room_joined", async () => {
    const client = await openPairingClient(server.url);
    client.send("join_room", { roomId: "first" });
    expect(await client.events.next("room_joined")).toEqual({
      roomId: "first",
      participants: 1,
      iceServers: [{ urls: ["stun:stun.example:3478"] }],
    });
    expect(client.events.names).toEqual(["connected", "room_joined"]);
  });

  it("pairing-ws-5: room_ready goes to both; whoever was there is the initiator", async () => {
    const roomId = "ready";
    const first = await joinAsPairingClient(server.url, roomId);
    const second = await openPairingClient(server.url);
    second.send("join_room", { roomId });
    expect(await second.events.next("room_joined")).toMatchObject({ roomId, participants: 2 });
    expect(await second.events.next("room_ready")).toEqual({ roomId, initiator: false });
    expect(await first.events.next("room_ready")).toEqual({ roomId, initiator: true });
    expect(second.events.names).toEqual(["connected", "room_joined", "room_ready"]);
  });

  it("pairing-ws-6: a third gets room_full, and may try again", async () => {
    const roomId = "full";
    const [first, second] = await joinAsPair(server.url, roomId);
    const third = await openPairingClient(server.url);
    third.send("join_room", { roomId });
    expect(await third.events.next("room_full")).toEqual({ maxParticipants: 2 });
    second.send("leave_room");
    await first.events.next("peer_left");
    third.send("join_room", { roomId });
    expect(await third.events.next("room_ready")).toEqual({ roomId, initiator: false });
    expect(await first.events.next("room_ready")).toEqual({ roomId, initiator: true });
    expect(second.events.names).not.toContain("room_full");
  });

  it("pairing-ws-6: of ten at once two get in", async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, () => openPairingClient(server.url)));
    for (const { send } of clients) send("join_room", { roomId: "ten" });
    const outcomes = await Promise.all(
      clients.map(({ events }) =>
        Promise.race([events.next("room_joined").then(() => "in"), events.next("room_full").then(() => "full")]),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "in")).toHaveLength(2);
  });

  it("pairing-ws-7: leave_room is answered with left_room, and the other hears peer_left", async () => {
    const [first, second] = await joinAsPair(server.url, "leave");
    second.send("leave_room");
    expect(await second.events.next("left_room")).toEqual({});
    expect(await first.events.next("peer_left")).toEqual({});
  });

  it("pairing-ws-7: whoever has left can join again, the same room or another", async () => {
    const roomId = "rejoin";
    const [first, second] = await joinAsPair(server.url, roomId);
    for (let n = 0; n < 3; n++) {
      second.send("leave_room");
      second.send("join_room", { roomId });
      expect(await second.events.next("room_ready")).toEqual({ roomId, initiator: false });
      expect(await first.events.next("room_ready")).toEqual({ roomId, initiator: true });
    }
    second.send("leave_room");
    second.send("join_room", { roomId: "rejoin-elsewhere" });
    expect(await second.events.next("room_joined", ({ roomId }) => roomId === "rejoin-elsewhere")).toBeDefined();
  });

  it.each(["close", "terminate"] as const)("pairing-ws-8: a socket's %s is peer_disconnected", async (how) => {
    const roomId = `lost-${how}`;
    const [first, second] = await joinAsPair(server.url, roomId);
    second.socket[how]();
    expect(await first.events.next("peer_disconnected")).toEqual({});
    await joinAsPairingClient(server.url, roomId);
    expect(await first.events.next("room_ready")).toEqual({ roomId, initiator: true });
    expect(first.events.names).not.toContain("peer_left");
  });

  it("pairing-ws-9: one room at a time", async () => {
    const [first] = await joinAsPair(server.url, "one");
    for (const roomId of ["one", "two"]) {
      expect(await first.refusal("join_room", { roomId })).toEqual(refusalOf("ALREADY_IN_ROOM"));
    }
    first.send("webrtc_offer", { sdp });
    expect(first.events.names).not.toContain("left_room");
  });

  it.each([
    ["leave_room", {}],
    ["webrtc_offer", { sdp }],
    ["webrtc_answer", { sdp }],
    ["ice_candidate", { candidate }],
  ])("pairing-ws-10: %s outside of a room is NOT_IN_ROOM", async (type, fields) => {
    const client = await openPairingClient(server.url);
    expect(await client.refusal(type, fields)).toEqual(refusalOf("NOT_IN_ROOM"));
  });

  it("pairing-ws-11: a password opens a locked one", async () => {
    const host = await joinNatively(server.url, "locked");
    await host.request("set-room-password", { password: "secret", hint: "the usual" });
    const client = await openPairingClient(server.url);
    const hint = "the usual";
    expect(await client.refusal("join_room", { roomId: "locked" })).toEqual(refusalOf("AUTH_REQUIRED", { hint }));
    expect(await client.refusal("join_room", { roomId: "locked", password: "x" })).toEqual(
      refusalOf("AUTH_FAILED", { hint }),
    );
    client.send("join_room", { roomId: "locked", password: "secret" });
    await client.events.next("room_ready");
  });
});

describe("between two", () => {
  it("pairing-ws-12: webrtc_offer, webrtc_answer and ice_candidate reach the other as they are", async () => {
    const [first, second] = await joinAsPair(server.url, "relay");
    first.send("webrtc_offer", { sdp });
    expect(await second.events.next("webrtc_offer")).toEqual({ sdp });
    second.send("webrtc_answer", { sdp: "v=0 answer" });
    expect(await first.events.next("webrtc_answer")).toEqual({ sdp: "v=0 answer" });
    first.send("ice_candidate", { candidate });
    expect(await second.events.next("ice_candidate")).toEqual({ candidate });
    second.send("ice_candidate", { candidate: { ...candidate, sdpMid: null } });
    expect(await first.events.next("ice_candidate")).toEqual({ candidate: { ...candidate, sdpMid: null } });
    expect(first.events.names).not.toContain("webrtc_offer");
  });

  it("pairing-ws-12: in order, and only what was checked", async () => {
    const [first, second] = await joinAsPair(server.url, "order");
    for (let n = 0; n < 100; n++) first.send("ice_candidate", { candidate: { ...candidate, sdpMLineIndex: n, x: 1 } });
    for (let n = 0; n < 100; n++) {
      expect(await second.events.next("ice_candidate")).toEqual({ candidate: { ...candidate, sdpMLineIndex: n } });
    }
    first.send("webrtc_offer", { sdp, from: "someone", roomId: "other", to: "other" });
    expect(await second.events.next("webrtc_offer")).toEqual({ sdp });
  });

  it("pairing-ws-13: the end of gathering (null) is accepted, and has no message", async () => {
    const [first, second] = await joinAsPair(server.url, "end-of-gathering");
    first.send("ice_candidate", { candidate: null });
    first.send("webrtc_offer", { sdp });
    await second.events.next("webrtc_offer");
    expect(second.events.names).not.toContain("ice_candidate");
    expect(first.events.names).not.toContain("error");
  });

  it("pairing-ws-14: nobody there is TARGET_NOT_FOUND", async () => {
    const client = await joinAsPairingClient(server.url, "alone");
    for (const [type, fields] of [
      ["webrtc_offer", { sdp }],
      ["webrtc_answer", { sdp }],
      ["ice_candidate", { candidate }],
    ] as const) {
      expect(await client.refusal(type, fields)).toEqual(refusalOf("TARGET_NOT_FOUND"));
    }
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

describe("every close of ours has a code and a reason", () => {
  it("pairing-ws-17: 1009 for a message over 64 KB; one of 64 KB is read", async () => {
    const client = await openPairingClient(server.url);
    const frameOf = (bytes: number) =>
      JSON.stringify({ type: "ping", x: "x".repeat(bytes - '{"type":"ping","x":""}'.length) });
    client.socket.send(frameOf(64 * 1024));
    await client.events.next("pong");
    client.socket.send(frameOf(64 * 1024 + 1));
    expect(await client.events.ended).toBe("1009 The message is larger than 64 KB.");
  });

  it("pairing-ws-17: 1009 also in many pieces", async () => {
    const [client, other] = await joinAsPair(server.url, "pieces");
    for (let n = 0; n < 20; n++) client.socket.send("x".repeat(4096), { fin: false });
    expect(await client.events.ended).toMatch(/^1009 \w/);
    await other.events.next("peer_disconnected");
  });

  it("pairing-ws-18: 1007 for text that isn't UTF-8", async () => {
    const client = await openPairingClient(server.url);
    client.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await client.events.ended).toBe("1007 A text frame must be valid UTF-8.");
  });

  it("pairing-ws-19: 1008 after error REMOVED for whom a host removes; the room is free then", async () => {
    const roomId = "removed";
    const host = await joinNatively(server.url, roomId);
    const client = await joinAsPairingClient(server.url, roomId);
    const { userId } = await host.events.next("user-joined");
    await host.request("remove-participant", { userId });
    expect(await client.events.next("error")).toEqual(refusalOf("REMOVED"));
    expect(await client.events.ended).toMatch(/^1008 \w/);
    await joinAsPairingClient(server.url, roomId);
  });

  it("pairing-ws-20: error DRAINING, then 1001 when the server goes", async () => {
    const own = await startServer();
    const [client] = await joinAsPair(own.url, "draining");
    const visitor = await openPairingClient(own.url);
    own.drain(3000);
    const draining = refusalOf("DRAINING", { retryAfterMs: expect.any(Number) });
    expect(await client.events.next("error")).toEqual(draining);
    expect(await visitor.refusal("join_room", { roomId: "draining-2" })).toEqual(draining);
    await own.close();
    expect(await client.events.ended).toMatch(/^1001 \w/);
    expect(await visitor.events.ended).toMatch(/^1001 \w/);
    expect(client.events.names).not.toContain("peer_disconnected");
  });

  it("pairing-ws-20: a peer that doesn't answer the goodbye doesn't hold the server up", async () => {
    const own = await startServer();
    const client = await openPairingClient(own.url);
    client.socket.pause();
    const askedAt = performance.now();
    await own.close();
    expect(performance.now() - askedAt).toBeLessThan(3000);
  });
});

it("pairing-ws-21: what a client closes is closed with its own code", async () => {
  const { socket } = await openPairingClient(server.url);
  socket.close(4001, "mine");
  const [code, reason] = await once(socket, "close");
  expect([code, String(reason)]).toEqual([4001, "mine"]);
  expect(socket.readyState).toBe(WebSocket.CLOSED);
});
