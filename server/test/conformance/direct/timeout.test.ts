import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { loadConfig } from "../../../src/config.ts";
import { callFailed, directPair, ring, settled, talk } from "../../helpers/direct-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { answer, offer } from "../../helpers/signals.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

const TIMEOUT_MS = 150;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ CALL_TIMEOUT_MS: String(TIMEOUT_MS) });
});
afterEach(closeSockets);
afterAll(() => server.close());

it("direct-call-6: a call rings for 30 seconds unless told otherwise", () => {
  expect(loadConfig({}, "no-such-file").callTimeoutMs).toBe(30_000);
});

it("direct-call-6: both get call_timeout, each about the other, not before the time, and are free", async () => {
  const { ann, bob } = await directPair(server.url);
  const startedAt = performance.now();
  await ring(ann, bob);
  expect(await ann.events.next("call_timeout")).toEqual({ user: bob.userId });
  expect(performance.now() - startedAt).toBeGreaterThan(TIMEOUT_MS - 5);
  expect(await bob.events.next("call_timeout")).toEqual({ user: ann.userId });
  await ring(bob, ann);
  expect(ann.events.names).toEqual(["user_registered", "call_timeout", "incoming_call"]);
  expect(bob.events.names).toEqual(["user_registered", "incoming_call", "call_timeout"]);
});

it("direct-call-9: an answer after that is call_failed CALL_OVER, to decline it error CALL_OVER, to end it nothing", async () => {
  const { ann, bob } = await directPair(server.url);
  await ring(ann, bob);
  await bob.events.next("call_timeout");
  bob.send("answer_call", { to: ann.userId, from: bob.userId, answer });
  expect(await bob.events.next("call_failed")).toEqual(callFailed("CALL_OVER", ann.userId));
  bob.send("decline_call", { to: ann.userId, from: bob.userId });
  expect(await bob.events.next("error")).toEqual(refusalOf("CALL_OVER"));
  ann.send("end_call", { to: bob.userId, from: ann.userId });
  await Promise.all([settled(ann), settled(bob)]);
  expect(ann.events.names).toEqual(["user_registered", "call_timeout"]);
  expect(bob.events.names).toEqual(["user_registered", "incoming_call", "call_timeout", "call_failed", "error"]);
});

it("direct-call-6: a call that was answered, declined, cancelled or lost never times out", async () => {
  const answered = await directPair(server.url);
  await talk(answered.ann, answered.bob);
  const declined = await directPair(server.url);
  await ring(declined.ann, declined.bob);
  declined.bob.send("decline_call", { to: declined.ann.userId });
  await declined.ann.events.next("call_declined");
  const cancelled = await directPair(server.url);
  await ring(cancelled.ann, cancelled.bob);
  cancelled.ann.send("end_call", { to: cancelled.bob.userId });
  await cancelled.bob.events.next("call_ended");

  // Rang later than any of those: when its time is up, theirs would have been.
  const clock = await directPair(server.url);
  await ring(clock.ann, clock.bob);
  await clock.ann.events.next("call_timeout");
  for (const { ann, bob } of [answered, declined, cancelled]) {
    await Promise.all([settled(ann), settled(bob)]);
    expect(ann.events.names).not.toContain("call_timeout");
    expect(bob.events.names).not.toContain("call_timeout");
  }
  answered.ann.send("end_call", { to: answered.bob.userId });
  expect(await answered.bob.events.next("call_ended")).toMatchObject({ reason: "ended" });
});

it("direct-call-6: the time of one call isn't that of the next", async () => {
  const { ann, bob } = await directPair(server.url);
  await ring(ann, bob);
  ann.send("end_call", { to: bob.userId });
  await bob.events.next("call_ended");
  const startedAt = performance.now();
  ann.send("make_call", { to: bob.userId, offer });
  await ann.events.next("call_timeout");
  expect(performance.now() - startedAt).toBeGreaterThan(TIMEOUT_MS - 5);
  await bob.events.next("call_timeout");
  expect(ann.events.names.filter((name) => name === "call_timeout")).toHaveLength(1);
});
