import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { joinAsLobbyClient, openLobbyClient } from "../../helpers/lobby-client.ts";
import { joinNatively } from "../../helpers/native-client.ts";
import { openRoomsClient } from "../../helpers/rooms-client.ts";
import { isoTime, refusalOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ MAX_PARTICIPANTS: "3", STUN_URLS: "stun:stun.example.com" });
});
afterEach(closeSockets);
afterAll(() => server.close());

const USER_ID = expect.stringMatching(/^u_[\w-]{12}$/);

describe("connecting", () => {
  it.each(["websocket", "polling"] as const)("lobby-connect-1: over %s, without a token", async (transport) => {
    const ann = await openLobbyClient(server.url, { transports: [transport] });
    ann.send("join-room", { roomId: "transports", username: "Ann" });
    await ann.events.next("joined-room");
  });

  it("lobby-connect-2: the first message that a door knows decides for good", async () => {
    const ann = await joinAsLobbyClient(server.url, { roomId: "one-door" });
    const join = { roomId: "one-door", userId: "x", displayName: "x" };
    expect(await ann.ask("join_room", join)).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
    const rob = await openRoomsClient(server.url);
    expect(await rob.ask("nonsense", {})).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
    expect(await rob.ask("join_room", { ...join, userId: "rob" })).toEqual({ ok: true });
    expect(await rob.ask("leave-room")).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
  });

  it.each(["leave-room", "webrtc-offer", "webrtc-answer", "ice-candidate", "join-room"])(
    "lobby-connect-2: %s is one of the lobby's own",
    async (name) => {
      const own = await startServer({ DIALECTS: "rooms" });
      const closed = await openLobbyClient(own.url);
      expect(await closed.ask(name, {})).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
      await own.close();
      const open = await openLobbyClient(server.url);
      expect(await open.ask(name, {})).not.toMatchObject({ error: { code: "UNKNOWN_EVENT" } });
    },
  );
});

