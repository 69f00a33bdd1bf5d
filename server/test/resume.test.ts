import type { Events } from "@chamcall/protocol";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { call } from "./helpers/http.ts";
import { connectNatively, enterNatively, joinNatively, type NativeClient } from "./helpers/native-client.ts";
import { Recorder } from "./helpers/recorder.ts";
import { refusalOf } from "./helpers/shapes.ts";
import { candidate, offer } from "./helpers/signals.ts";
import { ask, closeSockets, connected, cutWire, openSocket } from "./helpers/sockets.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

const lastSeq = ({ events }: NativeClient) => Math.max(0, ...events.all.map(({ seq }) => seq ?? 0));

/** Connects as the lost client would, with what it knows. */
async function comeBack(lost: NativeClient, seq = lastSeq(lost), key = lost.joined.resumeKey) {
  const socket = openSocket(server.url, { path: "/ws", auth: { token: lost.entry.token, resume: { key, seq } } });
  const events = new Recorder<Events>(socket);
  await connected(socket);
  return { socket, events };
}

async function pair(roomId: string) {
  const ann = await joinNatively(server.url, roomId);
  const bob = await joinNatively(server.url, roomId);
  await ann.events.next("user-joined");
  return { ann, bob };
}

describe("a lost connection", () => {
  it("native-resume-1: keeps the seat, and what was missed comes once and in order", async () => {
    const { ann, bob } = await pair("gap");
    for (let n = 0; n < 3; n++) await ann.request("ice-candidate", { candidate: candidate(n) });
    await bob.events.next("ice-candidate", ({ candidate: one }) => one?.candidate === candidate(2).candidate);
    cutWire(bob.socket);
    await bob.events.ended;
    for (let n = 3; n < 20; n++) await ann.request("ice-candidate", { candidate: candidate(n) });

    const back = await comeBack(bob);
    expect(await back.events.next("resumed")).toEqual({ received: 0 });
    await back.events.next("ice-candidate", ({ candidate: one }) => one?.candidate === candidate(19).candidate);
    await ann.request("webrtc-offer", { offer });
    await back.events.next("webrtc-offer");

    expect(back.events.names).toEqual(["resumed", ...Array(17).fill("ice-candidate"), "webrtc-offer"]);
    expect(back.events.all.map(({ seq }) => seq)).toEqual([undefined, ...Array.from({ length: 18 }, (_, n) => n + 4)]);
    expect(ann.events.names).toEqual(["joined-room", "user-joined"]);
  });

  it("native-resume-1: brings again what had been sent but not received", async () => {
    const { ann, bob } = await pair("unreceived");
    for (let n = 0; n < 4; n++) await ann.request("ice-candidate", { candidate: candidate(n) });
    await bob.events.next("ice-candidate", ({ candidate: one }) => one?.candidate === candidate(3).candidate);
    cutWire(bob.socket);
    const back = await comeBack(bob, 2);
    await back.events.next("ice-candidate");
    await back.events.next("ice-candidate");
    expect(back.events.all.map(({ seq }) => seq)).toEqual([undefined, 3, 4]);
  });

  it("native-resume-3: may come back before the server has noticed, as often as it likes", async () => {
    const { ann, bob } = await pair("early");
    const second = await comeBack(bob);
    await second.events.next("resumed");
    await bob.events.ended;
    const third = await comeBack(bob);
    await third.events.next("resumed");
    await second.events.ended;
    expect(await ask(third.socket, "webrtc-offer", { offer })).toEqual({ ok: true });
    await ann.events.next("webrtc-offer");
    expect(ann.events.names).toEqual(["joined-room", "user-joined", "webrtc-offer"]);
  });

  it("native-resume-2: tells others nothing but media that changes afterwards", async () => {
    const { ann, bob } = await pair("silent");
    cutWire(bob.socket);
    const back = await comeBack(bob);
    await back.events.next("resumed");
    await ask(back.socket, "set-media", { audio: false });
    expect(await ann.events.next("media-changed")).toMatchObject({ userId: bob.userId, audio: false });
    expect(ann.events.names).toEqual(["joined-room", "user-joined", "media-changed"]);
  });

  it("native-resume-2: holds its place in a full room", async () => {
    const { ann, bob } = await pair("held");
    const late = await enterNatively(server.url, "held");
    await ann.request("update-room", { maxParticipants: 2 });
    cutWire(bob.socket);
    await bob.events.ended;
    await expect(connectNatively(server.url, late)).rejects.toMatchObject({ data: refusalOf("ROOM_FULL") });
    await (await comeBack(bob)).events.next("resumed");
  });
});

