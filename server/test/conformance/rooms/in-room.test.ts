import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { joinNatively } from "../../helpers/native-client.ts";
import { joinAsRoomsClient, openRoomsClient } from "../../helpers/rooms-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { answer, candidate, offer } from "../../helpers/signals.ts";
import { closeSockets, cutWire } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

async function three(roomId: string) {
  const ann = await joinAsRoomsClient(server.url, { roomId, userId: "ann" });
  const bob = await joinAsRoomsClient(server.url, { roomId, userId: "bob" });
  const cem = await joinAsRoomsClient(server.url, { roomId, userId: "cem" });
  await ann.events.next("user_joined", ({ userId }) => userId === "cem");
  await bob.events.next("user_joined", ({ userId }) => userId === "cem");
  return { ann, bob, cem };
}

describe("offer, answer and ice_candidate", () => {
  it("rooms-event-8: reach their target alone", async () => {
    const roomId = "relay";
    const { ann, bob, cem } = await three(roomId);
    ann.send("offer", { targetId: "bob", payload: offer, roomId });
    expect(await bob.events.next("offer_received")).toEqual({ senderId: "ann", payload: offer, roomId });
    bob.send("answer", { targetId: "ann", payload: answer, roomId });
    expect(await ann.events.next("answer_received")).toEqual({ senderId: "bob", payload: answer, roomId });
    ann.send("ice_candidate", { targetId: "bob", payload: candidate(1), roomId });
    expect(await bob.events.next("ice_candidate_received")).toEqual({ senderId: "ann", payload: candidate(1), roomId });
    ann.send("ice_candidate", { targetId: "cem", payload: null, roomId });
    expect(await cem.events.next("ice_candidate_received")).toEqual({ senderId: "ann", payload: null, roomId });
    expect(cem.events.names).toEqual(["room_joined", "ice_candidate_received"]);
  });

  it("rooms-event-16: are acknowledged to whoever asks", async () => {
    const { ann } = await three("relay-ack");
    expect(await ann.ask("offer", { targetId: "bob", payload: offer, roomId: "relay-ack" })).toEqual({ ok: true });
    expect(await ann.ask("answer", { targetId: "bob", payload: answer })).toEqual({ ok: true });
  });

  it("rooms-event-9: error TARGET_NOT_FOUND for someone who isn't there, and for oneself", async () => {
    const { ann } = await three("relay-nobody");
    await joinAsRoomsClient(server.url, { roomId: "relay-elsewhere", userId: "dan" });
    for (const targetId of ["zoe", "dan", "ann"]) {
      ann.send("offer", { targetId, payload: offer, roomId: "relay-nobody" });
      expect(await ann.events.next("error")).toEqual(refusalOf("TARGET_NOT_FOUND"));
    }
  });

  it.each([
    ["offer", { payload: offer }],
    ["offer", { targetId: "bob" }],
    ["offer", { targetId: "bob", payload: answer }],
    ["answer", { targetId: "bob", payload: "v=0" }],
    ["ice_candidate", { targetId: "bob", payload: { sdpMid: "0" } }],
    ["ice_candidate", { targetId: ["bob"], payload: null }],
    ["toggle_video", { enabled: "true" }],
    ["toggle_audio", {}],
  ])("rooms-event-7: error BAD_REQUEST for %s %j", async (name, data) => {
    const ann = await joinAsRoomsClient(server.url, { roomId: "relay-bad", userId: "ann" });
    ann.send(name, data);
    expect(await ann.events.next("error")).toEqual(refusalOf("BAD_REQUEST"));
  });
});

describe("toggle_video and toggle_audio", () => {
  it("rooms-event-10: reach the others under the same name", async () => {
    const { ann, bob, cem } = await three("toggle");
    ann.send("toggle_video", { userId: "ann", enabled: false });
    for (const other of [bob, cem]) {
      expect(await other.events.next("toggle_video")).toEqual({ userId: "ann", enabled: false });
    }
    ann.send("toggle_audio", { userId: "ann", enabled: false });
    expect(await bob.events.next("toggle_audio")).toEqual({ userId: "ann", enabled: false });
    expect(await ann.ask("toggle_video", { userId: "ann", enabled: true })).toEqual({ ok: true });
    expect(ann.events.names).not.toContain("toggle_video");
    const dan = await joinAsRoomsClient(server.url, { roomId: "toggle", userId: "dan" });
    expect(dan.joined.participants[0]).toMatchObject({ userId: "ann", video: true, audio: false });
  });
});

