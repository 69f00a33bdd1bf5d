import { isUserId } from "../lib/is-user-id.ts";
import { createStored } from "../lib/stored.ts";

/** Under which name this browser is called. */
export interface KeptIdentity {
  userId: string;
  displayName?: string;
  /** Proves to the server that the name is this browser's own while it is in use. */
  userKey?: string;
  /** Not online under it: the form offers the name. */
  signedOut?: true;
}

/** Kept in localStorage. */
export const identityStore = createStored<KeptIdentity | undefined>("chamcall.identity", parseIdentity);

/** Reads what was stored; whatever isn't an identity is none. */
export function parseIdentity(json: string | null): KeptIdentity | undefined {
  try {
    const value: unknown = JSON.parse(json ?? "null");
    if (typeof value !== "object" || value === null || !("userId" in value)) return undefined;
    const { userId, displayName, userKey, signedOut } = value as Record<string, unknown>;
    if (typeof userId !== "string" || !isUserId(userId)) return undefined;
    return {
      userId,
      ...(typeof displayName === "string" && { displayName }),
      ...(typeof userKey === "string" && { userKey }),
      ...(signedOut === true && { signedOut }),
    };
  } catch {
    return undefined;
  }
}
