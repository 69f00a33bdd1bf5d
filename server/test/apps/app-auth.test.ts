import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerAppAuth, requireApp } from "../../src/http/app-auth.ts";
import { registerErrors } from "../../src/http/errors.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { startCore, type TestCore, userToken } from "../helpers/test-core.ts";

let core: TestCore;
let http: FastifyInstance;
let app: { appId: string; appSecret: string };
let other: { appId: string; appSecret: string };
beforeEach(async () => {
  core = await startCore();
  const make = async (name: string) => {
    const { app, appSecret } = await core.core.apps.create({ name });
    return { appId: app.appId, appSecret };
  };
  [app, other] = [await make("Acme"), await make("Other")];
  http = Fastify();
  registerErrors(http);
  registerAppAuth(http, () => "address");
  http.get("/app", { preHandler: requireApp(core.core) }, async (request) => request.app);
  http.get("/open", async (request) => request.app);
});
afterEach(async () => {
  await http.close();
  await core.close();
  expect(core.reported).toEqual([]);
});

const get = async (headers: Record<string, string>, url = "/app") => {
  const response = await http.inject({ url, headers });
  return { status: response.statusCode, body: response.json() as unknown };
};
const keys = ({ appId, appSecret }: typeof app) => ({ "x-app-id": appId, "x-app-key": appSecret });
const appToken = (appId: string) => JSON.stringify({ kind: "app", appId });
const refused = { status: 401, body: { error: refusalOf("APP_UNAUTHORIZED") } };

describe("the app of a request", () => {
  it("is proved by its id and secret, or by its token", async () => {
    const proved = {
      status: 200,
      body: { appId: app.appId, name: "Acme", allowedOrigins: [], limits: expect.anything() },
    };
    expect(await get(keys(app))).toEqual(proved);
    expect(await get({ authorization: `Bearer ${appToken(app.appId)}` })).toEqual(proved);
    expect(await get({ authorization: `bearer  ${appToken(app.appId)}` })).toEqual(proved);
  });

  it("is nobody's without either", async () => {
    const incomplete: Record<string, string>[] = [
      {},
      { "x-app-id": app.appId },
      { "x-app-key": app.appSecret },
      { "x-app-id": "", "x-app-key": "" },
      { "x-app-id": other.appId, "x-app-key": app.appSecret },
      { "x-app-id": "public", "x-app-key": app.appSecret },
      { authorization: "Bearer" },
      { authorization: `Basic ${appToken(app.appId)}` },
    ];
    for (const headers of incomplete) expect(await get(headers)).toEqual(refused);
  });

  it("is not what a token of another kind says", async () => {
    const room = JSON.stringify({ kind: "room", appId: app.appId });
    const user = JSON.stringify({ kind: "user", appId: app.appId });
    for (const token of [room, user, userToken("ann"), appToken("app_unknown"), appToken("public")]) {
      expect(await get({ authorization: `Bearer ${token}` })).toEqual(refused);
    }
  });

  it("is the one of the verified credentials, whatever stands beside them", async () => {
    const token = { authorization: `Bearer ${appToken(other.appId)}` };
    expect(await get({ ...keys(app), ...token })).toMatchObject({ body: { appId: app.appId } });
    expect(await get({ "x-app-id": app.appId, ...token })).toMatchObject({ body: { appId: other.appId } });
    expect(await get({ ...keys({ ...app, appSecret: "wrong" }), ...token })).toEqual(refused);
  });

  it("is told that it is disabled once it has proved itself", async () => {
    await core.core.apps.change(app.appId, { disabled: true });
    const disabled = { status: 403, body: { error: refusalOf("APP_DISABLED") } };
    expect(await get(keys(app))).toEqual(disabled);
    expect(await get({ authorization: `Bearer ${appToken(app.appId)}` })).toEqual(disabled);
    expect(await get(keys({ ...app, appSecret: "wrong" }))).toEqual(refused);
  });

  it("can't be had where nobody asked for credentials", async () => {
    expect(await get(keys(app), "/open")).toEqual(refused);
  });
});
