import { acknowledge } from "../acknowledge.ts";
import type { Dialect } from "../dialect.ts";
import { decode } from "./decode.ts";
import { encode, encodeRefusal } from "./encode.ts";
import { schemas } from "./schemas.ts";

/** The lobby spec's Socket.IO contract on the default path. */
export const lobby: Dialect = {
  name: "lobby",
  claim: { at: "first-message", path: "/socket.io", speaks: (name) => Object.hasOwn(schemas, name) },
  decode,
  encode,
  acknowledge,
  respond: (reply) => (reply.ok ? [] : encodeRefusal(reply.refusal)),
};
