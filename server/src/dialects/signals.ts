import type { Answer, Candidate, Offer } from "@chamcall/protocol";
import type { Signal } from "../core/commands.ts";

// Field by field: what is relayed is what was checked, whatever else a message carried.

export const offerSignal = ({ sdp }: Offer): Signal => ({ kind: "offer", payload: { type: "offer", sdp } });

export const answerSignal = ({ sdp }: Answer): Signal => ({ kind: "answer", payload: { type: "answer", sdp } });

export function candidateSignal(given: Candidate): Signal {
  if (given === null) return { kind: "candidate", payload: null };
  const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = given;
  return { kind: "candidate", payload: { candidate, sdpMid, sdpMLineIndex, usernameFragment } };
}
