import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SignJWT, UnsecuredJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ADMIN_TOKEN, asAdmin, makeApp, type TestApp, tokenFor } from "../helpers/app.ts";
import { call } from "../helpers/http.ts";
import { refusedHandshake } from "../helpers/native-client.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { closeSockets } from "../helpers/sockets.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";

let server: TestServer;
let app: TestApp;
beforeAll(async () => {
  server = await startServer({ ADMIN_TOKEN });
  app = await makeApp(server.url);
});
afterEach(closeSockets);
afterAll(() => server.close());

type Kind = "app" | "user" | "room";

const secret = () => new TextEncoder().encode(readFileSync(join(server.dataDir, "jwt-secret"), "utf8"));
const claims = () => ({
  app: app.appId,
  room: "room",
  name: "Ann",
  owner: `app:${app.appId}`,
  role: "host",
  permissions: [],
});

/** A good token of the kind, but for what is changed before it is signed. */
const tokenOf = (kind: Kind, { typ = `${kind}+jwt`, alg = "HS256" } = {}) =>
  new SignJWT(claims())
    .setProtectedHeader({ alg, typ })
    .setIssuer("chamcall")
    .setAudience(`chamcall:${kind}`)
    .setSubject("ann")
    .setJti("entry")
    .setIssuedAt()
    .setExpirationTime("1h");

const ask = (token: string) =>
  call(`${server.url}/api/v1/rooms`, { json: {}, headers: { authorization: `Bearer ${token}` } });

describe("REST takes an app token", () => {
  it("as this server makes them, and the one that it has made", async () => {
    expect((await ask(await tokenOf("app").sign(secret()))).status).toBeLessThan(300);
    expect((await ask(await tokenFor(server.url, app))).status).toBeLessThan(300);
  });

  it.each<[string, () => string | Promise<string>]>([
    ["a user token", () => tokenFor(server.url, app, { id: "ann" })],
    ["a room token", () => tokenOf("room").sign(secret())],
    ["a user token that says it is an app's", () => tokenOf("user", { typ: "app+jwt" }).sign(secret())],
    ["an app token for a room", () => tokenOf("app").setAudience("chamcall:room").sign(secret())],
    ["another key", () => tokenOf("app").sign(new TextEncoder().encode("x".repeat(32)))],
    ["another algorithm", () => tokenOf("app", { alg: "HS512" }).sign(secret())],
    ["another type", () => tokenOf("app", { typ: "JWT" }).sign(secret())],
    ["an expired one", () => tokenOf("app").setExpirationTime("-1s").sign(secret())],
    ["one not valid yet", () => tokenOf("app").setNotBefore("1h").sign(secret())],
    ["no signature", () => new UnsecuredJWT(claims()).setIssuer("chamcall").setAudience("chamcall:app").encode()],
    ["nonsense", () => "nonsense"],
  ])("and not %s", async (_, craft) => {
    const answer = await ask(await craft());
    expect(answer).toMatchObject({ status: 401, body: { error: refusalOf("APP_UNAUTHORIZED") } });
  });

  it("however often a wrong one comes: nobody has to wait for it", async () => {
    for (let n = 0; n < 15; n++) expect((await ask("nonsense")).status).toBe(401);
    expect((await ask(await tokenFor(server.url, app))).status).toBeLessThan(300);
  });
});

it("after the app is disabled, tokens of every kind are refused by name", async () => {
  const other = await makeApp(server.url);
  const appToken = await tokenFor(server.url, other);
  const userToken = await tokenFor(server.url, other, { id: "ann" });
  await asAdmin(server.url, `/${other.appId}/disable`, { method: "POST" });
  expect(await ask(appToken)).toMatchObject({ status: 403, body: { error: refusalOf("APP_DISABLED") } });
  expect(await refusedHandshake(server.url, { token: userToken })).toEqual(refusalOf("APP_DISABLED"));
});
