import { errors } from "@chamcall/protocol/errors";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type DirectClient,
  directPair,
  openDirectClient,
  type RegisteredDirectClient,
  registerDirectly,
  ring,
  talk,
} from "./helpers/direct-client.ts";
import { expectAcknowledged } from "./helpers/expect-acknowledged.ts";
import { call } from "./helpers/http.ts";
import { bytes, junk, nearly } from "./helpers/junk.ts";
import { openPolling } from "./helpers/polling.ts";
import { answer, candidate, offer } from "./helpers/signals.ts";
import { closeSockets } from "./helpers/sockets.ts";
import { startServer, type TestServer } from "./helpers/start-server.ts";

// Whatever comes in by the direct door: an answer, no fault of ours, and nothing of a call one isn't in.

const SECRET = "an-sdp-that-is-nobody-else's";
const bounded = { seed: 20_260, numRuns: 60 };

let server: TestServer;
let ann: RegisteredDirectClient;
let bob: RegisteredDirectClient;
let rounds = 0;
beforeAll(async () => {
  server = await startServer({ MESSAGE_RATE: "1000000" });
  [ann, bob] = [await registerDirectly(server.url, "witness"), await registerDirectly(server.url, "other-witness")];
  ann.send("make_call", { to: bob.userId, from: ann.userId, offer: { type: "offer", sdp: SECRET } });
  await bob.events.next("incoming_call");
  bob.send("answer_call", { to: ann.userId, from: bob.userId, answer: { type: "answer", sdp: SECRET } });
  await ann.events.next("call_answered");
});
afterEach(async () => {
  rounds += 1;
  ann.send("ice_candidate", { to: bob.userId, from: ann.userId, candidate: candidate(rounds) });
  expect(await bob.events.next("ice_candidate")).toEqual({ from: ann.userId, candidate: candidate(rounds) });
  expect(ann.events.names).toEqual(["user_registered", "call_answered"]);
  expect(bob.events.names).toEqual(["user_registered", "incoming_call", ...Array(rounds).fill("ice_candidate")]);
  expect((await call(`${server.url}/users`)).status).toBe(200);
});
afterAll(async () => {
  closeSockets();
  await server.close();
});

function expectHarmless(heard: unknown): void {
  const text = JSON.stringify(heard) ?? "";
  for (const secret of [SECRET, "INTERNAL", "node_modules", "    at "]) expect(text).not.toContain(secret);
}

function expectReply(body: unknown): void {
  expectHarmless(body);
  expectAcknowledged(body);
}

// Not the witnesses' own: whoever registers as one of them is the newest login, and has the name.
const ownName = fc.constantFrom("u", "v", "__proto__", "constructor", "");
const userId = fc.constantFrom("u", "v", "witness", "other-witness", "nobody", "");
const token = fc.constantFrom<unknown>("", "a.b.c", "x".repeat(5000), undefined);
const description = fc.constantFrom<unknown>(offer, answer, { type: "offer" }, { type: "pranswer", sdp: "" });

const data: Record<string, fc.Arbitrary<unknown>> = {
  register_user: nearly({ userId: ownName, token }),
  make_call: nearly({ to: userId, from: userId, offer: description }),
  answer_call: nearly({ to: userId, from: userId, answer: description }),
  decline_call: nearly({ to: userId, from: userId }),
  end_call: nearly({ to: userId, from: userId }),
  ice_candidate: nearly({
    to: userId,
    from: userId,
    candidate: fc.constantFrom<unknown>(candidate(1), null, { candidate: "" }),
  }),
  logout_user: nearly({ userId }),
};

async function exercise(open: () => Promise<DirectClient>, name: string, body: fc.Arbitrary<unknown>) {
  let client = await open();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 6, arbitrary: body }, { weight: 1, arbitrary: bytes }),
      fc.boolean(),
      async (sent, asks) => {
        if (!client.socket.connected) client = await open();
        if (asks) expectReply(await client.ask(name, sent));
        else client.send(name, sent);
      },
    ),
    bounded,
  );
  if (client.socket.connected) expectReply(await client.ask("nonsense", {}));
  expectHarmless(client.events.all);
}

const STATES: [string, () => Promise<DirectClient>][] = [
  ["before registering", () => openDirectClient(server.url)],
  ["registered", async () => (await directPair(server.url)).ann],
  ["while calling", () => begun(ring, "ann")],
  ["while ringing", () => begun(ring, "bob")],
  ["while talking", () => begun(talk, "ann")],
];

async function begun(begin: typeof ring, who: "ann" | "bob"): Promise<DirectClient> {
  const pair = await directPair(server.url);
  await begin(pair.ann, pair.bob);
  return pair[who];
}

describe.each(STATES)("direct events %s", (_, open) => {
  it.each(Object.entries(data))("%s", (name, body) => exercise(open, name, body));
});

it("any of them in any order", async () => {
  const message = fc.oneof(
    ...Object.entries(data).map(([name, body]) => body.map((sent) => ({ name, sent }))),
    fc.record({ name: fc.string({ maxLength: 30 }), sent: junk }),
  );
  const reserved = ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];
  await fc.assert(
    fc.asyncProperty(fc.array(message, { maxLength: 20 }), async (messages) => {
      const client = await openDirectClient(server.url);
      for (const { name, sent } of messages) if (!reserved.includes(name)) client.send(name, sent);
      if (client.socket.connected) await client.ask("nonsense", {}).catch(() => client.events.ended);
      expectHarmless(client.events.all);
      client.socket.disconnect();
    }),
    { ...bounded, numRuns: 30 },
  );
});

it("handshakes that carry anything", async () => {
  await fc.assert(
    fc.asyncProperty(nearly({ token }), async (auth) => {
      const client = await openDirectClient(server.url, { auth: { ...(typeof auth === "object" ? auth : { auth }) } });
      client.send("register_user", { userId: "handshaker" });
      const registered = await client.events.next("user_registered");
      expectHarmless(registered);
      if (!registered.success) expect(Object.keys(errors)).toContain(registered.code);
      client.socket.disconnect();
    }),
    { ...bounded, numRuns: 30 },
  );
});

it("packets below the protocol end at most their own connection", async () => {
  const event = fc.constantFrom(
    '42["register_user"]',
    '42["register_user",{"userId":"u"},{"userId":"v"},3]',
    '42["ice_candidate",{"to":"witness","candidate":null}]',
    '421["make_call"]',
    '42999999999999999999["end_call",{}]',
    '42["make_call",{"to":"witness","offer":{"type":"offer","sdp":"\\ud800"}}]',
    '451-["make_call",{"_placeholder":true,"num":0}]',
    "41",
    `42["register_user",${"[".repeat(5000)}`,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 6 }), async (packets) => {
      const polling = await openPolling(server.url, "/socket.io");
      await polling.send("40", ...packets);
    }),
    { ...bounded, numRuns: 40 },
  );
});
