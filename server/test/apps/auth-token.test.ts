import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ADMIN_TOKEN, askForToken, makeApp, type TestApp, tokenFor } from "../helpers/app.ts";
import { refusedHandshake } from "../helpers/native-client.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";
import { connectUser, startCall } from "../helpers/user-client.ts";

let server: TestServer;
let app: TestApp;
beforeAll(async () => {
  server = await startServer({ ADMIN_TOKEN, TRUST_PROXY: "127.0.0.1" });
  app = await makeApp(server.url);
});
afterEach(closeSockets);
afterAll(() => server.close());

const online = async (user: { id: string; name?: string }, of = app, auth = {}) =>
  connectUser(
    server.url,
    { token: await tokenFor(server.url, of, user), userId: user.id, ttl: 1, signalingUrl: "", userKey: "" },
    auth,
  );

describe("POST /api/v1/auth/token", () => {
  it("gives the app a token of its own kind", async () => {
    const answer = await askForToken(server.url, { appId: app.appId, appSecret: app.appSecret });
    expect(answer.body).toEqual({ token: expect.any(String), expiresIn: 3600 });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const token = String(answer.body.token);
    expect(decodeProtectedHeader(token)).toEqual({ alg: "HS256", typ: "app+jwt" });
    expect(decodeJwt(token)).toMatchObject({ aud: "chamcall:app", app: app.appId });
  });

  it("gives a user a token that puts them online by their name, on several devices", async () => {
    const phone = await online({ id: "ann", name: "Ann" });
    const laptop = await online({ id: "ann", name: "Ann" }, app, { instanceId: "laptop" });
    expect([phone, laptop].map(({ online }) => online.self)).toEqual([
      { userId: "ann", name: "Ann" },
      { userId: "ann", name: "Ann" },
    ]);
    const bob = await online({ id: "bob" });
    expect(bob.online.self).toEqual({ userId: "bob", name: "bob" });
    const { callees } = await startCall(phone, bob);
    expect(decodeJwt(callees.token)).toMatchObject({ app: app.appId });
  });

  it("keeps the users of two apps apart", async () => {
    const other = await makeApp(server.url);
    const ann = await online({ id: "twin" });
    const theirs = await online({ id: "twin" }, other);
    const bob = await online({ id: "lonely" }, other);
    expect(await ann.request("call-invite", { to: "lonely" })).toEqual({ ok: false, error: refusalOf("USER_OFFLINE") });
    expect(await bob.request("watch-users", {})).toMatchObject({ ok: true, users: [{ userId: "twin" }] });
    expect(theirs.socket.connected).toBe(true);
  });

  it.each<[string, object]>([
    ["nothing", {}],
    ["no secret", { appId: "x" }],
    ["a user without an id", { appId: "x", appSecret: "x", user: {} }],
    ["a user with a blank", { appId: "x", appSecret: "x", user: { id: "a b" } }],
    ["more than it knows", { appId: "x", appSecret: "x", roomId: "r" }],
  ])("refuses %s", async (_, body) => {
    expect(await askForToken(server.url, body)).toMatchObject({
      status: 400,
      body: { error: refusalOf("BAD_REQUEST") },
    });
  });

  it("answers the same to an unknown app, a wrong secret, and the app that is built in", async () => {
    const answers = await Promise.all([
      askForToken(server.url, { appId: app.appId, appSecret: "wrong" }),
      askForToken(server.url, { appId: "app_unknown", appSecret: app.appSecret }),
      askForToken(server.url, { appId: "public", appSecret: app.appSecret }),
    ]);
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([401, { error: refusalOf("APP_UNAUTHORIZED") }]);
      expect(body).toEqual(answers[0]?.body);
    }
  });

  it("makes an address wait that keeps failing; who has the secret gets in all the same", async () => {
    const from = (address: string, appSecret: string) =>
      askForToken(server.url, { appId: app.appId, appSecret }, { "x-forwarded-for": address });
    for (let n = 0; n < 10; n++) expect((await from("203.0.113.1", `guess ${n}`)).status).toBe(401);
    expect(await from("203.0.113.1", "one more")).toMatchObject({
      status: 429,
      body: { error: refusalOf("TOO_MANY_ATTEMPTS", { retryAfterMs: expect.any(Number) }) },
    });
    expect((await from("203.0.113.1", app.appSecret)).status).toBe(200);
    expect((await from("203.0.113.2", "wrong")).status).toBe(401);
  });

  it("makes many guesses at once wait as well", async () => {
    const guesses = Array.from({ length: 30 }, (_, n) =>
      askForToken(server.url, { appId: app.appId, appSecret: `${n}` }, { "x-forwarded-for": "203.0.113.9" }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  });
});

it("native-connect-6: an app token doesn't open a socket", async () => {
  expect(await refusedHandshake(server.url, { token: await tokenFor(server.url, app) })).toEqual(
    refusalOf("UNAUTHORIZED"),
  );
});
