import { expect, test, vi } from "vitest";
import { createPairingApi } from "./pairing-api.ts";

const { signal } = new AbortController();
const api = createPairingApi("device-1");
const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers });

function answering(response: Response | Error) {
  const fake = vi.fn((_url: string, _init: RequestInit) =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
  );
  vi.stubGlobal("fetch", fake);
  return () => {
    const [url, init] = fake.mock.calls[0] ?? [];
    return { url, method: init?.method, body: JSON.parse(String(init?.body)) };
  };
}

test("create, accept and check send what the pairing spec says and read its answers", async () => {
  let sent = answering(json(201, { ok: true }));
  expect(await api.create("K7QM3XWP", Date.UTC(2030, 0, 1), signal)).toEqual({ outcome: "created" });
  const body = { joinid: "K7QM3XWP", exp: "2030-01-01T00:00:00.000Z", client1: "device-1" };
  expect(sent()).toEqual({ url: "/api/rooms", method: "POST", body });

  sent = answering(json(200, { roomid: "room-1" }));
  expect(await api.accept("K7QM3XWP", signal)).toEqual({ outcome: "paired", roomId: "room-1" });
  expect(sent()).toMatchObject({ url: "/api/rooms/accept", body: { joinid: "K7QM3XWP", client2: "device-1" } });

  sent = answering(json(204, undefined));
  expect(await api.check("K7QM3XWP", signal)).toEqual({ outcome: "waiting" });
  expect(sent()).toMatchObject({ url: "/api/rooms/check", body: { joinid: "K7QM3XWP", client1: "device-1" } });
  answering(json(200, { roomid: "room-1" }));
  expect(await api.check("K7QM3XWP", signal)).toEqual({ outcome: "paired", roomId: "room-1" });
});

test.each([
  [json(404, { error: "not_found_or_expired" }), "not-found"],
  [json(409, { error: "conflict" }), "conflict"],
  [json(503, { error: "disabled", message: "Set USE_SQLITE=1" }), "off"],
  [json(404, { error: { code: "NOT_FOUND", message: "…" } }), "off"],
  [json(500, { error: "internal" }), "failed"],
  [json(400, { error: "constructor" }), "failed"],
  [json(503, { error: { code: "DRAINING" } }), "unreachable"],
  [new Response("<h1>Bad gateway</h1>", { status: 502 }), "unreachable"],
  [new TypeError("Failed to fetch"), "unreachable"],
  [json(200, { roomid: "../elsewhere" }), "failed"],
  [json(200, null), "failed"],
])("%o is understood as %s", async (response, problem) => {
  answering(response);
  expect(await api.accept("K7QM3XWP", signal)).toEqual({ outcome: "refused", problem });
});

test("says how long to wait where there were too many tries", async () => {
  answering(json(429, { error: "rate_limited" }, { "retry-after": "7" }));
  const refusal = { outcome: "refused", problem: "rate-limited", retryAfterMs: 7000 };
  expect(await api.accept("K7QM3XWP", signal)).toEqual(refusal);
});

test("a server without the pairing door is told from one that took the code", async () => {
  answering(json(201, { roomId: "lobby-1", name: "lobby-1" }));
  expect(await api.create("K7QM3XWP", 0, signal)).toEqual({ outcome: "refused", problem: "off" });
});
