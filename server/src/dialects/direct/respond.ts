import type { Refusal } from "../../core/errors.ts";
import type { Reply } from "../../core/reply.ts";
import type { WireMessage, WireRequest } from "../dialect.ts";
import { message } from "../message.ts";
import { wireError } from "../wire-error.ts";

/** What tells a client of the direct spec that its request was refused; a success has no answer of its own. */
export function respond(reply: Reply, { name, data }: WireRequest): WireMessage[] {
  if (reply.ok) return [];
  const { refusal } = reply;
  switch (name) {
    case "register_user":
      return message("user_registered", { success: false, userId: textAt(data, "userId"), ...explained(refusal) });
    case "make_call":
    case "answer_call": {
      const targetUser = textAt(data, "to");
      if (refusal.code === "USER_BUSY") return message("call_busy", { targetUser });
      return message("call_failed", { ...explained(refusal), targetUser });
    }
    default:
      return message("error", wireError(refusal));
  }
}

/** `error` is the sentence, as the spec has it; the code says the same to programs. */
function explained({ code, message: error, details }: Refusal) {
  return { error, code, ...details };
}

/** The text under a key of what may be anything. */
function textAt(data: unknown, key: string): string {
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, key)) return "";
  const value: unknown = Reflect.get(data, key);
  return typeof value === "string" ? value.slice(0, 128) : "";
}
