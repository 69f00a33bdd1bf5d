import type { Credentials } from "@chamcall/protocol";
import type { Refusal } from "./errors.ts";

/** How a command ended. */
export type Reply = { ok: true; credentials?: Credentials } | { ok: false; refusal: Refusal };
