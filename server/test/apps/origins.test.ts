import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ADMIN_TOKEN, asAdmin, makeApp, type TestApp, tokenFor } from "../helpers/app.ts";
import { refusalOf } from "../helpers/shapes.ts";
import { closeSockets, connected, openSocket } from "../helpers/sockets.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";
import { signIn } from "../helpers/user-client.ts";

const ACME = "https://acme.example";
const GLOBEX = "https://globex.example";
const LISTED = "https://portal.example";

let server: TestServer;
let acme: TestApp;
let globex: TestApp;
beforeAll(async () => {
  server = await startServer({ ADMIN_TOKEN, ALLOWED_ORIGINS: LISTED });
  acme = await makeApp(server.url, { allowedOrigins: [ACME] });
  globex = await makeApp(server.url, { allowedOrigins: [GLOBEX] });
});
afterEach(closeSockets);
afterAll(() => server.close());

type Transport = "websocket" | "polling";

/** Connects a page of that origin: true, or what it was refused with. */
function connect(token: string, origin: string | undefined, transport: Transport = "websocket"): Promise<unknown> {
  const socket = openSocket(server.url, {
    path: "/ws",
    transports: [transport],
    auth: { token },
    ...(origin === undefined ? {} : { extraHeaders: { origin } }),
  });
  return connected(socket).then(
    () => true,
    (cause: Error & { data?: unknown }) => cause.data ?? "refused before it could say who it is",
  );
}

describe.each<Transport>(["websocket", "polling"])("a socket over %s", (transport) => {
  it("native-connect-5: of a page may come with a token of the app that lists it, and with no other", async () => {
    const ofAcme = await tokenFor(server.url, acme, { id: `ann-${transport}` });
    const ofGlobex = await tokenFor(server.url, globex, { id: `bob-${transport}` });
    const { token: ofPublic } = await signIn(server.url, `cem-${transport}`);
    expect(await connect(ofAcme, ACME, transport)).toBe(true);
    expect(await connect(ofGlobex, ACME, transport)).toEqual(refusalOf("ORIGIN_NOT_ALLOWED"));
    expect(await connect(ofPublic, ACME, transport)).toEqual(refusalOf("ORIGIN_NOT_ALLOWED"));
    for (const origin of ["https://evil.example", `${ACME}.evil.example`, "http://acme.example", "null"]) {
      expect(await connect(ofAcme, origin, transport)).not.toBe(true);
    }
  });

  it("may come from pages of the server, those it lists, and from no page, with every token", async () => {
    const token = await tokenFor(server.url, acme, { id: `dan-${transport}` });
    for (const origin of [undefined, LISTED, server.url]) expect(await connect(token, origin, transport)).toBe(true);
  });
});

it("learns of another list, and forgets that of a disabled app", async () => {
  const app = await makeApp(server.url);
  const token = await tokenFor(server.url, app, { id: "ann" });
  const origin = "https://new.example";
  expect(await connect(token, origin)).not.toBe(true);
  await asAdmin(server.url, `/${app.appId}/origins`, { method: "PUT", json: { allowedOrigins: [origin] } });
  expect(await connect(token, origin)).toBe(true);
  await asAdmin(server.url, `/${app.appId}/disable`, { method: "POST" });
  expect(await connect(token, origin)).toBe("refused before it could say who it is");
});

describe("CORS", () => {
  const preflight = async (path: string, origin: string) => {
    const headers = { origin, "access-control-request-method": "POST", "access-control-request-headers": "x-app-id" };
    const { headers: answered } = await fetch(`${server.url}${path}`, { method: "OPTIONS", headers });
    return answered.get("access-control-allow-origin");
  };

  it("lets pages of apps ask under /api/v1, and nothing else", async () => {
    expect(await preflight("/api/v1/rooms", ACME)).toBe(ACME);
    expect(await preflight("/api/v1/rooms", GLOBEX)).toBe(GLOBEX);
    expect(await preflight("/api/v1/rooms", LISTED)).toBe(LISTED);
    expect(await preflight("/api/v1/rooms", "https://evil.example")).toBeNull();
    expect(await preflight("/api/rooms", ACME)).toBeNull();
    expect(await preflight("/api/admin/v1/apps", ACME)).toBeNull();
  });
});
