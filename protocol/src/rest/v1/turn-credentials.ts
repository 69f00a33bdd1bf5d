import Type, { type Static } from "typebox";
import { IceServer } from "../../ice.ts";

/** Answer of `POST /api/v1/turn/credentials`; the username is `<unixExpiry>:<appId>`. */
export const TurnCredentials = Type.Object({
  iceServers: Type.Array(IceServer),
  /** Seconds that the credentials live. */
  ttl: Type.Integer(),
});
export type TurnCredentials = Static<typeof TurnCredentials>;
