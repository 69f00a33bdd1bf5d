import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Door, Guest, Person } from "./helpers/doors/door.ts";
import { lobbyDoor } from "./helpers/doors/lobby-door.ts";
import { nativeDoor } from "./helpers/doors/native-door.ts";
import { pairingDoor } from "./helpers/doors/pairing-door.ts";
import { roomsDoor } from "./helpers/doors/rooms-door.ts";
import { joinAsLobbyClient, openLobbyClient } from "./helpers/lobby-client.ts";
import { joinNatively } from "./helpers/native-client.ts";
import { closePairingClients, openPairingClient } from "./helpers/pairing-client.ts";
import { joinAsRoomsClient, openRoomsClient } from "./helpers/rooms-client.ts";
import { refusalOf } from "./helpers/shapes.ts";
import { answer, candidate, offer } from "./helpers/signals.ts";
import { closeSockets } from "./helpers/sockets.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(() => {
  closeSockets();
  closePairingClients();
});
afterAll(() => server.close());

const doors = [lobbyDoor, roomsDoor, nativeDoor, pairingDoor];
const pairs = doors.flatMap((first) =>
  doors.map((second) => ({ first, second, names: `${first.name}-${second.name}` })),
);

/** A guest, and how a door's wire tells of it. */
interface Seated {
  door: Door;
  guest: Guest;
  /** Its id, as it knows it or else as the other has heard it; undefined where neither wire has any. */
  userId: string | undefined;
}

async function meet(first: Door, second: Door, roomId: string): Promise<[Seated, Seated]> {
  const one = await first.join(server.url, roomId, "One");
  const two = await second.join(server.url, roomId, "Two");
  const met = await one.arrival();
  const oneId = one.userId ?? two.found[0]?.userId;
  const twoId = two.userId ?? met?.userId;
  expect(one.found).toEqual([]);
  expect(two.found).toEqual([toldBy(second, one, oneId)]);
  expect(met).toEqual(toldBy(first, two, twoId));
  return [
    { door: first, guest: one, userId: oneId },
    { door: second, guest: two, userId: twoId },
  ];
}

function toldBy(door: Door, { name }: Guest, userId: string | undefined): Person {
  return door.tellsWho ? { userId: userId ?? expect.unreachable("nobody tells who it is"), name } : undefined;
}

const idToldBy = (door: Door, userId: string | undefined) => (door.tellsWho ? userId : undefined);

describe.each(pairs)("$first.name first, then $second.name", ({ first, second, names }) => {
  it("see each other and negotiate both ways, each on its own wire", async () => {
    const [one, two] = await meet(first, second, `mixed-${names}`);
    for (const [sender, receiver, n] of [
      [one, two, 1],
      [two, one, 2],
    ] as const) {
      const from = idToldBy(receiver.door, sender.userId);
      sender.guest.signal("offer", offer, receiver.userId);
      expect(await receiver.guest.heard("offer")).toEqual({ from, payload: offer });
      receiver.guest.signal("answer", answer, sender.userId);
      expect(await sender.guest.heard("answer")).toEqual({
        from: idToldBy(sender.door, receiver.userId),
        payload: answer,
      });
      sender.guest.signal("candidate", candidate(n), receiver.userId);
      expect(await receiver.guest.heard("candidate")).toEqual({ from, payload: candidate(n) });
    }
  });

  it("hear when the other leaves, and meet again", async () => {
    const roomId = `leaving-${names}`;
    const [one, two] = await meet(first, second, roomId);
    one.guest.leave();
    expect(await two.guest.departure()).toEqual({ userId: idToldBy(second, one.userId), reason: "left" });

    const again = await first.join(server.url, roomId, "Again");
    const met = await two.guest.arrival();
    expect(met).toEqual(toldBy(second, again, again.userId ?? met?.userId));
    two.guest.leave();
    expect(await again.departure()).toEqual({ userId: idToldBy(first, two.userId), reason: "left" });
  });
});

describe("what only some wires have a word for", () => {
  it("media, a password and being sent out reach those who have one", async () => {
    const roomId = "mixed-words";
    const native = await joinNatively(server.url, roomId, { displayName: "Nat" });
    const rooms = await joinAsRoomsClient(server.url, { roomId, userId: "rob" });
    const lobby = await joinAsLobbyClient(server.url, { roomId, username: "Lou" });
    await native.events.next("user-joined", ({ userId }) => userId === lobby.userId);

    await native.request("set-media", { audio: false, video: false, screen: true });
    expect(await rooms.events.next("toggle_audio")).toEqual({ userId: native.userId, enabled: false });
    expect(await rooms.events.next("toggle_video")).toEqual({ userId: native.userId, enabled: false });
    rooms.send("toggle_video", { userId: "rob", enabled: false });
    expect(await native.events.next("media-changed")).toEqual({
      userId: "rob",
      audio: true,
      video: false,
      screen: false,
    });

    await native.request("set-room-password", { password: "secret" });
    expect((await rooms.events.next("room_updated")).roomInfo.settings.passwordEnabled).toBe(true);

    const removed = refusalOf("REMOVED");
    await native.request("remove-participant", { userId: "rob" });
    expect(await rooms.events.next("error")).toEqual(removed);
    await rooms.events.ended;
    await native.request("remove-participant", { userId: lobby.userId });
    expect(await lobby.events.next("error")).toEqual(removed);
    await lobby.events.ended;
    expect(lobby.events.names).toEqual(["joined-room", "user-left", "error"]);
  });

  it("a pairing client shares a room with one other, whoever comes third", async () => {
    const roomId = "mixed-two";
    await joinAsLobbyClient(server.url, { roomId });
    const device = await openPairingClient(server.url);
    device.send("join_room", { roomId });
    await device.events.next("room_ready");
    const third = await openLobbyClient(server.url);
    third.send("join-room", { roomId, username: "Third" });
    expect(await third.events.next("error")).toMatchObject({ code: "ROOM_FULL" });
    const fourth = await openRoomsClient(server.url);
    fourth.send("join_room", { roomId, userId: "fourth", displayName: "Fourth" });
    await fourth.events.next("room_full");
  });
});
