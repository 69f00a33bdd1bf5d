import Type, { type Static } from "typebox";
import { limits } from "../limits.ts";
import { MediaState } from "../participant.ts";

/** What the socket's handshake carries in `auth`. */
export const NativeAuth = Type.Object(
  {
    token: Type.String({
      minLength: 1,
      maxLength: limits.token,
      description: "A room token enters its room; a user token puts its user online on this device.",
    }),
    instanceId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description: "Random per page load; lets peers tell a resumed page from a reloaded one.",
      }),
    ),
    deviceId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description:
          "With a user token: one for each device (a browser, a phone), kept over reloads. A newer connection of the " +
          "same device takes the older one's place, and its call.",
      }),
    ),
    media: Type.Optional(
      Type.Object(MediaState.properties, {
        additionalProperties: false,
        description:
          "With a room token: what this client sends at the moment, so that others see it from the first frame.",
      }),
    ),
    resume: Type.Optional(
      Type.Object(
        {
          key: Type.String({ minLength: 1, maxLength: 128, description: "`resumeKey` of the last `joined-room`." }),
          seq: Type.Integer({ minimum: 0, description: "Sequence number of the last event received." }),
        },
        {
          additionalProperties: false,
          description: "With a room token: take the held seat back instead of joining anew.",
        },
      ),
    ),
  },
  { description: "Opens the connection: Socket.IO's `auth`. Answered with `joined-room`, `resumed` or `online`." },
);
export type NativeAuth = Static<typeof NativeAuth>;
