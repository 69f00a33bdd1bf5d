import { ChamCallError } from "../chamcall-error.ts";

/**
 * The server does not answer. `firstContact` is the URL (http or ws) of one that never has: a browser doesn't tell
 * a site that the server refuses from a server that is away, so the message names both.
 */
export function serverUnreachable(firstContact: string | undefined, cause?: unknown): ChamCallError {
  const hint =
    firstContact !== undefined && isForeign(firstContact)
      ? " Or this site may be missing in the server's ALLOWED_ORIGINS."
      : "";
  return new ChamCallError("SERVER_UNREACHABLE", `The server cannot be reached. Check your connection.${hint}`, {
    cause,
  });
}

function isForeign(url: string): boolean {
  const http = url.replace(/^ws/, "http");
  return URL.canParse(http) && new URL(http).origin !== globalThis.location?.origin;
}
