import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { call } from "./helpers/http.ts";
import { connectNatively, enterNatively, joinNatively } from "./helpers/native-client.ts";
import { closePairingClients, joinAsPairingClient, openPairingClient } from "./helpers/pairing-client.ts";
import { openPolling } from "./helpers/polling.ts";
import { joinAsRoomsClient } from "./helpers/rooms-client.ts";
import { ask, closeSockets, connected, openSocket } from "./helpers/sockets.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";

// Connections that end, or are ended, while they are still being accepted.

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(() => {
  closeSockets();
  closePairingClients();
});
afterAll(() => server.close());

const CLOSE = "1";

it("a connection that closes in the same breath as it enters takes no seat", async () => {
  const host = await joinNatively(server.url, "breath");
  const { token } = await enterNatively(server.url, "breath");
  const ghost = await openPolling(server.url, "/ws");
  await ghost.send(`40${JSON.stringify({ token })}`, CLOSE);
  const next = await joinNatively(server.url, "breath");
  expect(next.joined.participants.map(({ userId }) => userId)).toEqual([host.userId]);
});

it("two entries over one connection are two seats, lost with it and taken anew", async () => {
  const one = await enterNatively(server.url, "double");
  const two = await enterNatively(server.url, "double");
  const client = await openPolling(server.url, "/ws");
  await client.send(`40${JSON.stringify({ token: one.token })}`, `40${JSON.stringify({ token: two.token })}`);
  const host = await joinNatively(server.url, "double");
  await client.send(CLOSE);
  const again = await connectNatively(server.url, one);
  await connectNatively(server.url, two);
  expect(again.joined.participants.map(({ userId }) => userId).sort()).toEqual([host.userId, two.userId].sort());
  expect((await call(`${server.url}/room/double/meta`)).body).toMatchObject({ participants: 3 });
});

it("a rooms client that closes in the same breath as it joins is gone again at once", async () => {
  const host = await joinAsRoomsClient(server.url, { roomId: "rooms-breath", userId: "host" });
  const client = await openPolling(server.url, "/socket.io");
  await client.send("40");
  await client.poll();
  const join = { roomId: "rooms-breath", userId: "ghost", displayName: "Ghost" };
  await client.send(`42${JSON.stringify(["join_room", join])}`, CLOSE);
  const next = await joinAsRoomsClient(server.url, { roomId: "rooms-breath", userId: "next" });
  await host.events.next("user_joined", ({ userId }) => userId === "next");
  expect(next.joined.participants.map(({ userId }) => userId)).toEqual(["host"]);
});

it("a namespace that doesn't exist is refused", async () => {
  const socket = openSocket(`${server.url}/admin`, {});
  await expect(connected(socket)).rejects.toThrow("Invalid namespace");
});

it("a seat that is lost the moment it is confirmed can be taken anew", async () => {
  const entry = await enterNatively(server.url, "moment");
  for (let n = 0; n < 10; n++) {
    const socket = openSocket(server.url, { path: "/ws", auth: { token: entry.token } });
    await connected(socket);
    socket.io.engine.close();
  }
  const client = await connectNatively(server.url, entry);
  expect(client.joined.participants).toEqual([]);
  expect(await ask(client.socket, "set-media", { audio: true })).toEqual({ ok: true });
});

it.each(["close", "terminate"] as const)(
  "a raw socket's %s in the same breath as it joins frees its seat",
  async (how) => {
    const roomId = `raw-${how}`;
    for (let n = 0; n < 5; n++) {
      const ghost = await openPairingClient(server.url);
      ghost.send("join_room", { roomId });
      ghost.socket[how]();
      await ghost.events.ended;
    }
    const participants = async () => (await call(`${server.url}/room/${roomId}/meta`)).body.participants;
    await expect.poll(participants, { interval: 5 }).toBe(0);
    const one = await joinAsPairingClient(server.url, roomId);
    await joinAsPairingClient(server.url, roomId);
    await one.events.next("room_ready");
  },
);
