/** Why the pairing API didn't do what it was asked. */
export type PairingProblem = "not-found" | "conflict" | "rate-limited" | "off" | "unreachable" | "failed";

/** A refusal, and when it is worth trying again (RATE_LIMITED). */
export interface PairingRefusal {
  outcome: "refused";
  problem: PairingProblem;
  retryAfterMs?: number;
}
