/**
 * Who may put the embed page into a frame, as a `frame-ancestors` directive (CSP level 3) knows them: our own pages and
 * the listed origins, or everyone where `*` is listed. This is the one place that decides it.
 */
export function frameAncestors(allowedOrigins: readonly string[]): string[] {
  return allowedOrigins.includes("*") ? ["*"] : ["'self'", ...allowedOrigins];
}
