import type { Answer, Candidate, Offer } from "@chamcall/protocol";
import type { Signal } from "../core/commands.ts";

/** A relayed signal on the wires that are written in kebab-case: `from` in the place of `to`. */
export type SignalMessage =
  | { name: "webrtc-offer"; data: { from: string; offer: Offer } }
  | { name: "webrtc-answer"; data: { from: string; answer: Answer } }
  | { name: "ice-candidate"; data: { from: string; candidate: Candidate } };

export function signalMessage(from: string, signal: Signal): SignalMessage {
  switch (signal.kind) {
    case "offer":
      return { name: "webrtc-offer", data: { from, offer: signal.payload } };
    case "answer":
      return { name: "webrtc-answer", data: { from, answer: signal.payload } };
    case "candidate":
      return { name: "ice-candidate", data: { from, candidate: signal.payload } };
  }
}
