/** What a browser says it runs on; `maxTouchPoints` because an iPad passes for a Mac. */
interface Device {
  userAgent: string;
  maxTouchPoints: number;
}

/** How a device is called that has no name of its own. */
export function deviceKind({ userAgent, maxTouchPoints }: Device): "phone" | "tablet" | "computer" {
  if (/iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return "tablet";
  if (/Mobi/.test(userAgent)) return "phone";
  return /Android/.test(userAgent) ? "tablet" : "computer";
}
