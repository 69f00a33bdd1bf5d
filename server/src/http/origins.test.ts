import { describe, expect, it } from "vitest";
import { createOriginCheck } from "./origins.ts";

const host = "calls.example:3000";

describe("an origin check", () => {
  const allows = createOriginCheck(["https://app.example"], "https://public.example/calls");
  const asked = (origin: string | undefined) =>
    allows({ headers: { host, ...(origin === undefined ? {} : { origin }) } });

  it.each([undefined, "https://app.example", "https://public.example", `http://${host}`, `https://${host}`])(
    "lets %s in",
    (origin) => {
      expect(asked(origin)).toBe(true);
    },
  );

  it.each([
    "null",
    "",
    "nonsense",
    "https://evil.example",
    "http://app.example",
    "https://app.example:444",
    "https://app.example.evil.example",
    "https://evil.example/https://app.example",
    "https://calls.example",
    "file://",
  ])("keeps %j out", (origin) => {
    expect(asked(origin)).toBe(false);
  });

  it("lets everyone in with *", () => {
    expect(createOriginCheck(["*"], undefined)({ headers: { host, origin: "https://evil.example" } })).toBe(true);
  });
});
