import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { joinNatively } from "../../helpers/native-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { answer, candidate, offer } from "../../helpers/signals.ts";
import { ask, closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

describe("two participants", () => {
  it("native-relay-1: reach each other without saying whom they mean", async () => {
    const ann = await joinNatively(server.url, "pair");
    const bob = await joinNatively(server.url, "pair");
    expect(await ann.request("webrtc-offer", { offer })).toEqual({ ok: true });
    expect(await bob.events.next("webrtc-offer")).toEqual({ from: ann.userId, offer });
    expect(await bob.request("webrtc-answer", { answer })).toEqual({ ok: true });
    expect(await ann.events.next("webrtc-answer")).toEqual({ from: bob.userId, answer });
    expect(await ann.request("ice-candidate", { candidate: candidate() })).toEqual({ ok: true });
    expect(await bob.events.next("ice-candidate")).toEqual({ from: ann.userId, candidate: candidate() });
    expect(await bob.request("ice-candidate", { candidate: null })).toEqual({ ok: true });
    expect(await ann.events.next("ice-candidate")).toEqual({ from: bob.userId, candidate: null });
  });

  it("native-relay-2: keep the order of what one sends", async () => {
    const ann = await joinNatively(server.url, "in-order");
    const bob = await joinNatively(server.url, "in-order");
    const sent = Array.from({ length: 200 }, (_, n) => candidate(n));
    for (const one of sent) ann.socket.emit("ice-candidate", { candidate: one });
    await bob.events.next("ice-candidate", ({ candidate: last }) => last?.candidate === sent.at(-1)?.candidate);
    const heard = bob.events.all.filter(({ name }) => name === "ice-candidate");
    expect(heard.map(({ data }) => data)).toEqual(sent.map((one) => ({ from: ann.userId, candidate: one })));
    expect(heard.map(({ seq }) => seq)).toEqual(sent.map((_, index) => index + 1));
  });
});

describe("three participants", () => {
  async function three(roomId: string) {
    const ann = await joinNatively(server.url, roomId);
    const bob = await joinNatively(server.url, roomId);
    const cem = await joinNatively(server.url, roomId);
    return { ann, bob, cem };
  }

  it("native-relay-3: reach whom they name, and nobody else hears it", async () => {
    const { ann, bob, cem } = await three("named");
    await ann.request("webrtc-offer", { to: cem.userId, offer });
    expect(await cem.events.next("webrtc-offer")).toEqual({ from: ann.userId, offer });
    await ann.request("ice-candidate", { to: bob.userId, candidate: candidate() });
    await bob.events.next("ice-candidate");
    expect(bob.events.names).not.toContain("webrtc-offer");
  });

  it.each([
    ["webrtc-offer", { offer }],
    ["webrtc-answer", { answer }],
    ["ice-candidate", { candidate: candidate() }],
  ] as const)("native-relay-4: TARGET_AMBIGUOUS for %s without a name", async (name, data) => {
    const { ann } = await three(`ambiguous-${name}`);
    expect(await ask(ann.socket, name, data)).toEqual({ ok: false, error: refusalOf("TARGET_AMBIGUOUS") });
  });
});

describe("a signal to nobody", () => {
  it("native-relay-5: TARGET_NOT_FOUND alone, for a stranger, and for oneself", async () => {
    const ann = await joinNatively(server.url, "alone");
    const elsewhere = await joinNatively(server.url, "elsewhere");
    const notFound = { ok: false, error: refusalOf("TARGET_NOT_FOUND") };
    expect(await ann.request("webrtc-offer", { offer })).toEqual(notFound);
    expect(await ann.request("webrtc-offer", { to: elsewhere.userId, offer })).toEqual(notFound);
    expect(await ann.request("webrtc-offer", { to: ann.userId, offer })).toEqual(notFound);
    expect(elsewhere.events.names).toEqual(["joined-room"]);
  });

  it("native-message-3: comes as an error event to whoever asks for no acknowledgement", async () => {
    const ann = await joinNatively(server.url, "no-ack");
    ann.socket.emit("webrtc-offer", { offer });
    expect(await ann.events.next("error")).toEqual(refusalOf("TARGET_NOT_FOUND"));
  });
});
