import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "../../helpers/http.ts";
import { connectNatively, enterNatively, joinNatively, refusedHandshake } from "../../helpers/native-client.ts";
import { refusalOf, roomInfoOf } from "../../helpers/shapes.ts";
import { ask, closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

async function hostAndGuest(roomId: string) {
  const host = await joinNatively(server.url, roomId, { displayName: "Host" });
  const guest = await joinNatively(server.url, roomId, { displayName: "Guest" });
  return { host, guest };
}

describe("the room's password", () => {
  it("native-host-1: is set and cleared by the host, and everyone sees that it is on", async () => {
    const { host, guest } = await hostAndGuest("locked");
    expect(await host.request("set-room-password", { password: "open sesame", hint: "the cave" })).toEqual({
      ok: true,
    });
    const locked = roomInfoOf("locked", { passwordEnabled: true, passwordHint: "the cave" });
    expect(await guest.events.next("room-updated")).toEqual({ ...locked, stats: expect.anything() });
    expect(await host.events.next("room-updated")).toEqual({ ...locked, stats: expect.anything() });
    expect(JSON.stringify(guest.events.all)).not.toMatch(/argon2|sesame/);

    const url = `${server.url}/room/locked/join`;
    const without = await call(url, { json: { displayName: "Late" } });
    expect(without).toMatchObject({ status: 401, body: { error: refusalOf("AUTH_REQUIRED", { hint: "the cave" }) } });
    const wrong = await call(url, { json: { displayName: "Late", password: "open barley" } });
    expect(wrong).toMatchObject({ status: 401, body: { error: refusalOf("AUTH_FAILED", { hint: "the cave" }) } });
    await joinNatively(server.url, "locked", { password: "open sesame" });

    expect(await host.request("clear-room-password", {})).toEqual({ ok: true });
    expect(await guest.events.next("room-updated")).toMatchObject({ settings: { passwordEnabled: false } });
    await joinNatively(server.url, "locked");
  });

  it("native-host-2: is compared as the same text, however it was typed", async () => {
    const { host } = await hostAndGuest("accents");
    await host.request("set-room-password", { password: "caf\u00e9" });
    await joinNatively(server.url, "accents", { password: "cafe\u0301" });
  });
});

describe("update-room", () => {
  it("native-host-3: changes limit and screen sharing", async () => {
    const { host, guest } = await hostAndGuest("settings");
    expect(await host.request("update-room", { maxParticipants: 2, allowScreenShare: false })).toEqual({ ok: true });
    expect(await guest.events.next("room-updated")).toEqual({
      ...roomInfoOf("settings", { maxParticipants: 2, allowScreenShare: false }),
      stats: expect.anything(),
    });
    expect(await call(`${server.url}/room/settings/join`, { json: { displayName: "Late" } })).toMatchObject({
      status: 409,
      body: { error: refusalOf("ROOM_FULL", { maxParticipants: 2 }) },
    });
  });
});

describe("remove-participant", () => {
  it("native-host-4: sends the participant out and tells the others", async () => {
    const { host, guest } = await hostAndGuest("out");
    const other = await joinNatively(server.url, "out");
    expect(await host.request("remove-participant", { userId: guest.userId })).toEqual({ ok: true });
    expect(await guest.events.next("ejected")).toEqual({ reason: "removed" });
    expect(await guest.events.ended).toBe("io server disconnect");
    const left = { userId: guest.userId, reason: "removed" };
    expect(await other.events.next("user-left")).toEqual(left);
    expect(await host.events.next("user-left")).toEqual(left);
    const late = await joinNatively(server.url, "out");
    expect(late.joined.participants.map(({ userId }) => userId)).toEqual([host.userId, other.userId]);
  });

  it("native-host-5: takes back the token that the participant came in with, and no other", async () => {
    const { host, guest } = await hostAndGuest("barred");
    await host.request("remove-participant", { userId: guest.userId });
    await guest.events.next("ejected");
    expect(await refusedHandshake(server.url, { token: guest.entry.token })).toEqual(refusalOf("REMOVED"));
    const again = await joinNatively(server.url, "barred");
    expect(again.joined.participants.map(({ userId }) => userId)).toEqual([host.userId]);
  });

  it("native-host-6: TARGET_NOT_FOUND for a stranger and for oneself", async () => {
    const { host } = await hostAndGuest("nobody");
    for (const userId of ["stranger", host.userId]) {
      expect(await host.request("remove-participant", { userId })).toEqual({
        ok: false,
        error: refusalOf("TARGET_NOT_FOUND"),
      });
    }
  });
});

describe("a guest", () => {
  it.each([
    ["set-room-password", { password: "mine now" }],
    ["clear-room-password", {}],
    ["update-room", { maxParticipants: 2 }],
    ["remove-participant", { userId: "host" }],
  ])("native-host-7: FORBIDDEN to %s", async (name, data) => {
    const { guest } = await hostAndGuest(`guest-${name}`);
    expect(await ask(guest.socket, name, data)).toEqual({ ok: false, error: refusalOf("FORBIDDEN") });
  });
});

describe("ownership", () => {
  it("native-host-8: goes to whoever created the room, and comes back with the key", async () => {
    const first = await enterNatively(server.url, "mine");
    expect(first.ownerKey).toMatch(/^[\w-]{20,}$/);
    const second = await enterNatively(server.url, "mine");
    expect(second).not.toHaveProperty("ownerKey");
    expect((await connectNatively(server.url, second)).joined.self.role).toBe("participant");

    const back = await enterNatively(server.url, "mine", { ownerKey: first.ownerKey ?? "" });
    expect(back).not.toHaveProperty("ownerKey");
    const host = await connectNatively(server.url, back);
    expect(host.joined.self.role).toBe("host");

    await host.request("set-room-password", { password: "secret" });
    await enterNatively(server.url, "mine", { ownerKey: first.ownerKey ?? "" });
    expect(await call(`${server.url}/room/mine/join`, { json: { displayName: "x", ownerKey: "guess" } })).toMatchObject(
      {
        status: 401,
        body: { error: { code: "AUTH_REQUIRED" } },
      },
    );
  });

  it("native-host-8: of one room is nothing in another", async () => {
    const { ownerKey } = await enterNatively(server.url, "here");
    await enterNatively(server.url, "there");
    const entry = await enterNatively(server.url, "there", { ownerKey: ownerKey ?? "" });
    expect((await connectNatively(server.url, entry)).joined.self.role).toBe("participant");
  });
});

it("native-join-9: a token of a room that got a password since then still enters", async () => {
  const { host } = await hostAndGuest("since-then");
  const entry = await enterNatively(server.url, "since-then");
  await host.request("set-room-password", { password: "secret" });
  expect((await connectNatively(server.url, entry)).joined.roomId).toBe("since-then");
  expect(await refusedHandshake(server.url, { token: `${entry.token}x` })).toEqual(refusalOf("UNAUTHORIZED"));
});