describe("leaving", () => {
  it("rooms-event-12: leave_room tells the others, and keeps the connection for another room", async () => {
    const { ann, bob } = await three("leave");
    bob.send("leave_room", { roomId: "leave", userId: "bob" });
    expect(await ann.events.next("user_left")).toEqual({ userId: "bob", reason: "left" });
    bob.send("join_room", { roomId: "leave-next", userId: "bob", displayName: "Bob" });
    await bob.events.next("room_joined", ({ roomInfo }) => roomInfo.roomId === "leave-next");
  });

  it("rooms-event-13: a disconnect is a user_left", async () => {
    const { ann, bob, cem } = await three("disconnect");
    bob.socket.disconnect();
    expect(await ann.events.next("user_left")).toEqual({ userId: "bob", reason: "left" });
    cutWire(cem.socket);
    expect(await ann.events.next("user_left")).toEqual({ userId: "cem", reason: "disconnected" });
  });

  it("rooms-event-13: frees the id and the seat at once", async () => {
    const { ann, bob } = await three("free");
    cutWire(bob.socket);
    await ann.events.next("user_left");
    await joinAsRoomsClient(server.url, { roomId: "free", userId: "bob" });
  });
});

describe("what the server ends", () => {
  it("rooms-event-14: error REMOVED for whom the host sends out", async () => {
    const host = await joinNatively(server.url, "removed");
    const bob = await joinAsRoomsClient(server.url, { roomId: "removed", userId: "bob" });
    await host.request("remove-participant", { userId: "bob" });
    expect(await bob.events.next("error")).toEqual(refusalOf("REMOVED"));
    await bob.events.ended;
  });

  it("rooms-event-14: error DRAINING with a hint before a restart", async () => {
    const own = await startServer();
    const ann = await joinAsRoomsClient(own.url, { roomId: "drain", userId: "ann" });
    own.drain(3000);
    expect(await ann.events.next("error")).toEqual(refusalOf("DRAINING", { retryAfterMs: 3000 }));
    expect(await ann.ask("toggle_audio", { enabled: false })).toEqual({ ok: true });
    await own.close();
  });
});

describe("claims about someone or somewhere else", () => {
  it.each([
    ["leave_room", { roomId: "claims", userId: "bob" }],
    ["toggle_video", { userId: "bob", enabled: false }],
    ["toggle_audio", { userId: "bob", enabled: false }],
  ])("rooms-event-11: error FORBIDDEN for %s %j", async (name, data) => {
    const ann = await joinAsRoomsClient(server.url, { roomId: "claims", userId: "ann" });
    ann.send(name, data);
    expect(await ann.events.next("error")).toEqual(refusalOf("FORBIDDEN"));
    expect(await ann.ask("toggle_audio", { enabled: true })).toEqual({ ok: true });
  });

  it.each([
    ["leave_room", { roomId: "other", userId: "ann" }],
    ["offer", { roomId: "other", targetId: "bob", payload: offer }],
    ["answer", { roomId: "other", targetId: "bob", payload: answer }],
    ["ice_candidate", { roomId: "other", targetId: "bob", payload: null }],
    ["set_room_password", { roomId: "other", password: "mine" }],
    ["clear_room_password", { roomId: "other" }],
  ])("rooms-event-11: error NOT_IN_ROOM for %s %j", async (name, data) => {
    const bob = await joinAsRoomsClient(server.url, { roomId: "other", userId: "bob" });
    const ann = await joinAsRoomsClient(server.url, { roomId: "claims-own", userId: "ann" });
    ann.send(name, data);
    expect(await ann.events.next("error")).toEqual(refusalOf("NOT_IN_ROOM"));
    expect(bob.events.names).toEqual(["room_joined"]);
  });
});

describe("before joining", () => {
  it.each([
    ["leave_room", {}],
    ["offer", { targetId: "bob", payload: offer }],
    ["toggle_video", { enabled: true }],
    ["set_room_password", { password: "x" }],
    ["clear_room_password", {}],
  ])("rooms-event-6: error NOT_IN_ROOM for %s", async (name, data) => {
    const ann = await openRoomsClient(server.url);
    ann.send(name, data);
    expect(await ann.events.next("error")).toEqual(refusalOf("NOT_IN_ROOM"));
  });
});

describe("an unknown event", () => {
  it.each(["nonsense", "join-rooms", "__proto__", "hasOwnProperty", "error", "room_joined", "user_left"])(
    "rooms-event-15: error UNKNOWN_EVENT for %j, before and after joining",
    async (name) => {
      const ann = await openRoomsClient(server.url);
      ann.send(name, {});
      expect(await ann.events.next("error")).toEqual(refusalOf("UNKNOWN_EVENT"));
      ann.send("join_room", { roomId: "unknown", userId: crypto.randomUUID(), displayName: "Ann" });
      await ann.events.next("room_joined");
      ann.send(name, {});
      expect(await ann.events.next("error")).toEqual(refusalOf("UNKNOWN_EVENT"));
    },
  );

  it("rooms-event-16: is acknowledged to whoever asks, also as the very first message", async () => {
    const ann = await openRoomsClient(server.url);
    expect(await ann.ask("nonsense", {})).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
  });
});
