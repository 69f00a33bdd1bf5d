import { beforeEach, expect, it, vi } from "vitest";
import { DeviceSource } from "./device-source.ts";

class FakeTrack {
  enabled = true;
  readyState = "live";
  onended: (() => void) | null = null;
  readonly deviceId: string;

  constructor(deviceId: string) {
    this.deviceId = deviceId;
  }

  stop(): void {
    this.readyState = "ended";
  }

  getSettings(): { deviceId: string } {
    return { deviceId: this.deviceId };
  }
}

let tracks: FakeTrack[];
const getUserMedia = vi.fn();

/** Opens whatever device is asked for, "default" otherwise. */
function openAny({ audio, video }: MediaStreamConstraints): Promise<unknown> {
  const asked = ((audio ?? video) as MediaTrackConstraints).deviceId as ConstrainDOMStringParameters | undefined;
  const track = new FakeTrack(String(asked?.exact ?? asked?.ideal ?? "default"));
  tracks.push(track);
  return Promise.resolve({ getVideoTracks: () => [track], getAudioTracks: () => [track] });
}

const failing = (name: string) => () => Promise.reject(new DOMException("", name));

function source(kind: "camera" | "microphone"): DeviceSource {
  const whenOff = kind === "camera" ? "release" : "silence";
  return new DeviceSource({ kind, whenOff, changed: () => undefined });
}

const last = (): FakeTrack => {
  const track = tracks.at(-1);
  if (!track) throw new Error("nothing was captured");
  return track;
};

beforeEach(() => {
  tracks = [];
  getUserMedia.mockReset().mockImplementation(openAny);
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia } });
});

it("closes the camera when off and opens it anew", async () => {
  const camera = source("camera");
  await camera.setEnabled(true);
  expect(camera.state).toMatchObject({ state: "on", deviceId: "default" });
  await camera.setEnabled(false);
  expect([camera.state.state, last().readyState, camera.track]).toEqual(["off", "ended", undefined]);
  await camera.setEnabled(true);
  expect(tracks).toHaveLength(2);
});

it("keeps the microphone open when off, silent", async () => {
  const microphone = source("microphone");
  await microphone.setEnabled(true);
  await microphone.setEnabled(false);
  expect([microphone.state.state, last().enabled, last().readyState]).toEqual(["off", false, "live"]);
  await microphone.setEnabled(true);
  expect([microphone.state.state, last().enabled, tracks.length]).toEqual(["on", true, 1]);
});

it("obeys the last word when turned on and off in a hurry", async () => {
  const camera = source("camera");
  const on = camera.setEnabled(true);
  const off = camera.setEnabled(false);
  expect(camera.state.state).toBe("off");
  await Promise.all([on, off]);
  expect(camera.state.state).toBe("off");
  expect(tracks.every(({ readyState }) => readyState === "ended")).toBe(true);
});

it("says why it cannot, and can be tried again", async () => {
  const camera = source("camera");
  getUserMedia.mockImplementation(failing("NotAllowedError"));
  await camera.setEnabled(true);
  expect(camera.state).toEqual({ state: "unavailable", reason: "permission-denied" });
  getUserMedia.mockImplementation(openAny);
  await camera.setEnabled(true);
  expect(camera.state.state).toBe("on");
});

it("falls back to the default when its device is pulled out", async () => {
  const microphone = source("microphone");
  await microphone.setEnabled(true);
  await microphone.switchDevice("headset");
  expect(microphone.state).toMatchObject({ state: "on", deviceId: "headset" });
  expect(tracks[0]?.readyState).toBe("ended");
  last().onended?.();
  await vi.waitFor(() => expect(microphone.state).toMatchObject({ state: "on", deviceId: "default" }));
});

it("is unavailable when the only device is pulled out", async () => {
  const camera = source("camera");
  await camera.setEnabled(true);
  getUserMedia.mockImplementation(failing("NotFoundError"));
  last().onended?.();
  await vi.waitFor(() => expect(camera.state).toEqual({ state: "unavailable", reason: "not-found" }));
});

it("keeps the old device when the new one cannot be opened", async () => {
  const camera = source("camera");
  await camera.setEnabled(true);
  getUserMedia.mockImplementation(failing("NotFoundError"));
  await expect(camera.switchDevice("gone")).rejects.toMatchObject({ code: "DEVICE_UNAVAILABLE", reason: "not-found" });
  expect(camera.state).toMatchObject({ state: "on", deviceId: "default" });
  expect(last().readyState).toBe("live");
  getUserMedia.mockImplementation(openAny);
  await camera.setEnabled(false);
  await camera.setEnabled(true);
  expect(camera.state).toMatchObject({ state: "on", deviceId: "default" });
});

it("reopens the old device when it had to be closed for one that another application uses", async () => {
  const camera = source("camera");
  await camera.setEnabled(true);
  getUserMedia.mockImplementation((asked: MediaStreamConstraints) =>
    JSON.stringify(asked).includes("busy") ? failing("NotReadableError")() : openAny(asked),
  );
  await expect(camera.switchDevice("busy")).rejects.toMatchObject({ code: "DEVICE_UNAVAILABLE", reason: "in-use" });
  expect(camera.state).toMatchObject({ state: "on", deviceId: "default" });
  expect(tracks.map(({ readyState }) => readyState)).toEqual(["ended", "live"]);
});

it("turns on with another device when it was unavailable", async () => {
  const camera = source("camera");
  getUserMedia.mockImplementation(failing("NotReadableError"));
  await camera.setEnabled(true);
  await expect(camera.switchDevice("busy too")).rejects.toMatchObject({ reason: "in-use" });
  expect(camera.state).toEqual({ state: "unavailable", reason: "in-use" });
  getUserMedia.mockImplementation(openAny);
  await camera.switchDevice("other");
  expect(camera.state).toMatchObject({ state: "on", deviceId: "other" });
});

it("remembers the device that is picked while it is off", async () => {
  const camera = source("camera");
  await camera.switchDevice("other");
  expect([camera.state.state, tracks.length]).toEqual(["off", 0]);
  await camera.setEnabled(true);
  expect(camera.state).toMatchObject({ state: "on", deviceId: "other" });
});

it("closes what is opened after it was disposed of", async () => {
  const camera = source("camera");
  const track = new FakeTrack("late");
  const started = camera.start(Promise.resolve({ track: track as unknown as MediaStreamTrack }));
  camera.dispose();
  await started;
  expect([track.readyState, camera.state.state]).toEqual(["ended", "off"]);
});
