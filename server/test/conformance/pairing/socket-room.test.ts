import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { joinNatively } from "../../helpers/native-client.ts";
import {
  closePairingClients,
  joinAsPair,
  joinAsPairingClient,
  openPairingClient,
} from "../../helpers/pairing-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ STUN_URLS: "stun:stun.example:3478" });
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
