import { expect, it } from "vitest";
import { shownTracks } from "./shown-tracks.ts";

const track = (muted: boolean) => ({ muted }) as MediaStreamTrack;
const shows = (muted: boolean, screen: boolean, hasSharedScreen: boolean) =>
  shownTracks({ screenVideo: track(muted) }, { screen, hasSharedScreen }).screenVideo !== undefined;

it("believes what a participant says about their screen", () => {
  expect(shows(true, true, true)).toBe(true);
  expect(shows(false, false, true)).toBe(false);
});

it("judges one who never speaks of screens by what arrives", () => {
  expect(shows(false, false, false)).toBe(true);
  expect(shows(true, false, false)).toBe(false);
});

it("passes camera and microphone through", () => {
  const [camera, microphone] = [track(false), track(true)];
  expect(shownTracks({ camera, microphone }, { screen: false, hasSharedScreen: false })).toMatchObject({
    camera,
    microphone,
  });
});
