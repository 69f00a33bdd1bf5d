import { NativeAuth } from "@chamcall/protocol";
import { compileCheck } from "../check.ts";
import type { Dialect } from "../dialect.ts";
import { wireError } from "../wire-error.ts";
import { decode } from "./decode.ts";
import { encode } from "./encode.ts";

const checkAuth = compileCheck(NativeAuth);

/** The tenant spec's Socket.IO contract on `/ws`, grown into the native protocol. */
export const tenant: Dialect = {
  name: "tenant",
  claim: {
    at: "handshake",
    path: "/ws",
    decode(auth) {
      // Field by field: `auth` may carry others, and none of those may end up on the command.
      const { token, instanceId, media, resume, deviceId } = checkAuth(auth);
      return {
        type: "enter",
        token,
        instanceId,
        media,
        resume,
        policy: { graceMs: 10_000 },
        device: { deviceId, medium: "room", graceMs: 10_000 },
      };
    },
  },
  decode,
  encode,
  acknowledge: (reply) => (reply.ok ? { ok: true, ...reply.answer } : { ok: false, error: wireError(reply.refusal) }),
  respond: (reply) => (reply.ok ? [] : [{ name: "error", data: wireError(reply.refusal) }]),
};
