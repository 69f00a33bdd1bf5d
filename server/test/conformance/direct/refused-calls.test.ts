import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { callFailed, directPair, ring, settled, talk } from "../../helpers/direct-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { answer, offer } from "../../helpers/signals.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

describe("an answer_call that is none", () => {
  it.each<[unknown]>([[undefined], ["v=0"], [offer], [{ type: "answer" }], [{ type: "answer", sdp: 7 }]])(
    "direct-call-8: call_failed BAD_REQUEST for %j, and it rings on",
    async (given) => {
      const { ann, bob } = await directPair(server.url);
      await ring(ann, bob);
      bob.send("answer_call", { to: ann.userId, from: bob.userId, answer: given });
      expect(await bob.events.next("call_failed")).toEqual(callFailed("BAD_REQUEST", ann.userId));
      bob.send("answer_call", { to: ann.userId, from: bob.userId, answer });
      expect(await ann.events.next("call_answered")).toEqual({ from: bob.userId, answer });
    },
  );

  it.each(["decline_call", "end_call"])("direct-call-8: error BAD_REQUEST for %s of nobody", async (name) => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    for (const data of [undefined, {}, { to: "" }, { to: 7 }, "bob", null]) {
      bob.send(name, data);
      expect(await bob.events.next("error")).toEqual(refusalOf("BAD_REQUEST"));
    }
    bob.send("answer_call", { to: ann.userId, answer });
    await ann.events.next("call_answered");
  });
});

describe("make_call that finds nobody free", () => {
  it.each([
    ["rings", ring],
    ["talks", talk],
  ])("direct-call-7: call_busy while the callee %s, called or calling", async (_, begin) => {
    const { ann, bob } = await directPair(server.url);
    const { ann: cem } = await directPair(server.url);
    await begin(ann, bob);
    for (const { userId } of [ann, bob]) {
      cem.send("make_call", { to: userId, from: cem.userId, offer });
      expect(await cem.events.next("call_busy")).toEqual({ targetUser: userId });
    }
    await Promise.all([settled(ann), settled(bob)]);
    expect(ann.events.names).not.toContain("incoming_call");
    expect(bob.events.names.filter((name) => name === "incoming_call")).toHaveLength(1);
    bob.send("end_call", { to: ann.userId, from: bob.userId });
    await ann.events.next(begin === ring ? "call_declined" : "call_ended");
    await ring(cem, bob);
  });

  it("direct-call-8: call_failed USER_OFFLINE for someone who isn't there", async () => {
    const { ann, bob } = await directPair(server.url);
    ann.send("make_call", { to: "nobody-at-all", from: ann.userId, offer });
    expect(await ann.events.next("call_failed")).toEqual(callFailed("USER_OFFLINE", "nobody-at-all"));
    bob.socket.disconnect();
    await expect
      .poll(() => ann.ask("make_call", { to: bob.userId, from: ann.userId, offer }), { interval: 10 })
      .toEqual({ ok: false, error: refusalOf("USER_OFFLINE") });
  });

  it("direct-call-8: call_failed SELF_CALL for oneself", async () => {
    const { ann } = await directPair(server.url);
    ann.send("make_call", { to: ann.userId, from: ann.userId, offer });
    expect(await ann.events.next("call_failed")).toEqual(callFailed("SELF_CALL", ann.userId));
    await settled(ann);
    expect(ann.events.names).toEqual(["user_registered", "call_failed"]);
  });

  it.each([
    ["calling", ring],
    ["talking", talk],
  ])("direct-call-8: call_failed ALREADY_IN_CALL while %s oneself, and that call goes on", async (_, begin) => {
    const { ann, bob } = await directPair(server.url);
    const { ann: cem } = await directPair(server.url);
    await begin(ann, bob);
    for (const { userId } of [cem, bob]) {
      ann.send("make_call", { to: userId, from: ann.userId, offer });
      expect(await ann.events.next("call_failed")).toEqual(callFailed("ALREADY_IN_CALL", userId));
    }
    bob.send("make_call", { to: cem.userId, from: bob.userId, offer });
    expect(await bob.events.next("call_failed")).toEqual(callFailed("ALREADY_IN_CALL", cem.userId));
    await settled(cem);
    expect(cem.events.names).toEqual(["user_registered"]);
    ann.send("end_call", { to: bob.userId, from: ann.userId });
    await bob.events.next("call_ended");
  });

  it.each<[unknown]>([
    [{}],
    [{ to: "bob" }],
    [{ offer }],
    [{ to: "", offer }],
    [{ to: "a b", offer }],
    [{ to: 7, offer }],
    [{ to: "bob", offer: "v=0" }],
    [{ to: "bob", offer: answer }],
    [{ to: "bob", offer: { type: "offer" } }],
    [{ to: "bob", offer: { type: "offer", sdp: "x".repeat(48 * 1024 + 1) } }],
    [{ to: "bob", from: 7, offer }],
    [{ to: "u".repeat(300), offer }],
    ["bob"],
    [null],
    [[]],
  ])("direct-call-8: call_failed BAD_REQUEST for %j", async (data) => {
    const { ann } = await directPair(server.url);
    ann.send("make_call", data);
    const to = typeof data === "object" && data !== null && "to" in data ? data.to : undefined;
    const targetUser = typeof to === "string" ? to.slice(0, 128) : "";
    expect(await ann.events.next("call_failed")).toEqual(callFailed("BAD_REQUEST", targetUser));
  });
});
