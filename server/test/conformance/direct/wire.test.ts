import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { directPair, openDirectClient, registerDirectly, ring, settled } from "../../helpers/direct-client.ts";
import { call } from "../../helpers/http.ts";
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

const EVERY = [
  "register_user",
  "make_call",
  "answer_call",
  "decline_call",
  "end_call",
  "ice_candidate",
  "logout_user",
] as const;

describe("connecting", () => {
  it.each(["websocket", "polling"] as const)("direct-connect-1: over %s, without a token", async (transport) => {
    const ann = await registerDirectly(server.url, `over-${transport}`, { transports: [transport] });
    const bob = await registerDirectly(server.url, `bob-over-${transport}`, { transports: [transport] });
    await ring(ann, bob);
  });

  it("direct-connect-1: as a browser does, polling first and a websocket then", async () => {
    await registerDirectly(server.url, "upgrading", { transports: ["polling", "websocket"] });
  });

  it.each(EVERY)("direct-connect-2: %s is one of the door's own, where the door is open", async (name) => {
    const data = { to: "bob", candidate: null };
    const shut = await startServer({ DIALECTS: "tenant,rooms,lobby,pairing" });
    const stranger = await openDirectClient(shut.url);
    expect(await stranger.ask(name, data)).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
    await shut.close();
    const known = await openDirectClient(server.url);
    expect(await known.ask(name, data)).not.toMatchObject({ error: { code: "UNKNOWN_EVENT" } });
    expect(await known.ask("join-room", { roomId: "r", username: "u" })).toEqual({
      ok: false,
      error: refusalOf("UNKNOWN_EVENT"),
    });
  });

  it("direct-connect-3: with direct alone, everything of this page works and nothing else", async () => {
    const alone = await startServer({ DIALECTS: "direct" });
    const { ann, bob } = await directPair(alone.url);
    await ring(ann, bob);
    expect((await call(`${alone.url}/users`)).body).toEqual({
      connectedUsers: [ann.userId, bob.userId],
      totalUsers: 2,
    });
    const rob = await openDirectClient(alone.url);
    expect(await rob.ask("join_room", {})).toEqual({ ok: false, error: refusalOf("UNKNOWN_EVENT") });
    await alone.close();
  });

  it.each([
    ["https://yourdomain.com", true],
    ["capacitor://localhost", true],
    ["https://evil.example", false],
  ])("direct-connect-4: from pages of %s: %s, as ALLOWED_ORIGINS says", async (origin, allowed) => {
    const strict = await startServer({ ALLOWED_ORIGINS: "https://yourdomain.com,capacitor://localhost" });
    try {
      const opening = openDirectClient(strict.url, { extraHeaders: { origin } });
      if (allowed) await opening;
      else await expect(opening).rejects.toThrow();
      const page = await call(`${strict.url}/users`, { headers: { origin } });
      expect(page.headers.get("access-control-allow-origin")).toBe(allowed ? origin : null);
    } finally {
      await strict.close();
    }
  });
});

describe("direct-connect-5: an event that isn't the door's", () => {
  it.each([
    "nonsense",
    "register-user",
    "registerUser",
    "incoming_call",
    "call_ended",
    "call-invite",
    "join_room",
    "__proto__",
    "constructor",
    "error",
    "",
  ])("is error UNKNOWN_EVENT for %j, and the connection stays", async (name) => {
    const { ann, bob } = await directPair(server.url);
    ann.send(name, { to: bob.userId });
    expect(await ann.events.next("error")).toEqual(refusalOf("UNKNOWN_EVENT"));
    await ring(ann, bob);
  });

  it("is error UNKNOWN_EVENT as the first message of all", async () => {
    const ann = await openDirectClient(server.url);
    ann.send("nonsense", {});
    expect(await ann.events.next("error")).toEqual(refusalOf("UNKNOWN_EVENT"));
    ann.send("register_user", { userId: "after-nonsense" });
    await ann.events.next("user_registered");
  });
});

