import Type, { type Static } from "typebox";
import { DisplayName, UserId } from "../ids.ts";
import { limits } from "../limits.ts";

/** Secret that proves a name on the public app to be one's own for as long as it is in use. */
export const UserKey = Type.String({ minLength: 16, maxLength: limits.userKey });

/** Body of `POST /user/:userId/sign-in`. */
export const SignInBody = Type.Object(
  {
    /** What others read; the userId itself when absent. */
    displayName: Type.Optional(DisplayName),
    /** `userKey` of an earlier sign-in under this name. */
    userKey: Type.Optional(UserKey),
  },
  { additionalProperties: false },
);
export type SignInBody = Static<typeof SignInBody>;

/** Answer of `POST /user/:userId/sign-in`; refused with USER_ID_TAKEN while someone else is online under the name. */
export const SignInReply = Type.Object({
  userId: UserId,
  /** User token for the socket's `auth.token`. */
  token: Type.String(),
  /** Seconds that the token lives; `renew-credentials` brings another. */
  ttl: Type.Integer(),
  /** Where to connect, path included: `wss://host/ws`. */
  signalingUrl: Type.String(),
  /** Keep it, and send it with the next sign-in. */
  userKey: UserKey,
});
export type SignInReply = Static<typeof SignInReply>;
