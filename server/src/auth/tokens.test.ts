import { decodeJwt, decodeProtectedHeader } from "jose";
import { describe, expect, it } from "vitest";
import { createTokens } from "./tokens.ts";

const secret = "a-secret-of-at-least-32-characters";
const tokens = createTokens({ secret, ttlSeconds: 60 });
const claims = {
  appId: "acme",
  roomId: "room",
  userId: "ann@example.com",
  entryId: "entry",
  name: "Ann Ünal 😀",
  role: "host",
  permissions: ["manage-room", "remove-participant"],
} as const;

describe("a room token", () => {
  it("says what it was made with, and how long it lives", async () => {
    const token = await tokens.issueRoomToken(claims);
    expect(await tokens.verifyRoomToken(token)).toEqual(claims);
    expect(decodeProtectedHeader(token)).toEqual({ alg: "HS256", typ: "room+jwt" });
    const { iat = 0, exp = 0, aud, iss } = decodeJwt(token);
    expect(exp - iat).toBe(60);
    expect({ aud, iss }).toEqual({ aud: "chamcall:room", iss: "chamcall" });
  });

  it("of another secret is refused", async () => {
    const other = createTokens({ secret: `${secret}!`, ttlSeconds: 60 });
    await expect(tokens.verifyRoomToken(await other.issueRoomToken(claims))).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });

  it("that has run out is refused", async () => {
    const gone = createTokens({ secret, ttlSeconds: -1 });
    await expect(tokens.verifyRoomToken(await gone.issueRoomToken(claims))).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });

  it.each(["", "a", "a.b.c", "..", "null"])("that is %j is refused", async (token) => {
    await expect(tokens.verifyRoomToken(token)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
