import { acknowledge } from "../acknowledge.ts";
import type { Dialect } from "../dialect.ts";
import { decode } from "./decode.ts";
import { encode, encodeRefusal } from "./encode.ts";
import { speaks } from "./speaks.ts";

/** The rooms spec's Socket.IO contract on the default path. */
export const rooms: Dialect = {
  name: "rooms",
  claim: { at: "first-message", path: "/socket.io", speaks },
  decode,
  encode,
  acknowledge,
  respond: (reply) => (reply.ok ? [] : encodeRefusal(reply.refusal)),
};
