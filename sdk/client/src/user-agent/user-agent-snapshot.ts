import type { Person, UserPresence } from "@chamcall/protocol";
import type { UserAgentState } from "./user-agent-state.ts";
import type { UserCall } from "./user-call.ts";

/** Everything an interface needs to show people and ring them; immutable, the same reference until something changes. */
export interface UserAgentSnapshot {
  readonly state: UserAgentState;
  /** As the server knows this user; absent before the first time online. */
  readonly self?: Person;
  /** The others who are online; empty until `watchUsers`. */
  readonly users: readonly UserPresence[];
  readonly call: UserCall;
}
