import { limits } from "@chamcall/protocol";
import type { Command, DevicePolicy } from "../../core/commands.ts";
import { createDecoder } from "../decoder.ts";
import type { WireRequest } from "../dialect.ts";
import { candidateSignal } from "../signals.ts";
import { schemas } from "./schemas.ts";

/** One device a user: the newest login has the place. */
const DEVICE: DevicePolicy = { deviceId: "direct", medium: "sdp", graceMs: 0 };

/** What a message of the direct spec asks of core; `auth` says whether a name needs a user token. */
export function createDecode(auth: "off" | "token"): (request: WireRequest) => Command {
  return createDecoder(schemas, {
    register_user: ({ userId, token }, handshake) => ({
      type: "go-online",
      userId,
      // An empty token is none: whoever has to bring one is refused.
      token: token ?? tokenIn(handshake) ?? (auth === "token" ? "" : undefined),
      // The handshake's may be meant for whatever stands before this server.
      tokenOptional: auth === "off" && token === undefined,
      device: DEVICE,
    }),
    make_call: ({ to, from, offer }) => ({
      type: "invite",
      to,
      video: offer.sdp.includes("m=video"),
      offer: { type: "offer", sdp: offer.sdp },
      claimed: { userId: from },
    }),
    answer_call: ({ to, from, answer }) => ({
      type: "answer",
      call: { peer: to },
      answer: { type: "answer", sdp: answer.sdp },
      claimed: { userId: from },
    }),
    decline_call: ({ to, from }) => ({ type: "decline", call: { peer: to }, claimed: { userId: from } }),
    end_call: ({ to, from }) => ({ type: "hang-up", call: { peer: to }, claimed: { userId: from } }),
    ice_candidate: ({ to, from, candidate }) => ({
      type: "call-signal",
      to,
      signal: candidateSignal(candidate),
      claimed: { userId: from },
    }),
    logout_user: ({ userId }) => ({ type: "go-offline", claimed: { userId } }),
  });
}

/** `socket.handshake.auth.token`, where there is one. */
function tokenIn(handshake: unknown): string | undefined {
  if (typeof handshake !== "object" || handshake === null || !("token" in handshake)) return undefined;
  const { token } = handshake;
  return typeof token === "string" && token.length <= limits.token ? token : undefined;
}
