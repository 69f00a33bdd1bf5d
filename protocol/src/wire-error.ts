import Type, { type Static } from "typebox";
import { type ErrorCode, errors } from "./errors.ts";

/** The one shape of a refusal, in HTTP bodies as `{error}` and in socket acknowledgements. */
export const WireError = Type.Object({
  code: Type.Unsafe<ErrorCode>(Type.Enum(Object.keys(errors))),
  message: Type.String({ description: "A sentence for people; may say more than the table's." }),
  retryAfterMs: Type.Optional(
    Type.Integer({ minimum: 0, description: "Milliseconds to wait before the same request can succeed." }),
  ),
  hint: Type.Optional(
    Type.String({
      description: "What the room's owner wrote to help remember the password (AUTH_REQUIRED, AUTH_FAILED).",
    }),
  ),
  maxParticipants: Type.Optional(Type.Integer({ description: "The limit that was met (ROOM_FULL)." })),
});
export type WireError = Static<typeof WireError>;
