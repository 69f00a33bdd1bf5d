import { DisplayName, Role, RoomId, UserId } from "@chamcall/protocol";
import { jwtVerify, SignJWT } from "jose";
import Type from "typebox";
import { Compile } from "typebox/compile";
import { Refusal } from "../core/errors.ts";
import type { Tokens } from "../core/ports.ts";

const ISSUER = "chamcall";
/** One audience and type a kind: a room token is no app token. */
const ROOM = { audience: "chamcall:room", typ: "room+jwt" };
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
  }),
);

/** Signs and checks room tokens: algorithm, issuer, audience and type are pinned, an expiry is required. */
export function createTokens({ secret, ttlSeconds }: { secret: string; ttlSeconds: number }): Tokens {
  const key = new TextEncoder().encode(secret);
  return {
    ttlSeconds,
    issueRoomToken: ({ appId, roomId, userId, entryId, name, role, permissions }) =>
      new SignJWT({ app: appId, room: roomId, name, role, permissions })
        .setProtectedHeader({ alg: ALGORITHM, typ: ROOM.typ })
        .setIssuer(ISSUER)
        .setAudience(ROOM.audience)
        .setSubject(userId)
        .setJti(entryId)
        .setIssuedAt()
        .setExpirationTime(`${ttlSeconds}s`)
        .sign(key),

    async verifyRoomToken(token) {
      const payload = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: ROOM.audience,
        typ: ROOM.typ,
        requiredClaims: ["exp"],
      }).then(
        (verified): unknown => verified.payload,
        () => undefined,
      );
      if (!RoomPayload.Check(payload)) throw new Refusal("UNAUTHORIZED");
      const { sub, jti, app, room, name, role, permissions } = payload;
      return { appId: app, roomId: room, userId: sub, entryId: jti, name, role, permissions };
    },
  };
}
