import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../helpers/http.ts";
import { startServer, type TestServer } from "../helpers/start-server.ts";

let server: TestServer;
let listed: TestServer;
beforeAll(async () => {
  server = await startServer();
  listed = await startServer({
    ALLOWED_ORIGINS: "https://app.example, https://b.example/",
    PUBLIC_URL: "https://call.example/",
  });
});
afterAll(() => Promise.all([server.close(), listed.close()]));

const POLICY = /default-src 'self'.*script-src 'self'.*object-src 'none'.*frame-ancestors 'none'/;

describe("security headers", () => {
  it.each(["/health", "/room/x/meta", "/nothing", "/room/%20/meta"])("are on the answer of %s", async (path) => {
    const { headers } = await call(`${server.url}${path}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "content-security-policy": expect.stringMatching(POLICY),
      "permissions-policy": expect.stringContaining("camera=(self), microphone=(self), display-capture=(self)"),
      "x-frame-options": "DENY",
    });
    expect(headers.has("strict-transport-security")).toBe(false);
    expect(headers.has("x-powered-by")).toBe(false);
  });

  it("have HSTS and the socket's address where the public URL is https", async () => {
    const { headers } = await call(`${listed.url}/health`);
    expect(headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
    expect(headers.get("content-security-policy")).toContain("connect-src 'self' wss://call.example;");
  });
});

describe("CORS", () => {
  const allowed = async (url: string, origin: string) =>
    (await call(`${url}/health`, { headers: { origin } })).headers.get("access-control-allow-origin");

  it("allows listed origins and the public URL's", async () => {
    expect(await allowed(listed.url, "https://app.example")).toBe("https://app.example");
    expect(await allowed(listed.url, "https://b.example")).toBe("https://b.example");
    expect(await allowed(listed.url, "https://call.example")).toBe("https://call.example");
  });

  it("allows no other", async () => {
    for (const origin of ["https://evil.example", "null", "https://app.example.evil.example", "http://app.example"]) {
      expect(await allowed(listed.url, origin)).toBeNull();
      expect(await allowed(server.url, origin)).toBeNull();
    }
  });

  it("allows our own pages, and every origin where * is listed", async () => {
    expect(await allowed(server.url, server.url)).toBe(server.url);
    const open = await startServer({ ALLOWED_ORIGINS: "*" });
    expect(await allowed(open.url, "https://anyone.example")).toMatch(/^(\*|https:\/\/anyone\.example)$/);
    await open.close();
  });

  it("answers a preflight for the join", async () => {
    const preflight = (origin: string) =>
      call(`${listed.url}/room/x/join`, {
        method: "OPTIONS",
        headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
      });
    const yes = await preflight("https://app.example");
    expect(yes.status).toBe(204);
    expect(yes.headers.get("access-control-allow-methods")).toContain("POST");
    expect((await preflight("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
  });

  it("never lets a cache mix up origins", async () => {
    const { headers } = await call(`${listed.url}/health`, { headers: { origin: "https://app.example" } });
    expect(headers.get("vary")?.toLowerCase()).toContain("origin");
  });

  it("the signaling address is the public one", async () => {
    const { body } = await call(`${listed.url}/room/x/join`, { json: { displayName: "x" } });
    expect(body).toMatchObject({ signalingUrl: "wss://call.example/ws" });
  });
});
