import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose";
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
    expect(await tokens.verify(token)).toEqual({ kind: "room", ...claims });
    expect(decodeProtectedHeader(token)).toEqual({ alg: "HS256", typ: "room+jwt" });
    const { iat = 0, exp = 0, aud, iss } = decodeJwt(token);
    expect(exp - iat).toBe(60);
    expect({ aud, iss }).toEqual({ aud: "chamcall:room", iss: "chamcall" });
  });

  it("of another secret is refused", async () => {
    const other = createTokens({ secret: `${secret}!`, ttlSeconds: 60 });
    await expect(tokens.verify(await other.issueRoomToken(claims))).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });

  it("that has run out is refused", async () => {
    const gone = createTokens({ secret, ttlSeconds: -1 });
    await expect(tokens.verify(await gone.issueRoomToken(claims))).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });

  it("tells the call that goes on in its room", async () => {
    const inCall = { ...claims, callId: "call" };
    expect(await tokens.verify(await tokens.issueRoomToken(inCall))).toEqual({ kind: "room", ...inCall });
  });

  it.each(["", "a", "a.b.c", "..", "null"])("that is %j is refused", async (token) => {
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("a user token", () => {
  const user = { appId: "acme", userId: "ann", name: "Ann", ownerId: "owner" };

  it("says what it was made with, and is of a kind of its own", async () => {
    const token = await tokens.issueUserToken(user);
    expect(await tokens.verify(token)).toEqual({ kind: "user", ...user });
    expect(decodeProtectedHeader(token)).toEqual({ alg: "HS256", typ: "user+jwt" });
    expect(decodeJwt(token)).toMatchObject({ aud: "chamcall:user", iss: "chamcall" });
  });

  it("is no room token by another name", async () => {
    const [, payload] = (await tokens.issueUserToken(user)).split(".");
    const [header, , signature] = (await tokens.issueRoomToken(claims)).split(".");
    await expect(tokens.verify(`${header}.${payload}.${signature}`)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    const key = new TextEncoder().encode(secret);
    const swapped = await new SignJWT({ app: "acme", name: "Ann", owner: "owner" })
      .setProtectedHeader({ alg: "HS256", typ: "user+jwt" })
      .setIssuer("chamcall")
      .setAudience("chamcall:room")
      .setSubject("ann")
      .setExpirationTime("60s")
      .sign(key);
    await expect(tokens.verify(swapped)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
