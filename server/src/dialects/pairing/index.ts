import type { Reply } from "../../core/reply.ts";
import { acknowledge } from "../acknowledge.ts";
import type { Dialect, WireMessage, WireRequest } from "../dialect.ts";
import { decode } from "./decode.ts";
import { encode, encodeRefusal } from "./encode.ts";

/** The pairing spec's raw WebSocket on `/`. */
export const pairing: Dialect = {
  name: "pairing",
  claim: { at: "connection", path: "/", greeting: { name: "connected", data: {} } },
  decode,
  encode,
  acknowledge,
  respond,
};

const NOTHING: readonly WireMessage[] = [];
const LEFT: readonly WireMessage[] = [{ name: "left_room", data: {} }];
const PONG: readonly WireMessage[] = [{ name: "pong", data: {} }];

function respond(reply: Reply, { name }: WireRequest): readonly WireMessage[] {
  if (!reply.ok) return encodeRefusal(reply.refusal);
  if (name === "leave_room") return LEFT;
  return name === "ping" ? PONG : NOTHING;
}
