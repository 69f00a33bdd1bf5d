import type { Credentials, UserPresence } from "@chamcall/protocol";
import type { Refusal } from "./errors.ts";

/** What a request that asks for something is told. */
export type Answer = Credentials | { users: UserPresence[] } | { callId: string; timeoutMs: number };

/** How a command ended. */
export type Reply = { ok: true; answer?: Answer } | { ok: false; refusal: Refusal };
