import { expect, it, vi } from "vitest";
import { ChamCallError } from "../chamcall-error.ts";
import type { LocalMedia } from "../media/local-media.ts";
import type { SourceState } from "../media/media-snapshot.ts";
import { LocalSide } from "./local-side.ts";

const said = { audio: false, video: false, screen: false };

function start() {
  let camera: SourceState = { state: "off" };
  let changed = () => {};
  const off = { state: "off" } as const;
  const media: Partial<LocalMedia> = {
    getSnapshot: () => ({
      camera,
      microphone: off,
      screen: off,
      devices: { cameras: [], microphones: [], speakers: [] },
    }),
    subscribe: (listener) => {
      changed = listener;
      return () => {};
    },
    switchDevice: () => Promise.reject(new ChamCallError("DEVICE_UNAVAILABLE", "No.", { reason: "in-use" })),
  };
  const failed = vi.fn();
  const local = new LocalSide(media as LocalMedia, { said, patchSelf() {}, tracks() {}, say() {}, failed });
  const show = (state: SourceState) => {
    camera = state;
    changed();
  };
  return { local, failed, show };
}

it("tells of a switch that failed, and of a source that became unavailable, once each", async () => {
  const { local, failed, show } = start();
  await expect(local.switchDevice("camera", "busy")).rejects.toMatchObject({ code: "DEVICE_UNAVAILABLE" });
  expect(failed.mock.calls).toEqual([["camera", "in-use"]]);
  show({ state: "unavailable", reason: "not-found" });
  await expect(local.switchDevice("camera", "busy")).rejects.toMatchObject({ code: "DEVICE_UNAVAILABLE" });
  expect(failed.mock.calls).toEqual([
    ["camera", "in-use"],
    ["camera", "not-found"],
  ]);
});
