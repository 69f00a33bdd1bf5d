import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectNatively, enterNatively, joinNatively, refusedHandshake } from "../../helpers/native-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { candidate } from "../../helpers/signals.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

describe("coming and going", () => {
  it("native-join-3, native-leave-1: is told to the others, once, and not to oneself", async () => {
    const ann = await joinNatively(server.url, "coming");
    const bob = await joinNatively(server.url, "coming", { displayName: "Bob" });
    expect(await ann.events.next("user-joined")).toEqual(bob.joined.self);
    expect(await bob.request("leave-room", {})).toEqual({ ok: true });
    expect(await ann.events.next("user-left")).toEqual({ userId: bob.userId, reason: "left" });
    await joinNatively(server.url, "coming");
    await ann.events.next("user-joined");
    expect(ann.events.names).toEqual(["joined-room", "user-joined", "user-left", "user-joined"]);
    expect(bob.events.names).toEqual(["joined-room"]);
  });

  it("native-leave-2: a client that disconnects has left at once", async () => {
    const ann = await joinNatively(server.url, "goodbye");
    const bob = await joinNatively(server.url, "goodbye");
    bob.socket.disconnect();
    expect(await ann.events.next("user-left")).toEqual({ userId: bob.userId, reason: "left" });
  });

  it("native-leave-2: a client that disconnects has left at once, however much it just sent", async () => {
    const tight = await startServer({ MESSAGE_RATE: "1" });
    try {
      const ann = await joinNatively(tight.url, "busy-goodbye");
      const bob = await joinNatively(tight.url, "busy-goodbye");
      for (let n = 0; n < 20; n++) bob.socket.emit("ice-candidate", { candidate: candidate(n) });
      bob.socket.disconnect();
      expect(await ann.events.next("user-left")).toEqual({ userId: bob.userId, reason: "left" });
    } finally {
      await tight.close();
    }
  });
});

describe("set-media", () => {
  it("native-media-1: reaches the others with the whole state", async () => {
    const ann = await joinNatively(server.url, "mute");
    const bob = await joinNatively(server.url, "mute");
    expect(await bob.request("set-media", { audio: false })).toEqual({ ok: true });
    expect(await ann.events.next("media-changed")).toEqual({
      userId: bob.userId,
      audio: false,
      video: true,
      screen: false,
    });
    await bob.request("set-media", { screen: true });
    expect(await ann.events.next("media-changed")).toMatchObject({ audio: false, screen: true });
    const cem = await joinNatively(server.url, "mute");
    expect(cem.joined.participants[1]).toMatchObject({ userId: bob.userId, audio: false, screen: true });
    expect(bob.events.names).not.toContain("media-changed");
  });

  it("native-media-2: FORBIDDEN for a screen where sharing is off, but not for the host", async () => {
    const host = await joinNatively(server.url, "no-screens");
    const bob = await joinNatively(server.url, "no-screens");
    await host.request("update-room", { allowScreenShare: false });
    expect(await bob.request("set-media", { screen: true })).toEqual({ ok: false, error: refusalOf("FORBIDDEN") });
    expect(await bob.request("set-media", { video: false })).toEqual({ ok: true });
    expect(await host.request("set-media", { screen: true })).toEqual({ ok: true });
  });
});

describe("another token for the same userId", () => {
  it("native-join-8: USER_ID_TAKEN while its owner sits there: only the same entry takes a seat over", async () => {
    const host = await joinNatively(server.url, "impostor");
    const early = await enterNatively(server.url, "impostor", { userId: "ann" });
    const ann = await joinNatively(server.url, "impostor", { userId: "ann" });
    expect(await refusedHandshake(server.url, { token: early.token })).toEqual(refusalOf("USER_ID_TAKEN"));
    expect(ann.events.names).toEqual(["joined-room"]);
    expect(host.events.names).toEqual(["joined-room", "user-joined"]);
  });

  it("native-join-7: and a renewed one is of the same entry", async () => {
    const ann = await joinNatively(server.url, "renewed");
    const renewed = await ann.request("renew-credentials", {});
    const again = await connectNatively(server.url, { ...ann.entry, ...renewed });
    expect(await ann.events.next("ejected")).toEqual({ reason: "replaced" });
    expect(again.joined.self.userId).toBe(ann.userId);
  });
});

describe("a reload with the same token", () => {
  it("native-join-7: replaces the first connection, which is told and closed", async () => {
    const entry = await enterNatively(server.url, "reload");
    const first = await connectNatively(server.url, entry, { instanceId: "one" });
    const other = await joinNatively(server.url, "reload");
    const second = await connectNatively(server.url, entry, { instanceId: "two" });

    expect(await first.events.next("ejected")).toEqual({ reason: "replaced" });
    expect(await first.events.ended).toBe("io server disconnect");
    expect(await other.events.next("user-left")).toEqual({ userId: entry.userId, reason: "replaced" });
    expect(await other.events.next("user-joined")).toEqual(second.joined.self);
    expect(second.joined.self.instanceId).toBe("two");
    expect(second.joined.participants.map(({ userId }) => userId)).toEqual([other.userId]);
    expect(other.events.names).toEqual(["joined-room", "user-left", "user-joined"]);
  });

  it("native-join-7: works in a full room", async () => {
    const host = await joinNatively(server.url, "full-reload");
    const entry = await enterNatively(server.url, "full-reload");
    await connectNatively(server.url, entry);
    await host.request("update-room", { maxParticipants: 2 });
    expect((await connectNatively(server.url, entry)).joined.self.userId).toBe(entry.userId);
  });

  it("native-join-7: leaves one, told and untold all others, when many come at the same moment", async () => {
    const host = await joinNatively(server.url, "stampede");
    const entry = await enterNatively(server.url, "stampede");
    const clients = await Promise.all(Array.from({ length: 10 }, () => connectNatively(server.url, entry)));
    const last = await joinNatively(server.url, "stampede");
    expect(last.joined.participants.map(({ userId }) => userId)).toEqual([host.userId, entry.userId]);
    const seated = last.joined.participants[1];
    const winners = clients.filter(({ joined }) => joined.self.instanceId === seated?.instanceId);
    expect(winners).toHaveLength(1);
    const losers = clients.filter((client) => !winners.includes(client));
    expect(await Promise.all(losers.map(({ events }) => events.next("ejected")))).toEqual(
      losers.map(() => ({ reason: "replaced" })),
    );
    expect(await Promise.all(losers.map(({ events }) => events.ended))).toEqual(
      losers.map(() => "io server disconnect"),
    );
  });

  it("native-join-7: ends the connection of a seat that is taken over before it was confirmed", async () => {
    const entry = await enterNatively(server.url, "first-of-all");
    const clients = await Promise.all(Array.from({ length: 10 }, () => connectNatively(server.url, entry)));
    const host = await joinNatively(server.url, "first-of-all", { userId: "late" });
    const losers = clients.filter(({ joined }) => joined.self.instanceId !== host.joined.participants[0]?.instanceId);
    expect(losers).toHaveLength(9);
    await Promise.all(losers.map(({ events }) => events.ended));
  });
});
