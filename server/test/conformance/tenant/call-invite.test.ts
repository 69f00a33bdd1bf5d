import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../helpers/shapes.ts";
import { ask, closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import { connectUser, invite, settled, startCall, userPair } from "../../helpers/user-client.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterEach(closeSockets);
afterAll(() => server.close());

const person = (userId: string, name: string) => ({ userId, name });

describe("call-invite", () => {
  it("native-call-1: rings every device of a user, and is answered", async () => {
    const { ann, bob } = await userPair(server.url);
    const second = await connectUser(server.url, bob.identity);
    const reply = await ann.request("call-invite", { to: bob.userId });
    expect(reply).toEqual({ ok: true, callId: expect.stringMatching(/^[\w-]{20,}$/), timeoutMs: 30_000 });
    const { callId } = reply as { callId: string };
    for (const { events } of [bob, second]) {
      expect(await events.next("call-incoming")).toEqual({
        callId,
        from: person(ann.userId, "Ann"),
        video: true,
        timeoutMs: 30_000,
      });
    }
    await settled(ann);
    expect(ann.events.names).toEqual(["online"]);
  });

  it("native-call-1: says whether the caller wants to be seen", async () => {
    const { ann, bob } = await userPair(server.url);
    await ann.request("call-invite", { to: bob.userId, video: false });
    const { callId, video } = await bob.events.next("call-incoming");
    expect(video).toBe(false);
    await bob.request("call-accept", { callId });
    expect(await ann.events.next("call-accepted")).toMatchObject({ video: false });
    expect(await bob.events.next("call-accepted")).toMatchObject({ video: false });
  });

  it("native-call-2: SELF_CALL and USER_OFFLINE", async () => {
    const { ann, bob } = await userPair(server.url);
    const second = await connectUser(server.url, ann.identity);
    expect(await ann.request("call-invite", { to: ann.userId })).toEqual({ ok: false, error: refusalOf("SELF_CALL") });
    bob.socket.disconnect();
    await expect
      .poll(() => ann.request("call-invite", { to: bob.userId }), { interval: 10 })
      .toEqual({ ok: false, error: refusalOf("USER_OFFLINE") });
    expect(second.events.names).toEqual(["online"]);
  });

  it.each([
    ["ringing", invite],
    ["talking", startCall],
  ])("native-call-2: USER_BUSY and ALREADY_IN_CALL while %s", async (_, begin) => {
    const { ann, bob } = await userPair(server.url);
    const { ann: cem } = await userPair(server.url);
    const second = await connectUser(server.url, ann.identity);
    await begin(ann, bob);
    for (const { userId: to } of [ann, bob]) {
      expect(await cem.request("call-invite", { to })).toEqual({ ok: false, error: refusalOf("USER_BUSY") });
    }
    for (const one of [ann, bob, second]) {
      expect(await one.request("call-invite", { to: cem.userId })).toEqual({
        ok: false,
        error: refusalOf("ALREADY_IN_CALL"),
      });
    }
    expect(cem.events.names).toEqual(["online"]);
  });

  it.each([{}, { to: "" }, { to: "a b" }, { to: 7 }, { to: "bob", video: "yes" }, { to: "bob", offer: {} }, [], "bob"])(
    "BAD_REQUEST for %j",
    async (data) => {
      const { ann } = await userPair(server.url);
      expect(await ask(ann.socket, "call-invite", data)).toEqual({ ok: false, error: refusalOf("BAD_REQUEST") });
      ann.socket.emit("call-invite", data);
      expect(await ann.events.next("error")).toEqual(refusalOf("BAD_REQUEST"));
    },
  );
});
