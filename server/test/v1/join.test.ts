import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "../helpers/http.ts";
import { joinNatively } from "../helpers/native-client.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { ask, closeSockets } from "../helpers/sockets.ts";
import { startV1, type V1Server } from "../helpers/v1-server.ts";

let v1: V1Server;
beforeAll(async () => {
  v1 = await startV1();
});
afterEach(closeSockets);
afterAll(() => v1.server.close());

describe("POST /api/v1/rooms/:roomId/join", () => {
  it.each([
    [{}],
    [{ userId: "" }],
    [{ userId: "a b" }],
    [{ userId: "ann", role: "admin" }],
    [{ userId: "ann", name: " " }],
    [{ userId: "ann", permissions: ["manage-room"] }],
  ])("BAD_REQUEST for %j", async (json) => {
    const roomId = await v1.acme.makeRoom();
    expect(await v1.acme.ask(`/rooms/${roomId}/join`, { json })).toMatchObject({
      status: 400,
      body: { error: refusalOf("BAD_REQUEST") },
    });
  });

  it("makes no room: NOT_FOUND for one that isn't there", async () => {
    expect(await v1.acme.ask("/rooms/nowhere/join", { json: { userId: "ann" } })).toMatchObject({
      status: 404,
      body: { error: refusalOf("NOT_FOUND") },
    });
  });

  it("takes a userId of any length for a name", async () => {
    const userId = "u".repeat(128);
    const client = await v1.acme.enter(await v1.acme.makeRoom(), { userId });
    expect(client.joined.self).toMatchObject({ userId, name: "u".repeat(80) });
  });

  it("ROOM_FULL by the room's capacity, but not to who is in it", async () => {
    const roomId = await v1.acme.makeRoom({ maxParticipants: 1 });
    await v1.acme.enter(roomId, { userId: "ann" });
    const join = (userId: string) => v1.acme.ask(`/rooms/${roomId}/join`, { json: { userId } });
    const full = { status: 409, body: { error: refusalOf("ROOM_FULL", { maxParticipants: 1 }) } };
    expect(await join("bob")).toMatchObject(full);
    expect(await join("ann")).toMatchObject({ status: 200 });
  });

  it("lets in exactly as many as there is room for, however many have a token", async () => {
    const roomId = await v1.acme.makeRoom({ maxParticipants: 2 });
    const results = await Promise.allSettled(
      ["a", "b", "c", "d", "e"].map((userId) => v1.acme.enter(roomId, { userId })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect((await v1.acme.status(roomId)).participants).toHaveLength(2);
  });

  it("gives a host what a host may do, and a participant nothing of it", async () => {
    const roomId = await v1.acme.makeRoom();
    const host = await v1.acme.enter(roomId, { userId: "ann", role: "host" });
    const guest = await v1.acme.enter(roomId, { userId: "bob", role: "participant" });
    const forbidden = { ok: false, error: refusalOf("FORBIDDEN") };
    expect(await ask(guest.socket, "update-room", { maxParticipants: 3 })).toEqual(forbidden);
    expect(await ask(guest.socket, "remove-participant", { userId: "ann" })).toEqual(forbidden);
    expect(await host.request("update-room", { maxParticipants: 3 })).toEqual({ ok: true });
    expect(await host.request("remove-participant", { userId: "bob" })).toEqual({ ok: true });
    expect(await guest.events.next("ejected")).toEqual({ reason: "removed" });
  });

  it("RATE_LIMITED beyond the app's joins", async () => {
    const slow = await v1.newApp({ limits: { joinRate: 2 } });
    const roomId = await slow.makeRoom();
    const join = () => slow.ask(`/rooms/${roomId}/join`, { json: { userId: "ann" } });
    expect([(await join()).status, (await join()).status]).toEqual([200, 200]);
    const refused = await join();
    expect(refused).toMatchObject({
      status: 429,
      body: { error: refusalOf("RATE_LIMITED", { retryAfterMs: expect.any(Number) }) },
    });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("native-app-1: no other door leads to the app's room, also where the id is the same", async () => {
    const roomId = await v1.acme.makeRoom();
    const ann = await v1.acme.enter(roomId, { userId: "ann" });
    expect((await call(`${v1.server.url}/room/${roomId}/meta`)).body).toMatchObject({ exists: false });
    const stranger = await joinNatively(v1.server.url, roomId);
    expect(stranger.joined.participants).toEqual([]);
    expect(await ann.request("webrtc-offer", { to: stranger.userId, offer: { type: "offer", sdp: "v=0" } })).toEqual({
      ok: false,
      error: refusalOf("TARGET_NOT_FOUND"),
    });
    expect((await v1.acme.status(roomId)).participants).toHaveLength(1);
  });
});
