import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  directPair,
  openDirectClient,
  type RegisteredDirectClient,
  ring,
  settled,
  talk,
} from "../../helpers/direct-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { candidate, offer } from "../../helpers/signals.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

const NUMBERS = Array.from({ length: 50 }, (_, n) => n);

describe("ice_candidate", () => {
  it.each([
    ["ringing", ring],
    ["talking", talk],
  ])("direct-ice-1: reaches the other side while %s, both ways, in order", async (_, begin) => {
    const { ann, bob } = await directPair(server.url);
    await begin(ann, bob);
    for (const n of NUMBERS) {
      ann.send("ice_candidate", { to: bob.userId, from: ann.userId, candidate: candidate(n) });
      bob.send("ice_candidate", { to: ann.userId, from: bob.userId, candidate: candidate(n) });
    }
    for (const n of NUMBERS) {
      expect(await bob.events.next("ice_candidate")).toEqual({ from: ann.userId, candidate: candidate(n) });
      expect(await ann.events.next("ice_candidate")).toEqual({ from: bob.userId, candidate: candidate(n) });
    }
  });

  it("direct-ice-2: sent right behind make_call, arrives behind incoming_call", async () => {
    const { ann, bob } = await directPair(server.url);
    ann.send("make_call", { to: bob.userId, from: ann.userId, offer });
    for (const n of NUMBERS) ann.send("ice_candidate", { to: bob.userId, from: ann.userId, candidate: candidate(n) });
    await bob.events.next("ice_candidate", (data) => data.candidate?.candidate === candidate(49).candidate);
    expect(bob.events.all.slice(1).map(({ data }) => data)).toEqual([
      { from: ann.userId, offer },
      ...NUMBERS.map((n) => ({ from: ann.userId, candidate: candidate(n) })),
    ]);
    await settled(ann);
    expect(ann.events.names).toEqual(["user_registered"]);
  });

  it.each<[unknown, unknown]>([
    [null, null],
    [{ candidate: "" }, { candidate: "" }],
    [
      { candidate: "c", sdpMid: null, sdpMLineIndex: null, usernameFragment: "u" },
      { candidate: "c", sdpMid: null, sdpMLineIndex: null, usernameFragment: "u" },
    ],
    [{ ...candidate(1), foundation: "1", from: "eve" }, candidate(1)],
  ])("direct-ice-3: %j arrives as %j", async (sent, heard) => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    ann.send("ice_candidate", { to: bob.userId, from: ann.userId, candidate: sent });
    expect(await bob.events.next("ice_candidate")).toEqual({ from: ann.userId, candidate: heard });
  });

  it.each<[unknown]>([
    [undefined],
    ["candidate:1"],
    [{}],
    [{ candidate: 7 }],
    [{ candidate: "x".repeat(4097) }],
    [{ candidate: "c", sdpMLineIndex: -1 }],
    [[]],
  ])("direct-ice-3: error BAD_REQUEST for %j", async (sent) => {
    const { ann, bob } = await directPair(server.url);
    await talk(ann, bob);
    ann.send("ice_candidate", { to: bob.userId, from: ann.userId, candidate: sent });
    expect(await ann.events.next("error")).toEqual(refusalOf("BAD_REQUEST"));
    await settled(bob);
    expect(bob.events.names).not.toContain("ice_candidate");
  });
});

describe("direct-ice-4: error NOT_IN_CALL", () => {
  const refused = async (client: RegisteredDirectClient, to: string) => {
    client.send("ice_candidate", { to, from: client.userId, candidate: candidate(1) });
    expect(await client.events.next("error")).toEqual(refusalOf("NOT_IN_CALL"));
  };

  it("without a call, and to oneself", async () => {
    const { ann, bob } = await directPair(server.url);
    await refused(ann, bob.userId);
    await refused(ann, ann.userId);
    await refused(ann, "nobody-at-all");
  });

  it("to someone else than the other side", async () => {
    const { ann, bob } = await directPair(server.url);
    const { ann: cem } = await directPair(server.url);
    await talk(ann, bob);
    await refused(ann, cem.userId);
    await refused(cem, ann.userId);
    await Promise.all([settled(ann), settled(cem)]);
    expect(ann.events.names).not.toContain("ice_candidate");
    expect(cem.events.names).not.toContain("ice_candidate");
  });

  it("after the end, on both sides", async () => {
    const { ann, bob } = await directPair(server.url);
    await talk(ann, bob);
    ann.send("end_call", { to: bob.userId, from: ann.userId });
    await bob.events.next("call_ended");
    await refused(ann, bob.userId);
    await refused(bob, ann.userId);
  });

  it("after a refusal", async () => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    bob.send("decline_call", { to: ann.userId, from: bob.userId });
    await ann.events.next("call_declined");
    await refused(ann, bob.userId);
    await refused(bob, ann.userId);
  });
});

describe("direct-connect-2: ice_candidate as the first message", () => {
  it("is of this door with `to`", async () => {
    const ann = await openDirectClient(server.url);
    ann.send("ice_candidate", { to: "bob", from: "ann", candidate: candidate(1) });
    expect(await ann.events.next("error")).toEqual(refusalOf("NOT_ONLINE"));
    expect(await ann.ask("join_room", { roomId: "r", userId: "u", displayName: "U" })).toMatchObject({
      error: { code: "UNKNOWN_EVENT" },
    });
    const userId = `first-${crypto.randomUUID()}`;
    ann.send("register_user", { userId });
    expect(await ann.events.next("user_registered")).toEqual({ success: true, userId });
  });

  it("is of the rooms door with `targetId`, and of none with neither", async () => {
    const rob = await openDirectClient(server.url);
    for (const data of [{ candidate: null }, undefined, "to", 7]) {
      expect(await rob.ask("ice_candidate", data)).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
    }
    expect(await rob.ask("ice_candidate", { targetId: "bob", payload: null })).toMatchObject({
      error: { code: "NOT_IN_ROOM" },
    });
    expect(await rob.ask("register_user", { userId: "rob" })).toMatchObject({ error: { code: "UNKNOWN_EVENT" } });
  });
});
