import type { Person } from "./person.ts";

/** The fewest and the most tiles of people that stood on a page at once. */
export interface TileCounts {
  fewest: number;
  most: number;
}

/** Counts the tiles on a page from now on, at every change; the returned function tells what it saw so far. */
export async function watchTiles({ page }: Person): Promise<() => Promise<TileCounts>> {
  const counts = await page.evaluateHandle(() => {
    const now = () => document.querySelectorAll('[data-testid="tile"]').length;
    const seen = { fewest: now(), most: now() };
    new MutationObserver(() => {
      seen.fewest = Math.min(seen.fewest, now());
      seen.most = Math.max(seen.most, now());
    }).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
  return () => counts.jsonValue();
}
