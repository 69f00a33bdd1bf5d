import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { joinNatively } from "../../helpers/native-client.ts";
import {
  closePairingClients,
  joinAsPair,
  joinAsPairingClient,
  openPairingClient,
} from "../../helpers/pairing-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(() => {
  closePairingClients();
  closeSockets();
});
afterAll(() => server.close());

describe("every close of ours has a code and a reason", () => {
  it("pairing-ws-17: 1009 for a message over 64 KB; one of 64 KB is read", async () => {
    const client = await openPairingClient(server.url);
    const frameOf = (bytes: number) =>
      JSON.stringify({ type: "ping", x: "x".repeat(bytes - '{"type":"ping","x":""}'.length) });
    client.socket.send(frameOf(64 * 1024));
    await client.events.next("pong");
    client.socket.send(frameOf(64 * 1024 + 1));
    expect(await client.events.ended).toBe("1009 The message is larger than 64 KB.");
  });

  it("pairing-ws-17: 1009 also in many pieces", async () => {
    const [client, other] = await joinAsPair(server.url, "pieces");
    for (let n = 0; n < 20; n++) client.socket.send("x".repeat(4096), { fin: false });
    expect(await client.events.ended).toMatch(/^1009 \w/);
    await other.events.next("peer_disconnected");
  });

  it("pairing-ws-18: 1007 for text that isn't UTF-8", async () => {
    const client = await openPairingClient(server.url);
    client.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await client.events.ended).toBe("1007 A text frame must be valid UTF-8.");
  });

  it("pairing-ws-19: 1008 after error REMOVED for whom a host removes; the room is free then", async () => {
    const roomId = "removed";
    const host = await joinNatively(server.url, roomId);
    const client = await joinAsPairingClient(server.url, roomId);
    const { userId } = await host.events.next("user-joined");
    await host.request("remove-participant", { userId });
    expect(await client.events.next("error")).toEqual(refusalOf("REMOVED"));
    expect(await client.events.ended).toMatch(/^1008 \w/);
    await joinAsPairingClient(server.url, roomId);
  });

  it("pairing-ws-20: error DRAINING, then 1001 when the server goes", async () => {
    const own = await startServer();
    const [client] = await joinAsPair(own.url, "draining");
    const visitor = await openPairingClient(own.url);
    own.drain(3000);
    const draining = refusalOf("DRAINING", { retryAfterMs: expect.any(Number) });
    expect(await client.events.next("error")).toEqual(draining);
    expect(await visitor.refusal("join_room", { roomId: "draining-2" })).toEqual(draining);
    await own.close();
    expect(await client.events.ended).toMatch(/^1001 \w/);
    expect(await visitor.events.ended).toMatch(/^1001 \w/);
    expect(client.events.names).not.toContain("peer_disconnected");
  });

  it("pairing-ws-20: a peer that doesn't answer the goodbye doesn't hold the server up", async () => {
    const own = await startServer();
    const client = await openPairingClient(own.url);
    client.socket.pause();
    const askedAt = performance.now();
    await own.close();
    expect(performance.now() - askedAt).toBeLessThan(3000);
  });
});

it("pairing-ws-21: what a client closes is closed with its own code", async () => {
  const { socket } = await openPairingClient(server.url);
  socket.close(4001, "mine");
  const [code, reason] = await once(socket, "close");
  expect([code, String(reason)]).toEqual([4001, "mine"]);
  expect(socket.readyState).toBe(WebSocket.CLOSED);
});
