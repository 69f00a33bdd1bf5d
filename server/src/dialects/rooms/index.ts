import type { Dialect } from "../dialect.ts";
import { wireError } from "../wire-error.ts";
import { decode } from "./decode.ts";
import { encode, encodeRefusal } from "./encode.ts";
import { speaks } from "./speaks.ts";

/** The rooms spec's Socket.IO contract on the default path. */
export const rooms: Dialect = {
  name: "rooms",
  claim: { at: "first-message", path: "/socket.io", speaks },
  decode,
  encode,
  acknowledge: (reply) => (reply.ok ? { ok: true } : { ok: false, error: wireError(reply.refusal) }),
  respond: (reply) => (reply.ok ? [] : encodeRefusal(reply.refusal)),
};
