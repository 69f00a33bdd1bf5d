import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { joinAsRoomsClient, openRoomsClient } from "../../helpers/rooms-client.ts";
import { isoTime, refusalOf, roomInfoOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ MAX_PARTICIPANTS: "3" });
});
afterEach(closeSockets);
afterAll(() => server.close());

const settings = { maxParticipants: 3 };

describe("connecting", () => {
  it("rooms-connect-2: the first message that a door knows decides for good", async () => {
    const ann = await openRoomsClient(server.url);
    expect(await ann.ask("nonsense", {})).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
    expect(await ann.ask("toggle_audio", { enabled: true })).toEqual({ ok: false, error: refusalOf("NOT_IN_ROOM") });
    for (const name of ["join-room", "register_user", "webrtc-offer"]) {
      expect(await ann.ask(name, {})).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
    }
  });

  it("rooms-connect-2: ice_candidate is this door's with a targetId", async () => {
    const ann = await openRoomsClient(server.url);
    expect(await ann.ask("ice_candidate", { targetId: "bob", payload: null })).toEqual({
      ok: false,
      error: refusalOf("NOT_IN_ROOM"),
    });
    expect(await ann.ask("join_room", { roomId: "by-candidate", userId: "ann", displayName: "Ann" })).toEqual({
      ok: true,
    });
  });
});

describe("join_room", () => {
  it("rooms-event-1: creates the room, and makes whoever does its owner", async () => {
    const ann = await joinAsRoomsClient(server.url, { roomId: "sunny-mountain-42", userId: "ann" });
    expect(ann.joined).toEqual({
      participants: [],
      roomInfo: roomInfoOf("sunny-mountain-42", settings),
      ownerKey: expect.stringMatching(/^[\w-]{20,}$/),
    });
  });

  it("rooms-event-2: shows who is there, tells them who came, and gives the key to nobody else", async () => {
    const ann = await joinAsRoomsClient(server.url, { roomId: "two", userId: "ann", displayName: "Ann" });
    const bob = await joinAsRoomsClient(server.url, { roomId: "two", userId: "bob", displayName: "Bob" });
    const annSeen = { userId: "ann", displayName: "Ann", audio: true, video: true, joinedAt: isoTime };
    expect(bob.joined).toEqual({ participants: [annSeen], roomInfo: roomInfoOf("two", settings) });
    expect(await ann.events.next("user_joined")).toEqual({ ...annSeen, userId: "bob", displayName: "Bob" });
  });

  it("rooms-event-16: is acknowledged to whoever asks", async () => {
    const ann = await openRoomsClient(server.url);
    expect(await ann.ask("join_room", { roomId: "ack", userId: "ann", displayName: "Ann" })).toEqual({ ok: true });
    await ann.events.next("room_joined");
  });

  it("rooms-connect-1: works over long polling", async () => {
    const ann = await openRoomsClient(server.url, { transports: ["polling"] });
    ann.send("join_room", { roomId: "polling", userId: "ann", displayName: "Ann" });
    expect((await ann.events.next("room_joined")).roomInfo.roomId).toBe("polling");
  });

  it("rooms-event-3: accepts a UUID and ids up to their limit", async () => {
    await joinAsRoomsClient(server.url, { roomId: crypto.randomUUID(), userId: "ann" });
    await joinAsRoomsClient(server.url, {
      roomId: "r".repeat(128),
      userId: "u".repeat(128),
      displayName: "d".repeat(80),
    });
  });

  it("rooms-event-4: room_full with the limit when the seats are gone", async () => {
    for (const userId of ["a", "b", "c"]) await joinAsRoomsClient(server.url, { roomId: "full", userId });
    const late = await openRoomsClient(server.url);
    late.send("join_room", { roomId: "full", userId: "d", displayName: "D" });
    expect(await late.events.next("room_full")).toEqual({ maxParticipants: 3 });
    expect(await late.ask("join_room", { roomId: "full", userId: "d", displayName: "D" })).toEqual({
      ok: false,
      error: refusalOf("ROOM_FULL", { maxParticipants: 3 }),
    });
    late.send("join_room", { roomId: "free", userId: "d", displayName: "D" });
    await late.events.next("room_joined");
  });

  it("rooms-event-5: error USER_ID_TAKEN while someone sits there under that id", async () => {
    const ann = await joinAsRoomsClient(server.url, { roomId: "taken", userId: "ann" });
    const thief = await openRoomsClient(server.url);
    thief.send("join_room", { roomId: "taken", userId: "ann", displayName: "Ann" });
    expect(await thief.events.next("error")).toEqual(refusalOf("USER_ID_TAKEN"));
    expect(await ann.ask("toggle_audio", { userId: "ann", enabled: true })).toEqual({ ok: true });
    ann.send("leave_room", { roomId: "taken", userId: "ann" });
    const again = await joinAsRoomsClient(server.url, { roomId: "taken", userId: "ann2" });
    expect(again.joined.participants).toEqual([]);
  });

  it("rooms-event-6: error ALREADY_IN_ROOM for a second room, until the first is left", async () => {
    const ann = await joinAsRoomsClient(server.url, { roomId: "one", userId: "ann" });
    const second = { roomId: "other", userId: "ann", displayName: "Ann" };
    expect(await ann.ask("join_room", second)).toEqual({ ok: false, error: refusalOf("ALREADY_IN_ROOM") });
    expect(await ann.ask("leave_room", { roomId: "one", userId: "ann" })).toEqual({ ok: true });
    expect(await ann.ask("join_room", second)).toEqual({ ok: true });
  });

  it.each([
    {},
    { roomId: "x", userId: "x" },
    { roomId: "x", displayName: "x" },
    { userId: "x", displayName: "x" },
    { roomId: "", userId: "x", displayName: "x" },
    { roomId: "a b", userId: "x", displayName: "x" },
    { roomId: "../etc", userId: "x", displayName: "x" },
    { roomId: "x".repeat(129), userId: "x", displayName: "x" },
    { roomId: "x", userId: "a b", displayName: "x" },
    { roomId: "x", userId: { $ne: 1 }, displayName: "x" },
    { roomId: "x", userId: "x", displayName: "   " },
    { roomId: "x", userId: "x", displayName: "a\nb" },
    { roomId: "x", userId: "x", displayName: "x".repeat(81) },
    { roomId: "x", userId: "x", displayName: "x", password: 5 },
    { roomId: "x", userId: "x", displayName: "x", password: "x".repeat(129) },
    "x",
    [],
    7,
  ])("rooms-event-7: error BAD_REQUEST for %j", async (data) => {
    const ann = await openRoomsClient(server.url);
    ann.send("join_room", data);
    expect(await ann.events.next("error")).toEqual(refusalOf("BAD_REQUEST"));
  });
});
