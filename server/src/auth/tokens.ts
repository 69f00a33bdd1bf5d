import { DisplayName, Role, RoomId, UserId } from "@chamcall/protocol";
import { decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT } from "jose";
import Type from "typebox";
import { Compile } from "typebox/compile";
import { Refusal } from "../core/errors.ts";
import type { Tokens } from "../core/ports.ts";

const ISSUER = "chamcall";
/** One audience and type a kind: a room token is no app token. */
const ROOM = { audience: "chamcall:room", typ: "room+jwt" };
const USER = { audience: "chamcall:user", typ: "user+jwt" };
const APP = { audience: "chamcall:app", typ: "app+jwt" };
const KINDS = [ROOM, USER, APP];
const ALGORITHM = "HS256";

const RoomPayload = Compile(
  Type.Object({
    sub: UserId,
    jti: Type.String({ minLength: 1 }),
    app: Type.String({ minLength: 1 }),
    room: RoomId,
    name: DisplayName,
    role: Role,
    permissions: Type.Array(Type.Union([Type.Literal("manage-room"), Type.Literal("remove-participant")])),
    call: Type.Optional(Type.String({ minLength: 1 })),
  }),
);

const UserPayload = Compile(
  Type.Object({
    sub: UserId,
    app: Type.String({ minLength: 1 }),
    name: DisplayName,
    owner: Type.String({ minLength: 1 }),
  }),
);

const AppPayload = Compile(Type.Object({ app: Type.String({ minLength: 1 }) }));

/** Signs and checks tokens: algorithm, issuer, audience and type are pinned, an expiry is required. */
export function createTokens({ secret, ttlSeconds }: { secret: string; ttlSeconds: number }): Tokens {
  const key = new TextEncoder().encode(secret);

  const sign = (kind: typeof ROOM, payload: JWTPayload) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: ALGORITHM, typ: kind.typ })
      .setIssuer(ISSUER)
      .setAudience(kind.audience)
      .setIssuedAt()
      .setExpirationTime(`${ttlSeconds}s`)
      .sign(key);

  const verifyAs = (kind: typeof ROOM, token: string): Promise<unknown> =>
    jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: kind.audience,
      typ: kind.typ,
      requiredClaims: ["exp"],
    }).then(
      ({ payload }) => payload,
      () => undefined,
    );

  return {
    ttlSeconds,
    issueRoomToken: ({ appId, roomId, userId, entryId, name, role, permissions, callId }) =>
      sign(ROOM, {
        sub: userId,
        jti: entryId,
        app: appId,
        room: roomId,
        name,
        role,
        permissions,
        ...(callId === undefined ? {} : { call: callId }),
      }),
    issueUserToken: ({ appId, userId, name, ownerId }) => sign(USER, { sub: userId, app: appId, name, owner: ownerId }),
    issueAppToken: ({ appId }) => sign(APP, { app: appId }),

    async verify(token) {
      const kind = KINDS.find(({ typ }) => typ === typeOf(token)) ?? ROOM;
      const payload = await verifyAs(kind, token);
      if (kind === APP && AppPayload.Check(payload)) return { kind: "app", appId: payload.app };
      if (kind === USER && UserPayload.Check(payload)) {
        const { sub, app, name, owner } = payload;
        return { kind: "user", appId: app, userId: sub, name, ownerId: owner };
      }
      if (kind === ROOM && RoomPayload.Check(payload)) {
        const { sub, jti, app, room, name, role, permissions, call } = payload;
        return {
          kind: "room",
          appId: app,
          roomId: room,
          userId: sub,
          entryId: jti,
          name,
          role,
          permissions,
          callId: call,
        };
      }
      throw new Refusal("UNAUTHORIZED");
    },
  };
}

/** What the token says it is: only which check it has to pass. */
function typeOf(token: string): unknown {
  try {
    return decodeProtectedHeader(token).typ;
  } catch {
    return undefined;
  }
}
