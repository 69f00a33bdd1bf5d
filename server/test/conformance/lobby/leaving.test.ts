import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type JoinedLobbyClient, joinAsLobbyClient, openLobbyClient } from "../../helpers/lobby-client.ts";
import { joinNatively } from "../../helpers/native-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { closeSockets, cutWire } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ MAX_PARTICIPANTS: "2" });
});
afterEach(closeSockets);
afterAll(() => server.close());

async function two(roomId: string) {
  const ann = await joinAsLobbyClient(server.url, { roomId, username: "Ann" });
  const bob = await joinAsLobbyClient(server.url, { roomId, username: "Bob" });
  await ann.events.next("user-joined");
  return { ann, bob };
}

describe("leave-room", () => {
  it.each<[string, unknown[]]>([
    ["no body", []],
    ["undefined", [undefined]],
    ["null", [null]],
    ["an empty object", [{}]],
    ["the room's id", ["leave"]],
    ["an object of its own", [{ roomId: "leave", userId: "someone-else" }]],
  ])("lobby-event-11: with %s tells the others", async (_, body) => {
    const { ann, bob } = await two("leave");
    bob.send("leave-room", ...body);
    expect(await ann.events.next("user-left")).toEqual({ userId: bob.userId, reason: "left" });
    expect(bob.events.names).toEqual(["joined-room"]);
  });

  it("lobby-event-11: is acknowledged, and keeps the connection for another room", async () => {
    const { bob } = await two("leave-next");
    expect(await bob.ask("leave-room")).toEqual({ ok: true });
    expect(await bob.ask("leave-room")).toEqual({ ok: false, error: refusalOf("NOT_IN_ROOM") });
    bob.send("join-room", { roomId: "another", username: "Bob" });
    expect((await bob.events.next("joined-room", ({ roomId }) => roomId === "another")).participants).toEqual([]);
  });
});

describe("the end of a connection", () => {
  it.each<[string, (client: JoinedLobbyClient) => void, string]>([
    ["disconnects", ({ socket }) => void socket.disconnect(), "left"],
    ["is lost", ({ socket }) => cutWire(socket), "disconnected"],
  ])("lobby-event-12: who %s has gone, and the seat is free at once", async (_, end, reason) => {
    const { ann, bob } = await two(`end-${reason}`);
    end(bob);
    expect(await ann.events.next("user-left")).toEqual({ userId: bob.userId, reason });
    await joinAsLobbyClient(server.url, { roomId: `end-${reason}` });
  });
});

describe("what the server ends", () => {
  it("lobby-event-13: error REMOVED for whom the host sends out", async () => {
    const host = await joinNatively(server.url, "removed");
    const bob = await joinAsLobbyClient(server.url, { roomId: "removed" });
    await host.request("remove-participant", { userId: bob.userId });
    expect(await bob.events.next("error")).toEqual(refusalOf("REMOVED"));
    await bob.events.ended;
  });

  it("lobby-event-13: error DRAINING with a hint before a restart; newcomers are refused", async () => {
    const own = await startServer();
    const ann = await joinAsLobbyClient(own.url, { roomId: "drain" });
    const visitor = await openLobbyClient(own.url);
    own.drain(3000);
    expect(await ann.events.next("error")).toEqual(refusalOf("DRAINING", { retryAfterMs: 3000 }));
    visitor.send("join-room", { roomId: "drain", username: "Late" });
    expect(await visitor.events.next("error")).toEqual(refusalOf("DRAINING", { retryAfterMs: expect.any(Number) }));
    expect(await ann.ask("leave-room")).toEqual({ ok: true });
    await own.close();
  });
});

it("what the wire has no word for is not told", async () => {
  const host = await joinNatively(server.url, "no-word");
  const bob = await joinAsLobbyClient(server.url, { roomId: "no-word" });
  await host.request("set-media", { audio: false });
  await host.request("set-room-password", { password: "s3cret" });
  await host.request("leave-room", {});
  await bob.events.next("user-left");
  expect(bob.events.names).toEqual(["joined-room", "user-left"]);
});
