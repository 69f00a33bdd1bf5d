import Type, { type Static } from "typebox";
import { limits } from "../limits.ts";

/** What the socket's handshake carries in `auth`. */
export const NativeAuth = Type.Object({
  /** A room token. */
  token: Type.String({ minLength: 1, maxLength: limits.token }),
  /** Random per page load; lets peers tell a resumed page from a reloaded one. */
  instanceId: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  /** What this client sends at the moment, so that others see it from the first frame. */
  media: Type.Optional(
    Type.Object(
      { audio: Type.Boolean(), video: Type.Boolean(), screen: Type.Boolean() },
      { additionalProperties: false },
    ),
  ),
  /** Take the held seat back instead of joining anew. */
  resume: Type.Optional(
    Type.Object(
      {
        /** `resumeKey` of the last `joined-room`. */
        key: Type.String({ minLength: 1, maxLength: 128 }),
        /** Sequence number of the last event received. */
        seq: Type.Integer({ minimum: 0 }),
      },
      { additionalProperties: false },
    ),
  ),
});
export type NativeAuth = Static<typeof NativeAuth>;
