import { expect, it } from "vitest";
import { errorFromWire } from "./error-from-wire.ts";

it("carries everything that the server says", () => {
  const error = errorFromWire({ code: "AUTH_FAILED", message: "No.", hint: "the usual", retryAfterMs: 500 });
  expect(error).toMatchObject({ code: "AUTH_FAILED", message: "No.", hint: "the usual", retryAfterMs: 500 });
});

it("survives an answer that makes no sense", () => {
  for (const value of [undefined, null, "<html>", {}, { code: 3 }]) expect(errorFromWire(value).code).toBe("INTERNAL");
});
