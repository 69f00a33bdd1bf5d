import type { IncomingHttpHeaders } from "node:http";

export type OriginCheck = (request: { headers: IncomingHttpHeaders }) => boolean;

/**
 * Whether a page may talk to this server. CORS does not protect WebSockets, so every upgrade asks this too.
 * Our own pages, listed origins, and clients that are no browser (no Origin header) may; `*` lets everyone in.
 */
export function createOriginCheck(allowed: readonly string[], publicUrl: string | undefined): OriginCheck {
  const listed = new Set(allowed);
  if (publicUrl !== undefined) listed.add(new URL(publicUrl).origin);
  return ({ headers: { origin, host } }) => {
    if (origin === undefined || listed.has("*") || listed.has(origin)) return true;
    return URL.parse(origin)?.host === host;
  };
}
