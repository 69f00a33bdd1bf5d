import { expect, type Locator } from "@playwright/test";
import { watchVideo } from "./watch-video.ts";

/** Enough to call it a film: frames were painted, and they are not one still. */
const film = { frames: 5, pictures: 2 };

/**
 * Waits until the one video in `place` paints five frames and its pixels change.
 * @param within milliseconds
 */
export async function expectMoving(place: Locator, within = 15_000): Promise<void> {
  const seen = async () => {
    const watched = await place.locator("video").evaluateAll(watchVideo, film);
    return watched.frames >= film.frames && watched.pictures >= film.pictures;
  };
  await expect.poll(seen, { message: `a moving picture in ${place}`, timeout: within, intervals: [50] }).toBe(true);
}
