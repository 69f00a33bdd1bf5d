const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago (both ms epoch), in the language's own words: "2 hours ago", "yesterday". */
export function timeAgo(at: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const past = Math.max(0, now - at);
  for (const [unit, ms] of units) if (past >= ms) return format.format(-Math.floor(past / ms), unit);
  return format.format(0, "second");
}
