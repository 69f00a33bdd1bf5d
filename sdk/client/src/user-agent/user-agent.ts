import type { UserAgentEvents } from "./user-agent-events.ts";
import type { UserAgentSnapshot } from "./user-agent-snapshot.ts";

/** A user on this device, who can ring and be rung. `getSnapshot` and `subscribe` are bound. */
export interface UserAgent {
  /** Immutable; the same reference until something changes. */
  getSnapshot(): UserAgentSnapshot;
  subscribe(listener: () => void): () => void;
  /** Returns its unsubscribe. */
  on<E extends keyof UserAgentEvents>(event: E, listener: (payload: UserAgentEvents[E]) => void): () => void;
  /** Fills `users` and keeps it up to date from now on. */
  watchUsers(): void;
  /**
   * Rings someone; resolves when it rings there. A refusal ends the call and rejects with a ChamCallError: USER_OFFLINE,
   * USER_BUSY, SELF_CALL, DEVICE_INCOMPATIBLE, RATE_LIMITED, SERVER_UNREACHABLE, …; ALREADY_IN_CALL while in one here.
   * `name` is shown until the server tells it, for someone who is not in `users`.
   */
  invite(userId: string, options?: { video?: boolean; name?: string }): Promise<void>;
  /** Answers the incoming call; `video`: whether this side wants to be seen, for the app to act on. */
  accept(options?: { video?: boolean }): void;
  /** Refuses the incoming call on all devices. */
  decline(): void;
  /** Stops ringing, or ends the call for both. */
  hangUp(): void;
  /** Forgets the call that has ended. */
  dismiss(): void;
  /** Goes offline at once; ends the call. */
  close(): void;
}
