import { Refusal } from "../errors.ts";

const SCHEMES = ["http:", "https:", "capacitor:", "ionic:"];
/** Far more sites than a product has; every foreign page's request looks through them. */
const MAX_ORIGINS = 100;

/**
 * The origins as browsers send them, each once. Throws BAD_REQUEST for what is no origin: a path, a wildcard, or a
 * scheme that no page has.
 */
export function readOrigins(given: readonly string[]): string[] {
  if (given.length > MAX_ORIGINS) throw new Refusal("BAD_REQUEST", { message: `At most ${MAX_ORIGINS} origins.` });
  return [...new Set(given.map(readOrigin))];
}

function readOrigin(given: string): string {
  const url = URL.parse(given);
  const isOrigin = url && SCHEMES.includes(url.protocol) && /^[a-z]+:\/\/[^/?#@*]+\/?$/i.test(given);
  if (!isOrigin) {
    const message = `${JSON.stringify(given)} is no origin: it looks like https://example.com, without a path.`;
    throw new Refusal("BAD_REQUEST", { message });
  }
  // URL knows no origin for the schemes of native shells.
  return url.origin === "null" ? given.toLowerCase().replace(/\/$/, "") : url.origin;
}
