import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADMIN_TOKEN, asAdmin, askForToken, makeApp } from "../helpers/app.ts";
import { call } from "../helpers/http.ts";
import { isoTime, refusalOf } from "../helpers/shapes.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ ADMIN_TOKEN, TRUST_PROXY: "127.0.0.1" });
});
afterAll(() => server.close());

const NO_LIMITS = { maxRooms: null, maxParticipants: null, joinRate: null };

describe("an app", () => {
  it("is made with a secret that is shown once, and is no cached answer", async () => {
    const made = await asAdmin(server.url, "", { json: { name: "Acme" } });
    expect(made.status).toBe(201);
    expect(made.headers.get("cache-control")).toBe("no-store");
    expect(made.body).toEqual({
      appId: expect.stringMatching(/^app_[a-z2-7]{16}$/),
      appSecret: expect.stringMatching(/^[\w-]{43}$/),
      name: "Acme",
      createdAt: isoTime,
      disabledAt: null,
      allowedOrigins: [],
      limits: NO_LIMITS,
    });
    const { appSecret, ...app } = made.body;
    expect((await asAdmin(server.url, `/${app.appId}`)).body).toEqual(app);
    const list = await asAdmin(server.url);
    expect(list.body.apps).toContainEqual(app);
    expect(list.text).not.toContain(appSecret);
  });

  it("takes origins as browsers send them, and limits", async () => {
    const { appId } = await makeApp(server.url, { allowedOrigins: ["https://Acme.example/"], limits: { maxRooms: 3 } });
    expect((await asAdmin(server.url, `/${appId}`)).body).toMatchObject({
      allowedOrigins: ["https://acme.example"],
      limits: { ...NO_LIMITS, maxRooms: 3 },
    });
    const origins = await asAdmin(server.url, `/${appId}/origins`, {
      method: "PUT",
      json: { allowedOrigins: ["https://a.example:8443", "capacitor://localhost", "https://a.example:8443"] },
    });
    expect(origins.body.allowedOrigins).toEqual(["https://a.example:8443", "capacitor://localhost"]);
    const put = (json: object) => asAdmin(server.url, `/${appId}/limits`, { method: "PUT", json });
    expect((await put({ joinRate: 60 })).body.limits).toEqual({ ...NO_LIMITS, maxRooms: 3, joinRate: 60 });
    expect((await put({ maxRooms: null })).body.limits).toEqual({ ...NO_LIMITS, joinRate: 60 });
  });

  it.each([
    "acme.example",
    "https://acme.example/path",
    "https://*.example",
    "*",
    "null",
    "ftp://acme.example",
    "https://",
    "https://user@acme.example",
  ])("doesn't take %j for an origin", async (origin) => {
    const answer = await asAdmin(server.url, "", { json: { name: "Acme", allowedOrigins: [origin] } });
    expect(answer).toMatchObject({ status: 400, body: { error: refusalOf("BAD_REQUEST") } });
  });

  it.each<object>([
    {},
    { name: "" },
    { name: " " },
    { name: "x".repeat(121) },
    { name: "Acme", appId: "mine" },
    { name: "Acme", limits: { maxParticipants: 101 } },
    { name: "Acme", limits: { maxRooms: 0 } },
    { name: "Acme", limits: { more: 1 } },
  ])("isn't made of %j", async (json) => {
    expect(await asAdmin(server.url, "", { json })).toMatchObject({ status: 400 });
  });

  it("gets another secret; the former one lives on for as long as it is told", async () => {
    const { appId, appSecret } = await makeApp(server.url);
    const works = async (secret: unknown) =>
      (await askForToken(server.url, { appId, appSecret: secret })).status === 200;
    const rotated = await asAdmin(server.url, `/${appId}/rotate`, { method: "POST" });
    expect(rotated.body).toEqual({ appId, appSecret: expect.any(String), formerUntil: isoTime });
    const hours = (Date.parse(String(rotated.body.formerUntil)) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect([await works(appSecret), await works(rotated.body.appSecret)]).toEqual([true, true]);
    const again = await asAdmin(server.url, `/${appId}/rotate`, { json: { formerSeconds: 0 } });
    expect([await works(appSecret), await works(rotated.body.appSecret), await works(again.body.appSecret)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it.each([
    ["", "GET"],
    ["/rotate", "POST"],
    ["/origins", "PUT", { allowedOrigins: [] }],
    ["/limits", "PUT", {}],
    ["/disable", "POST"],
    ["/enable", "POST"],
  ])("that isn't there is not found: %s", async (path, method, json?: object) => {
    const answer = await asAdmin(server.url, `/app_nobody${path}`, { method, ...(json ? { json } : {}) });
    expect(answer).toMatchObject({ status: 404, body: { error: refusalOf("NOT_FOUND") } });
  });
});

describe("the operator's token", () => {
  const knock = (authorization: string | undefined, address = "203.0.113.1") =>
    call(`${server.url}/api/admin/v1/apps`, {
      headers: { ...(authorization === undefined ? {} : { authorization }), "x-forwarded-for": address },
    });

  it.each([undefined, "", "Bearer", `Bearer ${ADMIN_TOKEN}x`, "Bearer x", ADMIN_TOKEN, `Basic ${ADMIN_TOKEN}`])(
    "is not %j",
    async (authorization) => {
      const answer = await knock(authorization);
      expect(answer).toMatchObject({ status: 401, body: { error: refusalOf("UNAUTHORIZED") } });
    },
  );

  it("is looked at before the body", async () => {
    const answer = await call(`${server.url}/api/admin/v1/apps`, { json: "nonsense" });
    expect(answer.status).toBe(401);
  });

  it("can't be guessed for long; the operator elsewhere doesn't feel it", async () => {
    for (let n = 0; n < 10; n++) expect((await knock(`Bearer ${n}`, "203.0.113.2")).status).toBe(401);
    const answer = await knock(`Bearer ${ADMIN_TOKEN}`, "203.0.113.2");
    expect(answer).toMatchObject({
      status: 429,
      body: { error: refusalOf("TOO_MANY_ATTEMPTS", { retryAfterMs: expect.any(Number) }) },
    });
    expect((await knock(`Bearer ${ADMIN_TOKEN}`, "203.0.113.3")).status).toBe(200);
  });

  it("opens nothing where there is none", async () => {
    const closed = await startServer();
    const answer = await call(`${closed.url}/api/admin/v1/apps`, { headers: { authorization: "Bearer " } });
    expect(answer).toMatchObject({ status: 404, body: { error: refusalOf("NOT_FOUND") } });
    await closed.close();
  });
});
