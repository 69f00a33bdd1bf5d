import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { joinNatively } from "./helpers/native-client.ts";
import { joinAsRoomsClient } from "./helpers/rooms-client.ts";
import { isoTime, refusalOf } from "./helpers/shapes.ts";
import { answer, candidate, offer } from "./helpers/signals.ts";
import { closeSockets } from "./helpers/sockets.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

it("a rooms client and a native one negotiate, each on its own wire", async () => {
  const roomId = "mixed";
  const native = await joinNatively(server.url, roomId, { displayName: "Nat" });
  const rooms = await joinAsRoomsClient(server.url, { roomId, userId: "rob", displayName: "Rob" });

  const { userId } = native;
  expect(rooms.joined.participants).toEqual([
    { userId, displayName: "Nat", audio: true, video: true, joinedAt: isoTime },
  ]);
  expect(await native.events.next("user-joined")).toEqual({
    userId: "rob",
    name: "Rob",
    role: "participant",
    joinedAt: isoTime,
    audio: true,
    video: true,
    screen: false,
    instanceId: expect.any(String),
  });

  await native.request("webrtc-offer", { offer });
  expect(await rooms.events.next("offer_received")).toEqual({ senderId: userId, payload: offer, roomId });
  rooms.send("answer", { targetId: userId, payload: answer, roomId });
  expect(await native.events.next("webrtc-answer")).toEqual({ from: "rob", answer });
  await native.request("ice-candidate", { to: "rob", candidate: candidate(1) });
  expect(await rooms.events.next("ice_candidate_received")).toEqual({
    senderId: userId,
    payload: candidate(1),
    roomId,
  });
  rooms.send("ice_candidate", { targetId: userId, payload: candidate(2), roomId });
  expect(await native.events.next("ice-candidate")).toEqual({ from: "rob", candidate: candidate(2) });

  await native.request("set-media", { audio: false, video: false, screen: true });
  expect(await rooms.events.next("toggle_audio")).toEqual({ userId, enabled: false });
  rooms.send("toggle_video", { userId: "rob", enabled: false });
  expect(await native.events.next("media-changed")).toEqual({
    userId: "rob",
    audio: true,
    video: false,
    screen: false,
  });

  await native.request("set-room-password", { password: "secret" });
  expect((await rooms.events.next("room_updated")).roomInfo.settings.passwordEnabled).toBe(true);

  await native.request("remove-participant", { userId: "rob" });
  expect(await rooms.events.next("error")).toEqual(refusalOf("REMOVED"));
  await rooms.events.ended;

  expect(rooms.events.names).toEqual([
    "room_joined",
    "offer_received",
    "ice_candidate_received",
    "toggle_video",
    "toggle_audio",
    "room_updated",
    "error",
  ]);
  expect(native.events.names).toEqual([
    "joined-room",
    "user-joined",
    "webrtc-answer",
    "ice-candidate",
    "media-changed",
    "room-updated",
    "user-left",
  ]);
});

it("a native client that leaves is a user_left for a rooms client", async () => {
  const rooms = await joinAsRoomsClient(server.url, { roomId: "mixed-leave", userId: "rob" });
  const native = await joinNatively(server.url, "mixed-leave");
  expect(await rooms.events.next("user_joined")).toMatchObject({ userId: native.userId });
  await native.request("leave-room", {});
  expect(await rooms.events.next("user_left")).toEqual({ userId: native.userId, reason: "left" });
});
