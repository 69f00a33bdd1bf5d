import { decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT } from "jose";
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

describe("an app token", () => {
  it("says what it was made with, and is of a kind of its own", async () => {
    const token = await tokens.issueAppToken({ appId: "acme" });
    expect(await tokens.verify(token)).toEqual({ kind: "app", appId: "acme" });
    expect(decodeProtectedHeader(token)).toEqual({ alg: "HS256", typ: "app+jwt" });
    expect(decodeJwt(token)).toMatchObject({ aud: "chamcall:app", iss: "chamcall" });
  });
});

describe("a token of any kind", () => {
  const user = { appId: "acme", userId: "ann", name: "Ann", ownerId: "owner" };
  const kinds = {
    room: () => tokens.issueRoomToken(claims),
    user: () => tokens.issueUserToken(user),
    app: () => tokens.issueAppToken({ appId: "acme" }),
  };
  type Kind = keyof typeof kinds;
  const names = Object.keys(kinds) as Kind[];
  const key = new TextEncoder().encode(secret);

  /** The token of a kind made anew, with what differs. */
  async function forge(kind: Kind, change: (jwt: SignJWT) => unknown, { typ = `${kind}+jwt`, alg = "HS256" } = {}) {
    const jwt = new SignJWT(decodeJwt(await kinds[kind]())).setProtectedHeader({ alg, typ });
    change(jwt);
    return jwt.sign(key);
  }

  it.each(names)("made as this server makes them is good: %s", async (kind) => {
    expect(await tokens.verify(await forge(kind, () => {}))).toMatchObject({ kind, appId: "acme" });
  });

  const changes: [string, (jwt: SignJWT) => unknown][] = [
    ["expired", (jwt) => jwt.setExpirationTime("-1s")],
    ["not yet valid", (jwt) => jwt.setNotBefore("1h")],
    ["of another issuer", (jwt) => jwt.setIssuer("someone")],
    ["for another audience", (jwt) => jwt.setAudience("chamcall:other")],
  ];
  it.each(names.flatMap((kind) => changes.map(([what, change]) => [kind, what, change] as const)))(
    "is refused: %s, %s",
    async (kind, _, change) => {
      await expect(tokens.verify(await forge(kind, change))).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    },
  );

  it.each(names)("is refused with another key, algorithm, or none: %s", async (kind) => {
    const payload = decodeJwt(await kinds[kind]());
    const other = new SignJWT(payload).setProtectedHeader({ alg: "HS256", typ: `${kind}+jwt` });
    const none = [{ alg: "none", typ: `${kind}+jwt` }, payload].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    for (const token of [
      await other.sign(new TextEncoder().encode(`${secret}!`)),
      await forge(kind, () => {}, { alg: "HS512" }),
      `${none.join(".")}.`,
      new UnsecuredJWT(payload).encode(),
    ]) {
      await expect(tokens.verify(token)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    }
  });

  it.each(names.flatMap((kind) => names.filter((as) => as !== kind).map((as) => [kind, as] as const)))(
    "is never taken for another kind: %s as %s",
    async (kind, as) => {
      const relabelled = await forge(kind, () => {}, { typ: `${as}+jwt` });
      const readdressed = await forge(kind, (jwt) => jwt.setAudience(`chamcall:${as}`));
      for (const token of [relabelled, readdressed]) {
        await expect(tokens.verify(token)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
      }
    },
  );

  it.each(["JWT", "at+jwt", undefined])("is refused when its type is %j", async (typ) => {
    const jwt = new SignJWT(decodeJwt(await kinds.app())).setProtectedHeader({ alg: "HS256", ...(typ ? { typ } : {}) });
    await expect(tokens.verify(await jwt.sign(key))).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
