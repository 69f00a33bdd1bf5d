import { type ErrorCode, errors } from "@chamcall/protocol/errors";

/** What a refusal can tell besides its code. */
export interface RefusalDetails {
  /** Says more precisely what to do; the table's sentence otherwise. */
  message?: string;
  /** Milliseconds until the same request can succeed. */
  retryAfterMs?: number;
  hint?: string;
  maxParticipants?: number;
}

/** A request that core will not carry out; every door turns it into its own wire's error. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: Omit<RefusalDetails, "message">;

  constructor(code: ErrorCode, { message, ...details }: RefusalDetails = {}) {
    super(message ?? errors[code].message);
    this.code = code;
    this.status = errors[code].status;
    this.details = details;
  }

  /** The refusal as it is; anything else (a bug, a broken disk) as INTERNAL, telling nothing. */
  static from(cause: unknown): Refusal {
    return cause instanceof Refusal ? cause : new Refusal("INTERNAL");
  }
}
