import Type, { type Static } from "typebox";
import { IceServer } from "../ice.ts";
import { UserPresence } from "../user.ts";
import { WireError } from "../wire-error.ts";
import type { RequestName } from "./requests.ts";

/** Fresh credentials for a seat or a user. */
export const Credentials = Type.Object({
  token: Type.String({ description: "Of the same kind as the one that opened the connection." }),
  iceServers: Type.Array(IceServer),
  ttl: Type.Integer({ description: "Seconds that both live." }),
});
export type Credentials = Static<typeof Credentials>;

/** What an acknowledgement carries besides `ok`, for requests that ask for something. */
export const answers = {
  "renew-credentials": Credentials,
  "watch-users": Type.Object({
    users: Type.Array(UserPresence, { description: "Those who are online, without oneself, by userId." }),
  }),
  "call-invite": Type.Object({
    callId: Type.String(),
    timeoutMs: Type.Integer({ description: "How long it rings, in milliseconds." }),
  }),
} as const;
type Answers = { [N in keyof typeof answers]: Static<(typeof answers)[N]> };

/** Acknowledgement of a request that was not carried out. */
export const Refused = Type.Object({ ok: Type.Literal(false), error: WireError });

/** Acknowledgement of a request. */
export type Reply<N extends RequestName> =
  | ({ ok: true } & (N extends keyof Answers ? Answers[N] : object))
  | Static<typeof Refused>;
