import type { ErrorCode, WireError } from "@chamcall/protocol";
import type { UnavailableReason } from "./media/media-snapshot.ts";

/** Every code a `ChamCallError` can carry: the server's table plus what only a browser can meet. */
export type ChamCallErrorCode =
  | ErrorCode
  | "SERVER_UNREACHABLE"
  | "UNSUPPORTED_BROWSER"
  | "DEVICE_UNAVAILABLE"
  | "CLOSED";

/** The one error that the SDK throws; `message` is a sentence a person can act on. */
export class ChamCallError extends Error {
  readonly code: ChamCallErrorCode;
  /** Milliseconds to wait before the same request can succeed (TOO_MANY_ATTEMPTS, RATE_LIMITED, DRAINING). */
  readonly retryAfterMs?: number;
  /** What the room's owner wrote to help remember the password (AUTH_REQUIRED, AUTH_FAILED). */
  readonly hint?: string;
  /** The limit that was met (ROOM_FULL). */
  readonly maxParticipants?: number;
  /** Why (DEVICE_UNAVAILABLE). */
  readonly reason?: UnavailableReason;

  constructor(
    code: ChamCallErrorCode,
    message: string,
    details: Pick<WireError, "retryAfterMs" | "hint" | "maxParticipants"> & {
      reason?: UnavailableReason;
      cause?: unknown;
    } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "ChamCallError";
    this.code = code;
    if (details.retryAfterMs !== undefined) this.retryAfterMs = details.retryAfterMs;
    if (details.hint !== undefined) this.hint = details.hint;
    if (details.maxParticipants !== undefined) this.maxParticipants = details.maxParticipants;
    if (details.reason !== undefined) this.reason = details.reason;
  }
}
