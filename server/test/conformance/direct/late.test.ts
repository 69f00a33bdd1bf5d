import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { callFailed, directPair, type RegisteredDirectClient, ring, settled } from "../../helpers/direct-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { answer } from "../../helpers/signals.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

describe("what comes too late", () => {
  const LATE: [string, (ann: RegisteredDirectClient, bob: RegisteredDirectClient) => Promise<unknown>][] = [
    [
      "the caller has cancelled",
      async (ann, bob) => {
        ann.send("end_call", { to: bob.userId, from: ann.userId });
        await bob.events.next("call_ended");
      },
    ],
    [
      "one has declined oneself",
      async (ann, bob) => {
        bob.send("decline_call", { to: ann.userId, from: bob.userId });
        await ann.events.next("call_declined");
      },
    ],
    [
      "the caller has gone",
      async (ann, bob) => {
        ann.socket.disconnect();
        await bob.events.next("call_ended");
      },
    ],
  ];

  it.each(LATE)("direct-call-9: answer_call is call_failed CALL_OVER once %s", async (_, end) => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    await end(ann, bob);
    bob.send("answer_call", { to: ann.userId, from: bob.userId, answer });
    expect(await bob.events.next("call_failed")).toEqual(callFailed("CALL_OVER", ann.userId));
    expect(ann.events.names).not.toContain("call_answered");
  });

  it.each(LATE)("direct-call-9: decline_call is error CALL_OVER, end_call nothing, once %s", async (_, end) => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    await end(ann, bob);
    bob.send("decline_call", { to: ann.userId, from: bob.userId });
    expect(await bob.events.next("error")).toEqual(refusalOf("CALL_OVER"));
    const names = [...bob.events.names];
    bob.send("end_call", { to: ann.userId, from: bob.userId });
    await settled(bob);
    expect(bob.events.names).toEqual(names);
  });

  it("direct-call-9: an answer to nothing at all is CALL_OVER", async () => {
    const { ann, bob } = await directPair(server.url);
    bob.send("answer_call", { to: ann.userId, from: bob.userId, answer });
    expect(await bob.events.next("call_failed")).toEqual(callFailed("CALL_OVER", ann.userId));
  });
});

describe("direct-call-14: a call is for its two alone", () => {
  it("a third can neither answer, decline, end nor candidate it", async () => {
    const { ann, bob } = await directPair(server.url);
    const { ann: eve } = await directPair(server.url);
    await ring(ann, bob);
    for (const { userId: to } of [ann, bob]) {
      expect(await eve.ask("answer_call", { to, answer })).toEqual({ ok: false, error: refusalOf("CALL_OVER") });
      expect(await eve.ask("decline_call", { to })).toEqual({ ok: false, error: refusalOf("CALL_OVER") });
      expect(await eve.ask("end_call", { to })).toEqual({ ok: true });
      expect(await eve.ask("ice_candidate", { to, candidate: null })).toEqual({
        ok: false,
        error: refusalOf("NOT_IN_CALL"),
      });
    }
    await Promise.all([settled(ann), settled(bob)]);
    expect(ann.events.names).toEqual(["user_registered"]);
    bob.send("answer_call", { to: ann.userId, answer });
    expect(await ann.events.next("call_answered")).toEqual({ from: bob.userId, answer });
  });

  it("`to` names the other side: with another name the call isn't meant", async () => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    expect(await bob.ask("answer_call", { to: "someone-else", answer })).toMatchObject({
      error: { code: "CALL_OVER" },
    });
    expect(await bob.ask("decline_call", { to: "someone-else" })).toMatchObject({ error: { code: "CALL_OVER" } });
    expect(await ann.ask("end_call", { to: "someone-else" })).toEqual({ ok: true });
    await settled(bob);
    expect(bob.events.names).toEqual(["user_registered", "incoming_call"]);
    bob.send("answer_call", { to: ann.userId, answer });
    await ann.events.next("call_answered");
  });

  it("the caller can't answer or decline the own call", async () => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    ann.send("answer_call", { to: bob.userId, from: ann.userId, answer });
    expect(await ann.events.next("call_failed")).toEqual(callFailed("FORBIDDEN", bob.userId));
    ann.send("decline_call", { to: bob.userId, from: ann.userId });
    expect(await ann.events.next("error")).toEqual(refusalOf("FORBIDDEN"));
    await settled(bob);
    expect(bob.events.names).toEqual(["user_registered", "incoming_call"]);
  });
});
