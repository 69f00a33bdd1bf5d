import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openDirectClient, type RegisteredDirectClient, ring } from "../../helpers/direct-client.ts";
import { enterNatively } from "../../helpers/native-client.ts";
import { refusalOf } from "../../helpers/shapes.ts";
import { closeSockets } from "../../helpers/sockets.ts";
import { startServer, type TestServer } from "../../helpers/start-server.ts";
import { signIn } from "../../helpers/user-client.ts";

let strict: TestServer;
let open: TestServer;
beforeAll(async () => {
  [strict, open] = await Promise.all([startServer({ DIRECT_AUTH: "token" }), startServer()]);
});
afterEach(closeSockets);
afterAll(() => Promise.all([strict.close(), open.close()]));

const refused = (code: string, userId: string) => ({
  success: false,
  userId,
  error: expect.stringMatching(/\w/),
  code,
});

async function register(url: string, userId: string, token: { handshake?: unknown; message?: unknown } = {}) {
  const client = await openDirectClient(url, "handshake" in token ? { auth: { token: token.handshake } } : {});
  client.send("register_user", { userId, ...("message" in token ? { token: token.message } : {}) });
  const answer = await client.events.next("user_registered");
  return { client: { ...client, userId } satisfies RegisteredDirectClient, answer };
}

describe("with DIRECT_AUTH=token", () => {
  it("direct-auth-1: a user token in the handshake's auth.token proves the name", async () => {
    const { token } = await signIn(strict.url, "ann-1");
    const { client: ann, answer } = await register(strict.url, "ann-1", { handshake: token });
    expect(answer).toEqual({ success: true, userId: "ann-1" });
    const bobs = await signIn(strict.url, "bob-1");
    const { client: bob } = await register(strict.url, "bob-1", { handshake: bobs.token });
    await ring(ann, bob);
  });

  it("direct-auth-1: or in register_user itself, which goes first", async () => {
    const { token } = await signIn(strict.url, "ann-2");
    const inMessage = await register(strict.url, "ann-2", { message: token });
    expect(inMessage.answer).toEqual({ success: true, userId: "ann-2" });
    const both = await register(strict.url, "ann-2", { handshake: "nonsense", message: token });
    expect(both.answer).toEqual({ success: true, userId: "ann-2" });
    const wrong = await register(strict.url, "ann-2", { handshake: token, message: "nonsense" });
    expect(wrong.answer).toEqual(refused("UNAUTHORIZED", "ann-2"));
  });

  it.each<[string, object]>([
    ["no token", {}],
    ["nonsense", { handshake: "nonsense" }],
    ["an empty token", { handshake: "" }],
    ["a token that is no text", { handshake: { token: "x" } }],
    ["a huge token", { handshake: "x".repeat(5000) }],
    ["nonsense in the message", { message: "a.b.c" }],
  ])("direct-auth-2: %s is UNAUTHORIZED", async (_, token) => {
    const { answer, client } = await register(strict.url, "ann-3", token);
    expect(answer).toEqual(refused("UNAUTHORIZED", "ann-3"));
    expect(await client.ask("make_call", { to: "bob", offer: { type: "offer", sdp: "" } })).toEqual({
      ok: false,
      error: refusalOf("NOT_ONLINE"),
    });
  });

  it("direct-auth-2: a changed token, or one of a room, is UNAUTHORIZED", async () => {
    const { token } = await signIn(strict.url, "ann-4");
    const [header, , signature] = token.split(".");
    const other = (await signIn(strict.url, "mallory")).token.split(".")[1];
    const forged = [header, other, signature].join(".");
    expect((await register(strict.url, "mallory", { handshake: forged })).answer).toEqual(
      refused("UNAUTHORIZED", "mallory"),
    );
    const entry = await enterNatively(strict.url, "a-room", { userId: "ann-4" });
    expect((await register(strict.url, "ann-4", { handshake: entry.token })).answer).toEqual(
      refused("UNAUTHORIZED", "ann-4"),
    );
  });

  it("direct-auth-3: another user's token is FORBIDDEN, and that user keeps the name", async () => {
    const { token } = await signIn(strict.url, "eve");
    const anns = await signIn(strict.url, "ann-5");
    const { client: ann } = await register(strict.url, "ann-5", { handshake: anns.token });
    expect((await register(strict.url, "ann-5", { handshake: token })).answer).toEqual(refused("FORBIDDEN", "ann-5"));
    expect(await ann.ask("register_user", { userId: "ann-5" })).toEqual({ ok: true });
    expect(ann.events.names).toEqual(["user_registered", "user_registered"]);
  });

  it("direct-auth-4: the newest login wins among those of the same userKey; anyone else is USER_ID_TAKEN", async () => {
    // Before anyone is online, both may sign in.
    const [first, second] = [await signIn(strict.url, "ann-6"), await signIn(strict.url, "ann-6")];
    const { client: older } = await register(strict.url, "ann-6", { handshake: first.token });
    expect((await register(strict.url, "ann-6", { handshake: second.token })).answer).toEqual(
      refused("USER_ID_TAKEN", "ann-6"),
    );
    const again = await signIn(strict.url, "ann-6", { userKey: first.userKey });
    expect((await register(strict.url, "ann-6", { handshake: again.token })).answer).toMatchObject({ success: true });
    await older.events.next("force_disconnect");
  });
});

describe("without it", () => {
  it("direct-auth-5: no token is needed; one that is brought must be right", async () => {
    expect((await register(open.url, "ann-7")).answer).toEqual({ success: true, userId: "ann-7" });
    const { token } = await signIn(open.url, "ann-8");
    expect((await register(open.url, "ann-8", { handshake: token })).answer).toMatchObject({ success: true });
    expect((await register(open.url, "ann-9", { handshake: token })).answer).toEqual(refused("FORBIDDEN", "ann-9"));
    expect((await register(open.url, "ann-9", { handshake: "someone else's" })).answer).toMatchObject({
      success: true,
    });
  });

  it("direct-auth-5: a name held by a token is not given to whoever comes without", async () => {
    const { token } = await signIn(open.url, "ann-10");
    const { client: ann } = await register(open.url, "ann-10", { handshake: token });
    expect((await register(open.url, "ann-10")).answer).toEqual(refused("USER_ID_TAKEN", "ann-10"));
    expect(await ann.ask("register_user", { userId: "ann-10" })).toEqual({ ok: true });
  });
});
