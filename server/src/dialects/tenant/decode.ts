import { requests } from "@chamcall/protocol";
import { createDecoder } from "../decoder.ts";
import { answerSignal, candidateSignal, offerSignal } from "../signals.ts";

/** What a message of the native protocol asks of core. */
export const decode = createDecoder(requests, {
  "webrtc-offer": ({ to, offer }) => ({ type: "signal", to, signal: offerSignal(offer) }),
  "webrtc-answer": ({ to, answer }) => ({ type: "signal", to, signal: answerSignal(answer) }),
  "ice-candidate": ({ to, candidate }) => ({ type: "signal", to, signal: candidateSignal(candidate) }),
  "set-media": (media) => ({ type: "set-media", media }),
  "set-room-password": ({ password, hint }) => ({ type: "set-password", password, hint }),
  "clear-room-password": () => ({ type: "clear-password" }),
  "update-room": (settings) => ({ type: "update-room", ...settings }),
  "remove-participant": ({ userId }) => ({ type: "remove", userId }),
  "renew-credentials": () => ({ type: "renew" }),
  "leave-room": () => ({ type: "leave" }),
  "watch-users": () => ({ type: "watch-users" }),
  "call-invite": ({ to, video = true }) => ({ type: "invite", to, video }),
  "call-accept": (call) => ({ type: "answer", call }),
  "call-decline": (call) => ({ type: "decline", call }),
  "call-cancel": (call) => ({ type: "hang-up", call }),
  "call-end": (call) => ({ type: "hang-up", call }),
});
