import { once } from "node:events";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { closePairingClients, joinAsPairingClient, openPairingClient } from "../helpers/pairing-client.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";

// The real clock: a ping after ten seconds, and five to answer it.
vi.setConfig({ testTimeout: 40_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closePairingClients);
afterAll(() => server.close());

it("pairing-ws-22: a peer that answers no ping is given up after 15 s; one that does stays", async () => {
  const roomId = "silent";
  const awake = await joinAsPairingClient(server.url, roomId);
  const silent = await openPairingClient(server.url, { autoPong: false });
  silent.send("join_room", { roomId });
  await awake.events.next("room_ready");
  const openedAt = performance.now();
  await once(silent.socket, "ping");
  const [code] = await once(silent.socket, "close");
  const lasted = performance.now() - openedAt;
  expect(code).toBe(1006);
  expect(lasted).toBeGreaterThan(14_000);
  expect(lasted).toBeLessThan(20_000);
  await awake.events.next("peer_disconnected");
  awake.send("ping");
  await awake.events.next("pong");
});
