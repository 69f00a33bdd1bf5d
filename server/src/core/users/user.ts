import { limits } from "@chamcall/protocol";

/** Someone who can be rung. */
export interface UserKey {
  appId: string;
  userId: string;
}

/** Owner of every name that was taken without a token: whoever comes with one of these last, has it. */
export const ANYONE = "anyone";

/** What others read of a user who gave no name. */
export function nameFor(userId: string): string {
  return userId.slice(0, limits.displayName);
}
