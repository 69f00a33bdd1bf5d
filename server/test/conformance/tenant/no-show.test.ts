import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { connectNatively } from "../../helpers/native-client.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import { signInAndConnect } from "../../helpers/user-client.ts";

const THIRTY_SECONDS = 30_000;

let server: TestServer;
beforeAll(async () => {
  // Not thirty seconds too: those are to be told apart.
  server = await startServer({ CALL_TIMEOUT_MS: "60000" });
});
afterEach(closeSockets);
afterAll(() => server.close());

/** Two whose call was just accepted, and what lets the thirty seconds be over. */
async function acceptedCall() {
  const ann = await signInAndConnect(server.url, `ann-${crypto.randomUUID()}`);
  const bob = await signInAndConnect(server.url, `bob-${crypto.randomUUID()}`);
  const timers = vi.spyOn(globalThis, "setTimeout");
  await ann.request("call-invite", { to: bob.userId });
  const { callId } = await bob.events.next("call-incoming");
  await bob.request("call-accept", { callId });
  const enter = async ({ events, identity }: typeof ann) => {
    const { room } = await events.next("call-accepted");
    return connectNatively(server.url, { ...identity, ...room });
  };
  const isOver = () => {
    const due = timers.mock.calls.filter(([, ms]) => ms === THIRTY_SECONDS);
    expect(due).toHaveLength(1);
    due[0]?.[0]();
  };
  return { ann, bob, callId, enter, isOver };
}

it.each(["nobody", "the caller alone"])("native-call-10: the call has failed when %s came", async (who) => {
  const { ann, bob, callId, enter, isOver } = await acceptedCall();
  if (who !== "nobody") await enter(ann);
  isOver();
  for (const { events } of [ann, bob]) expect(await events.next("call-ended")).toEqual({ callId, reason: "failed" });
});

it("native-call-10: the call goes on when both came", async () => {
  const { ann, bob, enter, isOver } = await acceptedCall();
  await enter(ann);
  await enter(bob);
  isOver();
  expect(await ann.request("call-invite", { to: bob.userId })).toMatchObject({ error: { code: "ALREADY_IN_CALL" } });
  expect([...ann.events.names, ...bob.events.names]).not.toContain("call-ended");
});
