import { createHmac } from "node:crypto";
import type { IceServersFor } from "../core/ports.ts";

/**
 * STUN servers as they are, TURN servers with credentials for `ttlSeconds` by coturn's REST scheme
 * (draft-uberti-behave-turn-rest-00): username `<unixExpiry>:<appId>`, credential base64(HMAC-SHA1(secret, username)).
 */
export function createIceServers({
  stunUrls,
  turnUrls,
  secret,
  ttlSeconds,
}: {
  stunUrls: readonly string[];
  turnUrls: readonly string[];
  secret: string | undefined;
  ttlSeconds: number;
}): IceServersFor {
  const stun = stunUrls.length > 0 ? [{ urls: [...stunUrls] }] : [];
  if (turnUrls.length === 0 || secret === undefined) return () => stun;
  return (appId, now) => {
    const username = `${Math.floor(now / 1000) + ttlSeconds}:${appId}`;
    const credential = createHmac("sha1", secret).update(username).digest("base64");
    return [...stun, { urls: [...turnUrls], username, credential }];
  };
}
