import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { joinAsLobbyClient, openLobbyClient } from "../../helpers/lobby-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { answer, candidate, offer } from "../../helpers/signals.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

async function two(roomId: string) {
  const ann = await joinAsLobbyClient(server.url, { roomId, username: "Ann" });
  const bob = await joinAsLobbyClient(server.url, { roomId, username: "Bob" });
  await ann.events.next("user-joined");
  return { ann, bob };
}

async function three(roomId: string) {
  const { ann, bob } = await two(roomId);
  const cem = await joinAsLobbyClient(server.url, { roomId, username: "Cem" });
  await ann.events.next("user-joined");
  await bob.events.next("user-joined");
  return { ann, bob, cem };
}

describe("webrtc-offer, webrtc-answer and ice-candidate", () => {
  it("lobby-event-8: reach their target alone, with who they are from", async () => {
    const { ann, bob, cem } = await three("relay");
    ann.send("webrtc-offer", { to: bob.userId, offer });
    expect(await bob.events.next("webrtc-offer")).toEqual({ from: ann.userId, offer });
    bob.send("webrtc-answer", { to: ann.userId, answer });
    expect(await ann.events.next("webrtc-answer")).toEqual({ from: bob.userId, answer });
    ann.send("ice-candidate", { to: bob.userId, candidate: candidate(1) });
    expect(await bob.events.next("ice-candidate")).toEqual({ from: ann.userId, candidate: candidate(1) });
    ann.send("ice-candidate", { to: cem.userId, candidate: null });
    expect(await cem.events.next("ice-candidate")).toEqual({ from: ann.userId, candidate: null });
    expect(cem.events.names).toEqual(["joined-room", "ice-candidate"]);
    expect(ann.events.names).not.toContain("webrtc-offer");
  });

  it("lobby-event-8: keep their order", async () => {
    const { ann, bob } = await two("in-order");
    for (let n = 0; n < 50; n++) ann.send("ice-candidate", { to: bob.userId, candidate: candidate(n) });
    for (let n = 0; n < 50; n++) {
      expect(await bob.events.next("ice-candidate")).toEqual({ from: ann.userId, candidate: candidate(n) });
    }
  });

  it("lobby-event-9: go to the only other participant without a target", async () => {
    const { ann, bob } = await two("only-other");
    bob.send("webrtc-offer", { offer });
    expect(await ann.events.next("webrtc-offer")).toEqual({ from: bob.userId, offer });
    ann.send("webrtc-answer", { answer });
    expect(await bob.events.next("webrtc-answer")).toEqual({ from: ann.userId, answer });
    ann.send("ice-candidate", { candidate: candidate() });
    expect(await bob.events.next("ice-candidate")).toEqual({ from: ann.userId, candidate: candidate() });
  });

  it("lobby-event-9: error TARGET_AMBIGUOUS among several, TARGET_NOT_FOUND alone", async () => {
    const { ann } = await three("several");
    ann.send("webrtc-offer", { offer });
    expect(await ann.events.next("error")).toEqual(refusalOf("TARGET_AMBIGUOUS"));
    const dan = await joinAsLobbyClient(server.url, { roomId: "alone" });
    dan.send("webrtc-offer", { offer });
    expect(await dan.events.next("error")).toEqual(refusalOf("TARGET_NOT_FOUND"));
  });

  it("lobby-event-9: error TARGET_NOT_FOUND for someone who isn't there, and for oneself", async () => {
    const { ann } = await two("nobody");
    const elsewhere = await joinAsLobbyClient(server.url, { roomId: "elsewhere" });
    for (const to of ["zoe", elsewhere.userId, ann.userId]) {
      ann.send("webrtc-offer", { to, offer });
      expect(await ann.events.next("error")).toEqual(refusalOf("TARGET_NOT_FOUND"));
    }
    expect(elsewhere.events.names).toEqual(["joined-room"]);
  });

  it("lobby-event-10: carry what was checked and nothing else: `from` is the server's to say", async () => {
    const { ann, bob } = await two("forged");
    ann.send("webrtc-offer", { to: bob.userId, from: "zoe", offer: { ...offer, extra: "x" }, more: 1 });
    expect(await bob.events.next("webrtc-offer")).toEqual({ from: ann.userId, offer });
    ann.send("ice-candidate", { to: bob.userId, from: "zoe", candidate: { ...candidate(), foundation: "1" } });
    expect(await bob.events.next("ice-candidate")).toEqual({ from: ann.userId, candidate: candidate() });
  });

  it("lobby-event-16: are acknowledged to whoever asks", async () => {
    const { ann } = await two("relay-ack");
    expect(await ann.ask("webrtc-offer", { offer })).toEqual({ ok: true });
    expect(await ann.ask("webrtc-offer", { to: "zoe", offer })).toEqual({
      ok: false,
      error: refusalOf("TARGET_NOT_FOUND"),
    });
  });

  it.each([
    ["webrtc-offer", {}],
    ["webrtc-offer", { to: 5, offer }],
    ["webrtc-offer", { offer: answer }],
    ["webrtc-offer", { offer: { type: "offer", sdp: "x".repeat(48 * 1024 + 1) } }],
    ["webrtc-answer", { answer: "v=0" }],
    ["webrtc-answer", { offer }],
    ["ice-candidate", {}],
    ["ice-candidate", { candidate: { sdpMid: "0" } }],
    ["ice-candidate", { to: ["bob"], candidate: null }],
    ["ice-candidate", null],
  ])("lobby-event-14: error BAD_REQUEST for %s %j", async (name, data) => {
    const ann = await joinAsLobbyClient(server.url, { roomId: "relay-bad" });
    ann.send(name, data);
    expect(await ann.events.next("error")).toEqual(refusalOf("BAD_REQUEST"));
  });

  it.each([
    ["webrtc-offer", { to: "x", offer }],
    ["webrtc-answer", { answer }],
    ["ice-candidate", { candidate: null }],
    ["leave-room", {}],
  ])("lobby-event-7: error NOT_IN_ROOM for %s before joining", async (name, data) => {
    const ann = await openLobbyClient(server.url);
    ann.send(name, data);
    expect(await ann.events.next("error")).toEqual(refusalOf("NOT_IN_ROOM"));
  });
});

describe("an unknown event", () => {
  it.each(["nonsense", "join_room", "__proto__", "hasOwnProperty", "error", "joined-room", "user-left"])(
    "lobby-event-15: error UNKNOWN_EVENT for %j, and the connection stays",
    async (name) => {
      const ann = await joinAsLobbyClient(server.url, { roomId: "unknown" });
      ann.send(name, {});
      expect(await ann.events.next("error")).toEqual(refusalOf("UNKNOWN_EVENT"));
      expect(await ann.ask(name, {})).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
      expect(await ann.ask("leave-room")).toEqual({ ok: true });
    },
  );
});
