import { afterEach, expect, it } from "vitest";
import { closePairingClients, joinAsPair } from "../helpers/pairing-client.ts";
import { joinAsRoomsClient } from "../helpers/rooms-client.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer } from "../helpers/start-server.ts";

afterEach(() => {
  closeSockets();
  closePairingClients();
});

it("a reader that takes nothing is given up, and nobody else notices", async () => {
  const server = await startServer();
  const [ann, bob, slow] = await Promise.all(
    ["ann", "bob", "slow"].map((userId) => joinAsRoomsClient(server.url, { roomId: "slow", userId })),
  );
  if (!ann || !bob || !slow) return expect.unreachable();
  Reflect.get(slow.socket.io.engine.transport, "ws")._socket.pause();

  const left = ann.events.next("user_left");
  const payload = { type: "offer", sdp: "x".repeat(40_000) };
  let isThere = true;
  void left.then(() => {
    isThere = false;
  });
  for (let n = 0; n < 2000 && isThere; n++) await ann.ask("offer", { targetId: "slow", payload });
  expect(await left).toEqual({ userId: "slow", reason: "disconnected" });
  await ann.ask("offer", { targetId: "bob", payload });
  expect(await bob.events.next("offer_received")).toMatchObject({ senderId: "ann" });
  await server.close();
});

it("pairing-ws-23: so is one on a raw WebSocket, while its sender is served", async () => {
  const server = await startServer();
  const [ann, slow] = await joinAsPair(server.url, "slow-raw");
  slow.socket.pause();

  let isThere = true;
  const left = ann.events.next("peer_disconnected").then(() => {
    isThere = false;
  });
  for (let n = 0; n < 2000 && isThere; n++) {
    ann.send("webrtc_offer", { sdp: "x".repeat(40_000) });
    ann.send("ping");
    await ann.events.next("pong");
  }
  await left;
  ann.send("ping");
  await ann.events.next("pong");
  await server.close();
});
