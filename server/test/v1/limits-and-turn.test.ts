import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../helpers/shapes.ts";
import { startV1, type V1Server } from "../helpers/v1-server.ts";

const SECRET = "0123456789abcdef0123";
const URLS = "turn:turn.example.com:3478,turns:turn.example.com:5349";

let v1: V1Server;
beforeAll(async () => {
  v1 = await startV1({ API_RATE: "4", TURN_URLS: URLS, TURN_STATIC_SECRET: SECRET, TURN_TTL: "600" });
});
afterAll(() => v1.server.close());

describe("POST /api/v1/turn/credentials", () => {
  it("answers what coturn checks", async () => {
    const app = await v1.newApp();
    const before = Math.floor(Date.now() / 1000);
    const answer = await app.ask("/turn/credentials", { method: "POST" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const [server] = answer.body.iceServers as { username: string; credential: string }[];
    const [expiry, appId] = server?.username.split(":") ?? [];
    expect(appId).toBe(app.app.appId);
    expect(Number(expiry) - before - 600).toBeLessThanOrEqual(2);
    const credential = createHmac("sha1", SECRET).update(`${expiry}:${appId}`).digest("base64");
    expect(answer.body).toEqual({
      iceServers: [{ urls: URLS.split(","), username: `${expiry}:${appId}`, credential }],
      ttl: 600,
    });
  });
});

describe("an app's allowance", () => {
  it("is told with every answer, and refused beyond, to this app alone", async () => {
    const app = await v1.newApp();
    const paths = ["/rooms", "/rooms/none", "/rooms?limit=0", "/rooms"];
    const answers = [];
    for (const path of paths) answers.push(await app.ask(path));
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 400, 200]);
    for (const [n, { headers }] of answers.entries()) {
      expect(headers.get("ratelimit-limit")).toBe("4");
      expect(headers.get("ratelimit-remaining")).toBe(String(3 - n));
      expect(headers.get("ratelimit-reset")).toMatch(/^([1-9]|[1-5]\d|60)$/);
    }
    const refused = await app.ask("/rooms");
    expect(refused).toMatchObject({
      status: 429,
      body: { error: refusalOf("RATE_LIMITED", { retryAfterMs: expect.any(Number) }) },
    });
    expect(refused.headers.get("ratelimit-remaining")).toBe("0");
    expect(refused.headers.get("retry-after")).toBe(refused.headers.get("ratelimit-reset"));
    expect((await v1.acme.ask("/rooms")).status).toBe(200);
  });
});
