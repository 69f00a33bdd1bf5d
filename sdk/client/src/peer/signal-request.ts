import type { AnyRequest } from "../signaling/any-request.ts";
import type { Signal } from "./signal.ts";

/** How a signal to someone travels on the native protocol. */
export function signalRequest(to: string, signal: Signal): AnyRequest {
  switch (signal.kind) {
    case "offer":
      return { name: "webrtc-offer", data: { to, offer: signal.offer } };
    case "answer":
      return { name: "webrtc-answer", data: { to, answer: signal.answer } };
    case "candidate":
      return { name: "ice-candidate", data: { to, candidate: signal.candidate } };
  }
}
