import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { callFailed, directPair, openDirectClient, ring, settled } from "../../helpers/direct-client.ts";
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

describe("direct-claim-1: `from` is never believed", () => {
  it.each([
    ["make_call", { offer }, "call_failed"],
    ["answer_call", { answer }, "call_failed"],
    ["decline_call", {}, "error"],
    ["end_call", {}, "error"],
    ["ice_candidate", { candidate: candidate(1) }, "error"],
  ] as const)("%s in another's name is FORBIDDEN and reaches nobody", async (name, data, heard) => {
    const { ann, bob } = await directPair(server.url);
    const { ann: eve } = await directPair(server.url);
    if (name !== "make_call") await ring(ann, bob);
    const before = { ann: [...ann.events.names], bob: [...bob.events.names] };
    eve.send(name, { to: bob.userId, from: ann.userId, ...data });
    expect(await eve.events.next(heard)).toMatchObject({ code: "FORBIDDEN" });
    eve.send(name, { to: ann.userId, from: bob.userId, ...data });
    expect(await eve.events.next(heard)).toMatchObject({ code: "FORBIDDEN" });
    await Promise.all([settled(ann), settled(bob)]);
    expect({ ann: ann.events.names, bob: bob.events.names }).toEqual(before);
  });

  it("without `from` the registered user is meant", async () => {
    const { ann, bob } = await directPair(server.url);
    ann.send("make_call", { to: bob.userId, offer });
    expect(await bob.events.next("incoming_call")).toEqual({ from: ann.userId, offer });
  });
});

describe("direct-claim-2: before registering", () => {
  it.each([
    ["make_call", { to: "bob", from: "ann", offer }],
    ["answer_call", { to: "bob", from: "ann", answer }],
  ])("%s is call_failed NOT_ONLINE", async (name, data) => {
    const ann = await openDirectClient(server.url);
    ann.send(name, data);
    expect(await ann.events.next("call_failed")).toEqual(callFailed("NOT_ONLINE", "bob"));
  });

  it.each([
    ["decline_call", { to: "bob", from: "ann" }],
    ["end_call", { to: "bob", from: "ann" }],
    ["ice_candidate", { to: "bob", from: "ann", candidate: candidate(1) }],
    ["logout_user", { userId: "ann" }],
  ])("%s is error NOT_ONLINE", async (name, data) => {
    const ann = await openDirectClient(server.url);
    ann.send(name, data);
    expect(await ann.events.next("error")).toEqual(refusalOf("NOT_ONLINE"));
  });

  it("and a name that is someone's is no help", async () => {
    const { ann, bob } = await directPair(server.url);
    const eve = await openDirectClient(server.url);
    eve.send("make_call", { to: bob.userId, from: ann.userId, offer });
    expect(await eve.events.next("call_failed")).toEqual(callFailed("NOT_ONLINE", bob.userId));
    expect(bob.events.names).toEqual(["user_registered"]);
  });
});
