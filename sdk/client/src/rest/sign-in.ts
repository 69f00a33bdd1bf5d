import type { SignInReply } from "@chamcall/protocol";
import { request } from "./request.ts";

/** Under which name to be reached. */
export interface SignInOptions {
  /** Default: the page's own origin. */
  serverUrl?: string;
  /** What others call: letters, digits and `@+_.:-`, 128 at most. */
  userId: string;
  /** What others read; the userId itself when absent. */
  displayName?: string;
  /** Of an earlier sign-in under this name: proves that it is one's own while it is in use. */
  userKey?: string;
  signal?: AbortSignal;
}

/**
 * Asks for a name (`POST /user/:userId/sign-in`); keep the answer's `userKey` for the next time. Rejects with a
 * ChamCallError: USER_ID_TAKEN while someone else is online under the name, BAD_REQUEST, RATE_LIMITED, DRAINING, …
 */
export function signIn({ serverUrl = location.origin, userId, signal, ...body }: SignInOptions): Promise<SignInReply> {
  return request<SignInReply>(serverUrl, `/user/${encodeURIComponent(userId)}/sign-in`, { body, signal });
}
