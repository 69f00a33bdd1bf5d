import { PUBLIC_APP } from "../../core/room.ts";
import { createDecoder } from "../decoder.ts";
import { answerSignal, candidateSignal, offerSignal } from "../signals.ts";
import { schemas } from "./schemas.ts";

/** What a message of the pairing spec asks of core. */
export const decode = createDecoder(schemas, {
  join_room: ({ roomId, password }) => ({
    type: "join",
    appId: PUBLIC_APP,
    roomId,
    // The wire has no names.
    name: "Device",
    password,
    // The id is all it takes to enter.
    visibility: "unlisted",
    // Nor a resume, nor a word for a third.
    policy: { graceMs: 0, capacity: 2 },
  }),
  leave_room: () => ({ type: "leave" }),
  webrtc_offer: ({ sdp }) => ({ type: "signal", signal: offerSignal({ type: "offer", sdp }) }),
  webrtc_answer: ({ sdp }) => ({ type: "signal", signal: answerSignal({ type: "answer", sdp }) }),
  ice_candidate: ({ candidate }) => ({ type: "signal", signal: candidateSignal(candidate) }),
  ping: () => ({ type: "ping" }),
});
