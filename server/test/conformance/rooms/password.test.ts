import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { joinAsRoomsClient, openRoomsClient, type RoomsClient } from "../../helpers/rooms-client.ts";
import { refusalOf, roomInfoOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

async function ownerOf(roomId: string) {
  const owner = await joinAsRoomsClient(server.url, { roomId, userId: "owner" });
  return { owner, ownerKey: owner.joined.ownerKey ?? "" };
}

const join = (client: RoomsClient, roomId: string, more: object = {}) =>
  client.send("join_room", { roomId, userId: "guest", displayName: "Guest", ...more });

describe("a room with a password", () => {
  it("rooms-password-1: asks for it, refuses a wrong one, and lets in with the right one", async () => {
    const { owner } = await ownerOf("locked");
    expect(await owner.ask("set_room_password", { roomId: "locked", password: "s3cret" })).toEqual({ ok: true });
    const guest = await openRoomsClient(server.url);
    join(guest, "locked");
    expect(await guest.events.next("auth_required")).toEqual({});
    join(guest, "locked", { password: "wrong" });
    expect(await guest.events.next("error")).toEqual(refusalOf("AUTH_FAILED"));
    join(guest, "locked", { password: "s3cret" });
    const joined = await guest.events.next("room_joined");
    expect(joined.roomInfo.settings).toMatchObject({ passwordEnabled: true });
    expect(joined.participants.map(({ userId }) => userId)).toEqual(["owner"]);
    expect(guest.events.names).toEqual(["auth_required", "error", "room_joined"]);
  });

  it("rooms-password-2: tells its hint with both refusals", async () => {
    const { owner } = await ownerOf("hinted");
    await owner.ask("set_room_password", { roomId: "hinted", password: "s3cret", hint: "as always" });
    const guest = await openRoomsClient(server.url);
    join(guest, "hinted");
    expect(await guest.events.next("auth_required")).toEqual({ hint: "as always" });
    join(guest, "hinted", { password: "wrong" });
    expect(await guest.events.next("error")).toEqual(refusalOf("AUTH_FAILED", { hint: "as always" }));
    expect(await guest.ask("join_room", { roomId: "hinted", userId: "guest", displayName: "Guest" })).toEqual({
      ok: false,
      error: refusalOf("AUTH_REQUIRED", { hint: "as always" }),
    });
  });

  it("rooms-password-3: is told to everyone in the room when it is set and cleared, without the password or its hash", async () => {
    const { owner } = await ownerOf("told");
    const guest = await joinAsRoomsClient(server.url, { roomId: "told", userId: "guest" });
    await owner.ask("set_room_password", { roomId: "told", password: "s3cret" });
    const { roomInfo } = await guest.events.next("room_updated");
    expect(roomInfo).toEqual({ ...roomInfoOf("told", { passwordEnabled: true }), stats: expect.anything() });
    expect(await owner.ask("clear_room_password", { roomId: "told" })).toEqual({ ok: true });
    expect((await guest.events.next("room_updated")).roomInfo.settings.passwordEnabled).toBe(false);
    expect(JSON.stringify([owner.events.all, guest.events.all])).not.toMatch(/argon2|s3cret|Hash/);
    await joinAsRoomsClient(server.url, { roomId: "told", userId: "late" });
  });

  it("rooms-password-4: forgets an old hint with a new password", async () => {
    const { owner } = await ownerOf("new-password");
    await owner.ask("set_room_password", { roomId: "new-password", password: "one", hint: "one" });
    await owner.ask("set_room_password", { roomId: "new-password", password: "two" });
    const guest = await openRoomsClient(server.url);
    join(guest, "new-password", { password: "one" });
    expect(await guest.events.next("error")).toEqual(refusalOf("AUTH_FAILED"));
  });
});

describe("ownership", () => {
  it("rooms-password-5: FORBIDDEN for everyone else", async () => {
    await ownerOf("not-yours");
    const guest = await joinAsRoomsClient(server.url, { roomId: "not-yours", userId: "guest" });
    guest.send("set_room_password", { roomId: "not-yours", password: "mine" });
    expect(await guest.events.next("error")).toEqual(refusalOf("FORBIDDEN"));
    guest.send("clear_room_password", { roomId: "not-yours" });
    expect(await guest.events.next("error")).toEqual(refusalOf("FORBIDDEN"));
  });

  it("rooms-password-6: comes back later with the key, past the password, which stays as it is", async () => {
    const { owner, ownerKey } = await ownerOf("restored");
    await owner.ask("set_room_password", { roomId: "restored", password: "s3cret" });
    await owner.ask("leave_room", {});
    const back = await joinAsRoomsClient(server.url, { roomId: "restored", userId: "me", ownerKey });
    expect(back.joined).not.toHaveProperty("ownerKey");
    expect(back.joined.roomInfo.settings.passwordEnabled).toBe(true);
    expect(await back.ask("clear_room_password", { roomId: "restored" })).toEqual({ ok: true });
  });

  it("rooms-password-7: does not come with a wrong key", async () => {
    const { owner, ownerKey } = await ownerOf("wrong-key");
    const guest = await joinAsRoomsClient(server.url, { roomId: "wrong-key", userId: "g", ownerKey: `${ownerKey}x` });
    expect(await guest.ask("clear_room_password", {})).toEqual({ ok: false, error: refusalOf("FORBIDDEN") });
    await owner.ask("set_room_password", { password: "s3cret" });
    const late = await openRoomsClient(server.url);
    join(late, "wrong-key", { ownerKey: "guess" });
    expect(await late.events.next("auth_required")).toEqual({});
  });
});

it("rooms-password-8: BAD_REQUEST for a password that is none", async () => {
  const { owner } = await ownerOf("none");
  for (const password of ["", "x".repeat(129), null, 5, {}]) {
    expect(await owner.ask("set_room_password", { roomId: "none", password })).toEqual({
      ok: false,
      error: refusalOf("BAD_REQUEST"),
    });
  }
});
