import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { request } from "./request.ts";

const serverUrl = "http://127.0.0.1:1";

beforeEach(() => {
  vi.useFakeTimers();
  // The browser's own timeout doesn't follow the test's clock.
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("", "TimeoutError")), ms);
    return controller.signal;
  });
  vi.stubGlobal("location", { origin: serverUrl });
  vi.stubGlobal("fetch", (_url: URL, { signal }: { signal: AbortSignal }) => {
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it("gives up on a server that doesn't answer", async () => {
  const answer = expect(request(serverUrl, "/", {})).rejects.toMatchObject({ code: "SERVER_UNREACHABLE" });
  await vi.advanceTimersByTimeAsync(15_000);
  await answer;
});

it("is cancelled at once", async () => {
  const controller = new AbortController();
  const answer = expect(request(serverUrl, "/", { signal: controller.signal })).rejects.toMatchObject({
    code: "CLOSED",
  });
  controller.abort();
  await answer;
});

it("names ALLOWED_ORIGINS when the server isn't this site's own", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  const messageFrom = (url: string) => request(url, "/", {}).catch(({ message }) => message);
  expect(await messageFrom(serverUrl)).not.toContain("ALLOWED_ORIGINS");
  expect(await messageFrom("no url")).not.toContain("ALLOWED_ORIGINS");
  expect(await messageFrom("https://calls.example.com")).toMatch(/ALLOWED_ORIGINS\.$/);
});