describe("a client's messages", () => {
  it("native-resume-4: that are sent again are carried out once", async () => {
    const { ann, bob } = await pair("resend");
    for (let n = 1; n <= 3; n++) await bob.request("ice-candidate", { candidate: candidate(n) }, n);
    cutWire(bob.socket);
    const back = await comeBack(bob);
    expect(await back.events.next("resumed")).toEqual({ received: 3 });
    for (let n = 2; n <= 5; n++) {
      expect(await ask(back.socket, "ice-candidate", { candidate: candidate(n) }, n)).toEqual({ ok: true });
    }
    await ann.events.next("ice-candidate", ({ candidate: one }) => one?.candidate === candidate(5).candidate);
    const heard = ann.events.all.filter(({ name }) => name === "ice-candidate");
    expect(heard.map(({ data }) => data)).toEqual(
      [1, 2, 3, 4, 5].map((n) => ({ from: bob.userId, candidate: candidate(n) })),
    );
  });

  it("native-resume-4: are numbered anew in a new seat", async () => {
    const { ann, bob } = await pair("numbered-anew");
    await bob.request("ice-candidate", { candidate: candidate(1) }, 100);
    const again = await connectNatively(server.url, bob.entry);
    await again.request("ice-candidate", { candidate: candidate(2) }, 1);
    await ann.events.next("ice-candidate", ({ candidate: one }) => one?.candidate === candidate(2).candidate);
  });

  it("native-resume-4: without a number are all carried out", async () => {
    const { ann, bob } = await pair("unnumbered");
    for (let n = 0; n < 3; n++) await bob.request("ice-candidate", { candidate: candidate(1) });
    for (let n = 0; n < 3; n++) await ann.events.next("ice-candidate");
  });
});

describe("a seat that can't be taken back", () => {
  it("native-resume-5: is taken anew with a wrong key", async () => {
    const { ann, bob } = await pair("wrong-key");
    cutWire(bob.socket);
    const back = await comeBack(bob, 0, "not-the-key");
    const joined = await back.events.next("joined-room");
    expect(joined.self.userId).toBe(bob.userId);
    expect(joined.resumeKey).not.toBe(bob.joined.resumeKey);
    expect(await ann.events.next("user-left")).toEqual({ userId: bob.userId, reason: "replaced" });
    await ann.events.next("user-joined");
    expect(back.events.names).not.toContain("resumed");
  });

  it("native-resume-5: is taken anew when more was missed than is kept", async () => {
    const { ann, bob } = await pair("too-much");
    cutWire(bob.socket);
    await bob.events.ended;
    for (let n = 0; n < 300; n++) ann.socket.emit("ice-candidate", { candidate: candidate(n) });
    await ann.request("webrtc-offer", { offer });
    const back = await comeBack(bob);
    const joined = await back.events.next("joined-room");
    expect(joined.participants.map(({ userId }) => userId)).toEqual([ann.userId]);
  });

  it("native-resume-5: is taken anew with a number that was never reached", async () => {
    const { bob } = await pair("future");
    cutWire(bob.socket);
    await (await comeBack(bob, 1000)).events.next("joined-room");
  });

  it("native-connect-1: is refused when neither key nor token are good", async () => {
    const { bob } = await pair("neither");
    cutWire(bob.socket);
    const forged = { ...bob, entry: { ...bob.entry, token: "nonsense" } };
    await expect(comeBack(forged, 0, "not-the-key")).rejects.toMatchObject({ data: refusalOf("UNAUTHORIZED") });
  });

  it("native-resume-5: is given up for good by leaving", async () => {
    const { ann, bob } = await pair("left");
    await bob.request("leave-room", {});
    expect(await ann.events.next("user-left")).toEqual({ userId: bob.userId, reason: "left" });
    bob.socket.disconnect();
    const back = await comeBack(bob);
    await back.events.next("joined-room");
    await ann.events.next("user-joined");
  });
});

it("native-resume-1: a resume key alone takes the seat back when its token has expired", async () => {
  const { bob } = await pair("expired");
  cutWire(bob.socket);
  const back = await comeBack({ ...bob, entry: { ...bob.entry, token: "expired.long.ago" } });
  await back.events.next("resumed");
});

it("the seat is given up after its grace, and the others are told", { timeout: 15_000 }, async () => {
  const { ann, bob } = await pair("grace");
  const lostAt = performance.now();
  cutWire(bob.socket);
  const { promise: left, resolve } = Promise.withResolvers<Events["user-left"]>();
  ann.socket.once("user-left", resolve);
  expect(await left).toEqual({ userId: bob.userId, reason: "disconnected" });
  expect(performance.now() - lostAt).toBeGreaterThan(9_900);
  const meta = await call(`${server.url}/room/grace/meta`);
  expect(meta.body).toMatchObject({ participants: 1 });
  await (await comeBack(bob)).events.next("joined-room");
});
