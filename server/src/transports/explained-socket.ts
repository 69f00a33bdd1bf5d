import { WebSocket } from "ws";

/** What the protocol's own checks close with; ws sends the code alone. */
const REASONS: Partial<Record<number, string>> = {
  1002: "That frame breaks the WebSocket protocol.",
  1007: "A text frame must be valid UTF-8.",
  1008: "The message comes in too many pieces.",
  1009: "The message is larger than 64 KB.",
};

/** A WebSocket that never closes with a code alone. */
export class ExplainedSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code, reason ?? (code === undefined ? undefined : REASONS[code]));
  }
}
