import { PUBLIC_APP } from "../../core/room.ts";
import { createDecoder } from "../decoder.ts";
import { answerSignal, candidateSignal, offerSignal } from "../signals.ts";
import { schemas } from "./schemas.ts";

/** What a message of the lobby spec asks of core. */
export const decode = createDecoder(schemas, {
  "join-room": ({ roomId, username, password, ownerKey }) => ({
    type: "join",
    appId: PUBLIC_APP,
    roomId,
    name: username,
    password,
    ownerKey,
    // The wire has no resume.
    policy: { graceMs: 0 },
  }),
  "leave-room": () => ({ type: "leave" }),
  "webrtc-offer": ({ to, offer }) => ({ type: "signal", to, signal: offerSignal(offer) }),
  "webrtc-answer": ({ to, answer }) => ({ type: "signal", to, signal: answerSignal(answer) }),
  "ice-candidate": ({ to, candidate }) => ({ type: "signal", to, signal: candidateSignal(candidate) }),
});
