import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { CallRoom } from "@chamcall/protocol";
import { SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "../../helpers/http.ts";
import { openLobbyClient } from "../../helpers/lobby-client.ts";
import { connectNatively, type NativeClient, refusedHandshake } from "../../helpers/native-client.ts";
import { openRoomsClient } from "../../helpers/rooms-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { answer, candidate, offer } from "../../helpers/signals.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import { startCall, type UserClient, userPair } from "../../helpers/user-client.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

/** Enters a call's room as the SDK does. */
const enter = (user: UserClient, room: CallRoom): Promise<NativeClient> =>
  connectNatively(server.url, { ...user.identity, ...room, userId: user.userId });

async function meet() {
  const { ann, bob } = await userPair(server.url);
  const { callId, callers, callees } = await startCall(ann, bob);
  const inside = { ann: await enter(ann, callers), bob: await enter(bob, callees) };
  return { ann, bob, inside, callId, room: callers, tokens: { ann: callers.token, bob: callees.token } };
}

/** Asked of the database: to those outside such a room doesn't exist. */
function exists(roomId: string): boolean {
  const database = new DatabaseSync(server.sqlitePath, { readOnly: true });
  const row = database.prepare("SELECT 1 FROM app_rooms WHERE room_id = ?").get(roomId);
  database.close();
  return row !== undefined;
}

describe("native-call-4: the room of a call", () => {
  it("is where the two meet, as participants, and go on as in any room", async () => {
    const { ann, bob, inside, room } = await meet();
    expect(inside.ann.joined).toMatchObject({
      roomId: room.roomId,
      self: { userId: ann.userId, name: "Ann", role: "participant" },
      participants: [],
      room: { settings: { maxParticipants: 2, passwordEnabled: false } },
    });
    expect(inside.bob.joined.participants).toMatchObject([{ userId: ann.userId, name: "Ann" }]);
    expect(await inside.ann.events.next("user-joined")).toMatchObject({ userId: bob.userId, name: "Bob" });
    await inside.ann.request("webrtc-offer", { offer });
    expect(await inside.bob.events.next("webrtc-offer")).toEqual({ from: ann.userId, offer });
    await inside.bob.request("webrtc-answer", { answer });
    expect(await inside.ann.events.next("webrtc-answer")).toEqual({ from: bob.userId, answer });
    await inside.ann.request("ice-candidate", { candidate: candidate(1) });
    await inside.bob.events.next("ice-candidate");
    expect(await inside.bob.request("set-media", { screen: true })).toEqual({ ok: true });
    expect(await inside.ann.events.next("media-changed")).toMatchObject({ userId: bob.userId, screen: true });
  });

  it("is nobody's to manage", async () => {
    const { inside, bob } = await meet();
    const forbidden = { ok: false, error: refusalOf("FORBIDDEN") };
    expect(await inside.ann.request("update-room", { maxParticipants: 3 })).toEqual(forbidden);
    expect(await inside.ann.request("set-room-password", { password: "x" })).toEqual(forbidden);
    expect(await inside.ann.request("remove-participant", { userId: bob.userId })).toEqual(forbidden);
  });

  it.each(["before they enter", "while they talk"])("lets nobody else in by its link, %s", async (when) => {
    const { ann, bob } = await userPair(server.url);
    const { callers, callees } = await startCall(ann, bob);
    const { roomId } = callers;
    if (when === "while they talk") await Promise.all([enter(ann, callers), enter(bob, callees)]);

    const byRest = await call(`${server.url}/room/${roomId}/join`, { json: { displayName: "Eve" } });
    expect([byRest.status, byRest.body.error]).toEqual([403, refusalOf("FORBIDDEN")]);
    const rooms = await openRoomsClient(server.url);
    rooms.send("join_room", { roomId, userId: "eve", displayName: "Eve" });
    expect(await rooms.events.next("error")).toEqual(refusalOf("FORBIDDEN"));
    const lobby = await openLobbyClient(server.url);
    lobby.send("join-room", { roomId, username: "Eve" });
    expect(await lobby.events.next("error")).toEqual(refusalOf("FORBIDDEN"));
    const asBob = await call(`${server.url}/room/${roomId}/join`, { json: { displayName: "Bob", userId: bob.userId } });
    expect(asBob.status).toBe(403);
  });

  it("holds two: whatever token a third had, ROOM_FULL", async () => {
    const { room, callId } = await meet();
    const secret = new TextEncoder().encode(readFileSync(join(server.dataDir, "jwt-secret"), "utf8"));
    const token = await new SignJWT({
      app: "public",
      room: room.roomId,
      name: "Eve",
      role: "host",
      permissions: [],
      call: callId,
    })
      .setProtectedHeader({ alg: "HS256", typ: "room+jwt" })
      .setIssuer("chamcall")
      .setAudience("chamcall:room")
      .setSubject("eve")
      .setJti("entry")
      .setExpirationTime("1h")
      .sign(secret);
    expect(await refusedHandshake(server.url, { token })).toEqual(refusalOf("ROOM_FULL", { maxParticipants: 2 }));
  });

  it("is shown by no list", async () => {
    const { room } = await meet();
    const { body } = await call(`${server.url}/api/rooms`);
    expect(JSON.stringify(body)).not.toContain(room.roomId);
    expect((await call(`${server.url}/api/rooms/${room.roomId}`)).status).toBe(404);
    expect((await call(`${server.url}/room/${room.roomId}/meta`)).body).toMatchObject({
      exists: false,
      participants: 0,
    });
    const production = await startServer({ NODE_ENV: "production" });
    const { ann, bob } = await userPair(production.url);
    const { callers } = await startCall(ann, bob);
    await connectNatively(production.url, { ...ann.identity, ...callers });
    expect((await call(`${production.url}/rooms`, { headers: { accept: "*/*" } })).body).toEqual({ rooms: [] });
    await production.close();
  });

  it("is gone with the call: nobody comes in any more", async () => {
    const { inside, room, tokens } = await meet();
    expect(exists(room.roomId)).toBe(true);
    inside.ann.socket.disconnect();
    await inside.bob.events.next("user-left");
    await expect.poll(() => exists(room.roomId), { interval: 5 }).toBe(false);
    expect(await refusedHandshake(server.url, { token: tokens.ann })).toEqual(refusalOf("NOT_FOUND"));
  });

  it("is gone with a call that ends before anyone enters", async () => {
    const { ann, bob } = await userPair(server.url);
    const { callId, callers } = await startCall(ann, bob);
    expect(exists(callers.roomId)).toBe(true);
    await ann.request("call-end", { callId });
    await bob.events.next("call-ended");
    await expect.poll(() => exists(callers.roomId), { interval: 5 }).toBe(false);
  });

  it("takes the same seat again for the same token: a reload", async () => {
    const { ann, inside, room } = await meet();
    const again = await enter(ann, room);
    expect(await inside.ann.events.next("ejected")).toEqual({ reason: "replaced" });
    expect(again.joined.participants).toHaveLength(1);
    expect(ann.events.names).not.toContain("call-ended");
  });
});

describe("native-call-9: leaving the room ends the call for both", () => {
  it.each([
    ["leave-room", async ({ request }: NativeClient) => void (await request("leave-room", {}))],
    ["a goodbye", async ({ socket }: NativeClient) => void socket.disconnect()],
  ])("by %s", async (_, leave) => {
    const { ann, bob, inside, callId } = await meet();
    await leave(inside.bob);
    expect(await inside.ann.events.next("user-left")).toEqual({ userId: bob.userId, reason: "left" });
    for (const { events } of [ann, bob]) {
      expect(await events.next("call-ended")).toEqual({ callId, reason: "ended", by: bob.userId });
    }
    await inside.ann.request("leave-room", {});
    await startCall(bob, ann);
    expect(ann.events.names.filter((name) => name === "call-ended")).toHaveLength(1);
  });

  it("also when both leave at once: each is told once", async () => {
    const { ann, bob, inside, callId } = await meet();
    await Promise.all([inside.ann.request("leave-room", {}), inside.bob.request("leave-room", {})]);
    for (const { events } of [ann, bob]) expect(await events.next("call-ended")).toMatchObject({ callId });
    await startCall(ann, bob);
    for (const { events } of [ann, bob]) {
      expect(events.names.filter((name) => name === "call-ended")).toHaveLength(1);
    }
  });

  it("and hanging up doesn't throw anyone out of the room", async () => {
    const { ann, bob, inside, callId } = await meet();
    await ann.request("call-end", { callId });
    expect(await bob.events.next("call-ended")).toEqual({ callId, reason: "ended", by: ann.userId });
    expect(await inside.bob.request("set-media", { audio: false })).toEqual({ ok: true });
    await inside.ann.events.next("media-changed");
    await inside.bob.request("leave-room", {});
    await inside.ann.request("leave-room", {});
    await startCall(ann, bob);
  });
});
