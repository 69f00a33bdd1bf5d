import Type, { type Static } from "typebox";
import { AppId, DisplayName, UserId } from "../../ids.ts";

/** Body of `POST /api/v1/auth/token`. */
export const AuthTokenBody = Type.Object(
  {
    appId: AppId,
    appSecret: Type.String({ minLength: 1, maxLength: 256 }),
    /** Whom the token is for; the app itself when absent. */
    user: Type.Optional(
      Type.Object(
        {
          id: UserId,
          /** What others read; the id when absent. */
          name: Type.Optional(DisplayName),
          /** Taken for the sake of the signature: roles belong to rooms, so a user's token carries none. */
          role: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type AuthTokenBody = Static<typeof AuthTokenBody>;

/** Answer of `POST /api/v1/auth/token`. */
export const AuthTokenReply = Type.Object({
  /** For `Authorization: Bearer`, or, a user's, for the socket's `auth.token`. */
  token: Type.String(),
  /** Seconds that the token lives. */
  expiresIn: Type.Integer(),
});
export type AuthTokenReply = Static<typeof AuthTokenReply>;
