import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { directPair, type RegisteredDirectClient, ring, settled, talk } from "../../helpers/direct-client.ts";
import { answer, candidate, offer } from "../../helpers/signals.ts";
import { closeSockets, cutWire } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

describe("from ringing to the end", () => {
  it("direct-call-1 direct-call-2 direct-call-5: every event with exactly its fields, and no other event", async () => {
    const { ann, bob } = await directPair(server.url);
    const both = { to: bob.userId, from: ann.userId };
    const back = { to: ann.userId, from: bob.userId };
    ann.send("make_call", { ...both, offer });
    expect(await bob.events.next("incoming_call")).toEqual({ from: ann.userId, offer });
    bob.send("answer_call", { ...back, answer });
    expect(await ann.events.next("call_answered")).toEqual({ from: bob.userId, answer });
    ann.send("ice_candidate", { ...both, candidate: candidate(1) });
    expect(await bob.events.next("ice_candidate")).toEqual({ from: ann.userId, candidate: candidate(1) });
    bob.send("ice_candidate", { ...back, candidate: candidate(2) });
    expect(await ann.events.next("ice_candidate")).toEqual({ from: bob.userId, candidate: candidate(2) });
    ann.send("end_call", both);
    expect(await bob.events.next("call_ended")).toEqual({ from: ann.userId, reason: "ended" });
    await Promise.all([settled(ann), settled(bob)]);
    expect(ann.events.names).toEqual(["user_registered", "call_answered", "ice_candidate"]);
    expect(bob.events.names).toEqual(["user_registered", "incoming_call", "ice_candidate", "call_ended"]);
  });

  it("direct-call-2: a second answer is no mistake and reaches nobody", async () => {
    const { ann, bob } = await directPair(server.url);
    await talk(ann, bob);
    expect(await bob.ask("answer_call", { to: ann.userId, from: bob.userId, answer })).toEqual({ ok: true });
    await settled(ann);
    expect(ann.events.names).toEqual(["user_registered", "call_answered"]);
  });

  it("direct-call-3: decline_call is call_declined to the caller, and both are free", async () => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    bob.send("decline_call", { to: ann.userId, from: bob.userId });
    expect(await ann.events.next("call_declined")).toEqual({ from: bob.userId });
    await ring(bob, ann);
    expect(ann.events.names).toEqual(["user_registered", "call_declined", "incoming_call"]);
    expect(bob.events.names).toEqual(["user_registered", "incoming_call"]);
  });

  it("direct-call-4: end_call of the caller stops the ringing", async () => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    ann.send("end_call", { to: bob.userId, from: ann.userId });
    expect(await bob.events.next("call_ended")).toEqual({ from: ann.userId, reason: "cancelled" });
    await ring(bob, ann);
    expect(ann.events.names).toEqual(["user_registered", "incoming_call"]);
  });

  it("direct-call-4: end_call of the callee declines", async () => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    bob.send("end_call", { to: ann.userId, from: bob.userId });
    expect(await ann.events.next("call_declined")).toEqual({ from: bob.userId });
    await ring(ann, bob);
  });

  it.each([
    ["the caller", true],
    ["the callee", false],
  ])("direct-call-5: %s may end it, and both are free", async (_, byCaller) => {
    const { ann, bob } = await directPair(server.url);
    await talk(ann, bob);
    const [one, other] = byCaller ? [ann, bob] : [bob, ann];
    one.send("end_call", { to: other.userId, from: one.userId });
    expect(await other.events.next("call_ended")).toEqual({ from: one.userId, reason: "ended" });
    await settled(one);
    expect(one.events.names).not.toContain("call_ended");
    await talk(other, one);
  });

  it("direct-call-15: descriptions pass as they are, and nothing else rides along", async () => {
    const { ann, bob } = await directPair(server.url);
    const sdp = "v=0\r\ns=é😀\u2028 \"'\\\r\n".repeat(500);
    const more = { extra: 1, from: "eve" };
    ann.send("make_call", {
      to: bob.userId,
      from: ann.userId,
      offer: { type: "offer", sdp, ...more },
      ...{ extra: 1 },
    });
    expect(await bob.events.next("incoming_call")).toEqual({ from: ann.userId, offer: { type: "offer", sdp } });
    bob.send("answer_call", { to: ann.userId, from: bob.userId, answer: { type: "answer", sdp, ...more } });
    expect(await ann.events.next("call_answered")).toEqual({ from: bob.userId, answer: { type: "answer", sdp } });
  });
});

describe("direct-call-11: a connection that ends, ends the call for the other", () => {
  const ways: [string, (client: RegisteredDirectClient) => unknown][] = [
    ["says goodbye", ({ socket }) => socket.disconnect()],
    ["is lost", ({ socket }) => cutWire(socket)],
  ];
  it.each(
    ways.flatMap(([way, end]) =>
      (["the caller", "the callee"] as const).flatMap((who) =>
        (["ringing", "talking"] as const).map((state) => ({ way, end, who, state })),
      ),
    ),
  )("$who $way while $state", async ({ end, who, state }) => {
    const { ann, bob } = await directPair(server.url);
    await (state === "ringing" ? ring : talk)(ann, bob);
    const [gone, left] = who === "the caller" ? [ann, bob] : [bob, ann];
    end(gone);
    expect(await left.events.next("call_ended")).toEqual({ from: gone.userId, reason: "disconnected" });
    const { ann: cem } = await directPair(server.url);
    await ring(cem, left);
    expect(left.events.names.filter((name) => name.startsWith("call_e"))).toEqual(["call_ended"]);
  });
});
