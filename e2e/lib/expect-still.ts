import { expect, type Locator } from "@playwright/test";
import { watchVideo } from "./watch-video.ts";

/** Waits until the video in `place` paints no new frame for two seconds. */
export async function expectStill(place: Locator): Promise<void> {
  const frames = async () => (await place.locator("video").evaluateAll(watchVideo, { frames: 1, pictures: 1 })).frames;
  await expect.poll(frames, { message: `a still picture in ${place}`, intervals: [0] }).toBe(0);
}
