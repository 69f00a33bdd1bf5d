import type { Person, UserPresence } from "@chamcall/protocol";
import type { ChamCallError } from "../chamcall-error.ts";
import type { ActiveCall, EndedCall, IncomingCall } from "./user-call.ts";

/** What happens to someone who can be rung, by name → payload. */
export interface UserAgentEvents {
  /** Each time: at first and after `reconnecting`. */
  online: Person;
  reconnecting: void;
  signedOut: { reason: "closed" | "replaced" };
  refused: ChamCallError;
  /** After `watchUsers`; `offline` for someone who has gone. */
  userChanged: UserPresence;
  callIncoming: IncomingCall;
  /** By the other side or by this one: enter its room. */
  callAccepted: ActiveCall;
  callEnded: EndedCall;
}