describe("an acknowledgement", () => {
  it("direct-ack-1: is {ok: true} for what was done, beside the event", async () => {
    const { ann, bob } = await directPair(server.url);
    expect(await ann.ask("register_user", { userId: ann.userId })).toEqual({ ok: true });
    expect(await ann.events.next("user_registered")).toEqual({ success: true, userId: ann.userId });
    expect(await ann.ask("make_call", { to: bob.userId, from: ann.userId, offer })).toEqual({ ok: true });
    expect(await ann.ask("ice_candidate", { to: bob.userId, candidate: candidate(1) })).toEqual({ ok: true });
    expect(await bob.ask("answer_call", { to: ann.userId, answer })).toEqual({ ok: true });
    expect(await bob.ask("end_call", { to: ann.userId })).toEqual({ ok: true });
    await ring(ann, bob);
    expect(await bob.ask("decline_call", { to: ann.userId })).toEqual({ ok: true });
    expect(await bob.ask("logout_user", { userId: bob.userId })).toEqual({ ok: true });
  });

  it("direct-ack-2: is {ok: false, error} for what was refused, instead of the event", async () => {
    const { ann, bob } = await directPair(server.url);
    const { ann: cem } = await directPair(server.url);
    await ring(ann, bob);
    expect(await cem.ask("make_call", { to: bob.userId, offer })).toEqual({ ok: false, error: refusalOf("USER_BUSY") });
    expect(await cem.ask("make_call", { to: "nobody-at-all", offer })).toEqual({
      ok: false,
      error: refusalOf("USER_OFFLINE"),
    });
    expect(await cem.ask("register_user", { userId: "" })).toEqual({ ok: false, error: refusalOf("BAD_REQUEST") });
    expect(await cem.ask("decline_call", { to: bob.userId })).toEqual({ ok: false, error: refusalOf("CALL_OVER") });
    await settled(cem);
    expect(cem.events.names).toEqual(["user_registered"]);
  });
});

describe("limits", () => {
  it("direct-limit-1: JOIN_RATE bounds the registrations of an address", async () => {
    const tight = await startServer({ JOIN_RATE: "3" });
    const ann = await openDirectClient(tight.url);
    for (const userId of ["a", "b", "c"]) {
      ann.send("register_user", { userId });
      expect(await ann.events.next("user_registered")).toEqual({ success: true, userId });
    }
    ann.send("register_user", { userId: "d" });
    expect(await ann.events.next("user_registered")).toEqual({
      success: false,
      userId: "d",
      error: expect.stringMatching(/\w/),
      code: "RATE_LIMITED",
      retryAfterMs: expect.any(Number),
    });
    await tight.close();
  });

  it("direct-limit-1: a tenth of JOIN_RATE bounds the calls of a user", async () => {
    const tight = await startServer({ JOIN_RATE: "30" });
    const ann = await registerDirectly(tight.url, "ann");
    const targetUser = "nobody";
    for (let n = 0; n < 4; n++) ann.send("make_call", { to: targetUser, from: "ann", offer });
    await settled(ann);
    const heard = ann.events.all.slice(1).map(({ data }) => (data as { code: string }).code);
    expect(heard).toEqual(["USER_OFFLINE", "USER_OFFLINE", "USER_OFFLINE", "RATE_LIMITED"]);
    expect(ann.events.all.at(-1)?.data).toMatchObject({ targetUser, retryAfterMs: expect.any(Number) });
    await tight.close();
  });

  it("direct-limit-2: MESSAGE_RATE bounds the messages of a connection", async () => {
    const tight = await startServer({ MESSAGE_RATE: "1" });
    const ann = await registerDirectly(tight.url, "ann");
    for (let n = 0; n < 10; n++) ann.send("end_call", { to: "bob" });
    expect(await ann.events.next("error")).toEqual(refusalOf("RATE_LIMITED", { retryAfterMs: expect.any(Number) }));
    expect(ann.socket.connected).toBe(true);
    await tight.close();
  });

  it("direct-limit-3: a message above 64 KB ends the connection, and the call with it", async () => {
    const { ann, bob } = await directPair(server.url);
    await ring(ann, bob);
    ann.send("ice_candidate", { to: bob.userId, candidate: { candidate: "x".repeat(70_000) } });
    await ann.events.ended;
    expect(await bob.events.next("call_ended")).toEqual({ from: ann.userId, reason: "disconnected" });
  });
});

it("direct-drain-1: a server that is about to go says so, takes nobody and rings nobody, and lets the others talk", async () => {
  const own = await startServer();
  const { ann, bob } = await directPair(own.url);
  const { ann: cem, bob: dan } = await directPair(own.url);
  await ring(ann, bob);
  own.drain(5000);
  for (const { events } of [ann, bob, cem]) {
    expect(await events.next("error")).toEqual(refusalOf("DRAINING", { retryAfterMs: 5000 }));
  }
  cem.send("make_call", { to: dan.userId, from: cem.userId, offer });
  expect(await cem.events.next("call_failed")).toMatchObject({ code: "DRAINING", targetUser: dan.userId });
  const late = await openDirectClient(own.url);
  late.send("register_user", { userId: "late" });
  expect(await late.events.next("user_registered")).toMatchObject({ success: false, code: "DRAINING" });
  bob.send("answer_call", { to: ann.userId, from: bob.userId, answer });
  expect(await ann.events.next("call_answered")).toEqual({ from: bob.userId, answer });
  ann.send("ice_candidate", { to: bob.userId, candidate: candidate(1) });
  await bob.events.next("ice_candidate");
  ann.send("end_call", { to: bob.userId });
  await bob.events.next("call_ended");
  await own.close();
});