describe("join-room", () => {
  it("lobby-event-1: creates the room, and gives its key to whoever did", async () => {
    const ann = await joinAsLobbyClient(server.url, { roomId: "sunny-mountain-42", username: "Ann" });
    const self = { userId: ann.userId, username: "Ann", joinedAt: isoTime };
    expect(ann.joined).toEqual({
      roomId: "sunny-mountain-42",
      userId: USER_ID,
      self,
      participants: [],
      iceServers: [{ urls: ["stun:stun.example.com"] }],
      ownerKey: expect.stringMatching(/^[\w-]{20,}$/),
    });
    const bob = await joinAsLobbyClient(server.url, { roomId: "sunny-mountain-42" });
    expect(bob.joined).not.toHaveProperty("ownerKey");
  });

  it("lobby-event-2: shows the others in the order they came, and tells them who came", async () => {
    const ann = await joinAsLobbyClient(server.url, { roomId: "order", username: "Ann" });
    const bob = await joinAsLobbyClient(server.url, { roomId: "order", username: "Bob" });
    const cem = await joinAsLobbyClient(server.url, { roomId: "order", username: "Cem" });
    expect(cem.joined.participants).toEqual([ann.joined.self, bob.joined.self]);
    expect(await ann.events.next("user-joined")).toEqual({ userId: bob.userId, username: "Bob", joinedAt: isoTime });
    expect(await ann.events.next("user-joined")).toEqual(cem.joined.self);
    expect(await bob.events.next("user-joined")).toEqual(cem.joined.self);
    expect(cem.events.names).toEqual(["joined-room"]);
  });

  it("lobby-event-3: gives everyone an identity of their own, also under the same name", async () => {
    const first = await joinAsLobbyClient(server.url, { roomId: "names", username: "Ann" });
    const second = await joinAsLobbyClient(server.url, { roomId: "names", username: "Ann" });
    expect(second.userId).not.toBe(first.userId);
    const third = await openLobbyClient(server.url);
    third.send("join-room", { roomId: "names", username: "Ann", userId: first.userId });
    expect((await third.events.next("joined-room")).userId).not.toBe(first.userId);
  });

  it("lobby-event-6: error ROOM_FULL with the limit when the seats are gone", async () => {
    for (let n = 0; n < 3; n++) await joinAsLobbyClient(server.url, { roomId: "full" });
    const late = await openLobbyClient(server.url);
    late.send("join-room", { roomId: "full", username: "Late" });
    expect(await late.events.next("error")).toEqual(refusalOf("ROOM_FULL", { maxParticipants: 3 }));
    late.send("join-room", { roomId: "not-full", username: "Late" });
    await late.events.next("joined-room");
  });

  it("lobby-event-7: error ALREADY_IN_ROOM for a second room, until the first is left", async () => {
    const ann = await joinAsLobbyClient(server.url, { roomId: "first" });
    ann.send("join-room", { roomId: "second", username: "Ann" });
    expect(await ann.events.next("error")).toEqual(refusalOf("ALREADY_IN_ROOM"));
    ann.send("leave-room");
    ann.send("join-room", { roomId: "second", username: "Ann" });
    expect((await ann.events.next("joined-room")).roomId).toBe("second");
  });

  it("lobby-event-16: is acknowledged to whoever asks", async () => {
    const ann = await openLobbyClient(server.url);
    expect(await ann.ask("join-room", { roomId: "ack", username: "Ann" })).toEqual({ ok: true });
    await ann.events.next("joined-room");
    expect(await ann.ask("join-room", { roomId: "ack", username: "Ann" })).toEqual({
      ok: false,
      error: refusalOf("ALREADY_IN_ROOM"),
    });
    expect(ann.events.names).toEqual(["joined-room"]);
  });

  it.each([
    {},
    { roomId: "bad" },
    { username: "x" },
    { roomId: "", username: "x" },
    { roomId: "a b", username: "x" },
    { roomId: "../etc", username: "x" },
    { roomId: "x".repeat(129), username: "x" },
    { roomId: { $ne: 1 }, username: "x" },
    { roomId: "bad", username: "   " },
    { roomId: "bad", username: "a\nb" },
    { roomId: "bad", username: "x".repeat(81) },
    { roomId: "bad", username: ["x"] },
    { roomId: "bad", username: "x", password: 5 },
    { roomId: "bad", username: "x", ownerKey: {} },
    "bad",
    [],
    7,
    null,
  ])("lobby-event-14: error BAD_REQUEST for %j", async (data) => {
    const ann = await openLobbyClient(server.url);
    ann.send("join-room", data);
    expect(await ann.events.next("error")).toEqual(refusalOf("BAD_REQUEST"));
  });
});

describe("a room with a password", () => {
  it("lobby-event-4: asks for it, refuses a wrong one, and lets in with the right one", async () => {
    const host = await joinNatively(server.url, "locked");
    await host.request("set-room-password", { password: "s3cret", hint: "as always" });
    const guest = await openLobbyClient(server.url);
    const join = (password?: string) => guest.send("join-room", { roomId: "locked", username: "Guest", password });
    join();
    expect(await guest.events.next("error")).toEqual(refusalOf("AUTH_REQUIRED", { hint: "as always" }));
    join("wrong");
    expect(await guest.events.next("error")).toEqual(refusalOf("AUTH_FAILED", { hint: "as always" }));
    join("s3cret");
    expect((await guest.events.next("joined-room")).participants).toHaveLength(1);
    expect(JSON.stringify(guest.events.all)).not.toMatch(/argon2|s3cret|Hash/);
  });

  it("lobby-event-5: lets its owner in by key", async () => {
    const owner = await joinAsLobbyClient(server.url, { roomId: "owned" });
    const { ownerKey = "" } = owner.joined;
    const host = await joinNatively(server.url, "owned", { ownerKey });
    expect(host.joined.self.role).toBe("host");
    await host.request("set-room-password", { password: "s3cret" });
    owner.send("leave-room");
    await host.events.next("user-left");
    const back = await joinAsLobbyClient(server.url, { roomId: "owned", ownerKey });
    expect(back.joined).not.toHaveProperty("ownerKey");
    const thief = await openLobbyClient(server.url);
    thief.send("join-room", { roomId: "owned", username: "Thief", ownerKey: `${ownerKey}x` });
    expect(await thief.events.next("error")).toEqual(refusalOf("AUTH_REQUIRED"));
  });
});
