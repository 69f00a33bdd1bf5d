import { beforeEach, expect, test, vi } from "vitest";
import { clockOffset } from "./clock-offset.ts";

const { signal } = new AbortController();
const here = Date.UTC(2030, 0, 1, 12);

beforeEach(() => {
  vi.useFakeTimers({ now: here });
  return () => void vi.useRealTimers();
});

test("compares the server's time with the middle of the request", async () => {
  vi.stubGlobal("fetch", async () => {
    vi.setSystemTime(here + 400);
    return Response.json({ status: "healthy", timestamp: "2030-01-01T11:00:00.200Z" });
  });
  expect(await clockOffset(signal)).toBe(-3_600_000);
});

test.each([
  () => Promise.reject(new TypeError("Failed to fetch")),
  async () => new Response("<h1>Bad gateway</h1>"),
  async () => Response.json({ timestamp: "soon" }),
  async () => Response.json(null),
])("is unknown where the server doesn't tell", async (fetch) => {
  vi.stubGlobal("fetch", fetch);
  expect(await clockOffset(signal)).toBeUndefined();
});
