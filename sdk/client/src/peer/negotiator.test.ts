import { expect, it, vi } from "vitest";
import { Negotiator } from "./negotiator.ts";
import type { Signal } from "./signal.ts";
import { FakePeerConnection } from "./testing/fake-peer-connection.ts";

interface Side {
  pc: FakePeerConnection;
  negotiator: Negotiator;
  sent: Signal[];
  prepareAnswer: ReturnType<typeof vi.fn>;
}

function side(yieldsFirst: boolean): Side {
  const pc = new FakePeerConnection();
  const sent: Signal[] = [];
  const prepareAnswer = vi.fn();
  const negotiator = new Negotiator(pc as unknown as RTCPeerConnection, {
    yieldsFirst,
    prepareAnswer,
    send: (signal) => void sent.push(signal),
  });
  return { pc, negotiator, sent, prepareAnswer };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Carries signals both ways until nobody has anything to say. */
async function talk(a: Side, b: Side): Promise<void> {
  await settle();
  while (a.sent.length + b.sent.length > 0) {
    const [fromA, fromB] = [a.sent.splice(0), b.sent.splice(0)];
    await Promise.all([
      ...fromA.map((signal) => b.negotiator.receive(signal)),
      ...fromB.map((signal) => a.negotiator.receive(signal)),
    ]);
    await settle();
  }
}

function offerOf(session: number): Signal {
  return { kind: "offer", offer: { type: "offer", sdp: `v=0\r\no=- ${session} 1 IN IP4 0.0.0.0\r\n` } };
}

const candidate = (usernameFragment?: string): Signal => ({
  kind: "candidate",
  candidate: { candidate: "candidate:1", ...(usernameFragment && { usernameFragment }) },
});

it("offers when needed and is answered after own tracks were attached", async () => {
  const [a, b] = [side(false), side(true)];
  a.pc.onnegotiationneeded?.();
  await talk(a, b);
  expect([a.pc.signalingState, b.pc.signalingState]).toEqual(["stable", "stable"]);
  expect(a.pc.remotes).toEqual([`answer ${b.pc.session}`]);
  expect(b.prepareAnswer).toHaveBeenCalledOnce();
});

it("lets the impolite side's offer win when both offer at once", async () => {
  const [impolite, polite] = [side(false), side(true)];
  impolite.pc.onnegotiationneeded?.();
  polite.pc.onnegotiationneeded?.();
  await talk(impolite, polite);
  expect([impolite.pc.signalingState, polite.pc.signalingState]).toEqual(["stable", "stable"]);
  expect(impolite.pc.remotes).toEqual([`answer ${polite.pc.session}`]);
  expect(polite.pc.remotes).toEqual([`offer ${impolite.pc.session}`]);
});

it("gives way even while its own offer is being made", async () => {
  const polite = side(true);
  polite.pc.onnegotiationneeded?.();
  await polite.negotiator.receive(offerOf(900));
  expect(polite.pc.remotes).toEqual(["offer 900"]);
  expect(polite.pc.signalingState).toBe("stable");
});

it("is polite to whoever answered the first offer, whoever would have yielded before", async () => {
  const [first, second] = [side(false), side(true)];
  first.pc.onnegotiationneeded?.();
  await talk(first, second);
  first.pc.onnegotiationneeded?.();
  second.pc.onnegotiationneeded?.();
  await talk(first, second);
  expect(first.pc.remotes.at(-1)).toBe(`offer ${second.pc.session}`);
  expect(second.pc.remotes.at(-1)).toBe(`answer ${first.pc.session}`);
});

it("says when only a fresh connection could yield", async () => {
  const [a, b] = [side(false), side(true)];
  expect(b.negotiator.losesFirstOffer(offerOf(904))).toBe(false);
  a.pc.onnegotiationneeded?.();
  b.pc.onnegotiationneeded?.();
  expect(b.negotiator.losesFirstOffer(offerOf(904))).toBe(true);
  expect(a.negotiator.losesFirstOffer(offerOf(904))).toBe(false);
  await talk(a, b);
  b.pc.onnegotiationneeded?.();
  expect(b.negotiator.losesFirstOffer(offerOf(904))).toBe(false);
});

it("takes an offer that overtakes the setting of an answer", async () => {
  const [a, b] = [side(false), side(true)];
  a.pc.onnegotiationneeded?.();
  await settle();
  for (const signal of a.sent.splice(0)) await b.negotiator.receive(signal);
  b.pc.onnegotiationneeded?.();
  await settle();
  const [answer, offer] = b.sent.splice(0);
  if (!answer || !offer) throw new Error("an answer and an offer were expected");
  await Promise.all([a.negotiator.receive(answer), a.negotiator.receive(offer)]);
  expect(a.pc.remotes).toEqual([`answer ${b.pc.session}`, `offer ${b.pc.session}`]);
});

it("keeps early candidates until their description is there", async () => {
  const b = side(true);
  await b.negotiator.receive(candidate());
  expect(b.pc.candidates).toEqual([]);
  await b.negotiator.receive(offerOf(901));
  expect(b.pc.candidates).toHaveLength(1);
});

it("swallows candidate errors only while ignoring an offer", async () => {
  const [first, second] = [side(false), side(true)];
  first.pc.onnegotiationneeded?.();
  await talk(first, second);
  await expect(first.negotiator.receive(candidate("bad"))).rejects.toThrow();
  second.pc.onnegotiationneeded?.();
  await settle();
  await second.negotiator.receive(offerOf(first.pc.session));
  await expect(second.negotiator.receive(candidate("bad"))).resolves.toBeUndefined();
});

it("knows when the other side has started anew", async () => {
  const a = side(true);
  expect(a.negotiator.isForeign(offerOf(902))).toBe(false);
  await a.negotiator.receive(offerOf(902));
  expect(a.negotiator.isForeign(offerOf(902))).toBe(false);
  expect(a.negotiator.isForeign(offerOf(903))).toBe(true);
  expect(a.negotiator.isForeign(candidate())).toBe(false);
});

it("ignores an answer that nothing asked for", async () => {
  const a = side(false);
  await a.negotiator.receive({ kind: "answer", answer: { type: "answer", sdp: "v=0\r\n" } });
  expect(a.pc.remotes).toEqual([]);
});

it("can send an open offer again, and only then", async () => {
  const a = side(false);
  expect(a.negotiator.resend()).toBe(false);
  a.pc.onnegotiationneeded?.();
  await settle();
  expect(a.negotiator.resend()).toBe(true);
  expect(a.sent.map(({ kind }) => kind)).toEqual(["offer", "offer"]);
});
