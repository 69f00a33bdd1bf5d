import type { LocalTracks } from "../peer/local-tracks.ts";
import { Notifier } from "../util/notifier.ts";
import { type Capture, captureBoth } from "./capture.ts";
import { DeviceSource } from "./device-source.ts";
import { LevelMeter } from "./level-meter.ts";
import { listDevices, noDevices } from "./list-devices.ts";
import type { LocalMedia } from "./local-media.ts";
import type { LocalMediaOptions } from "./local-media-options.ts";
import type { MediaSnapshot } from "./media-snapshot.ts";
import { ScreenSource } from "./screen-source.ts";
import { trackOf } from "./track-of.ts";

/** Camera, microphone and screen of this browser. */
export class CapturedMedia implements LocalMedia {
  readonly ready: Promise<void>;
  readonly #notifier = new Notifier();
  readonly #camera: DeviceSource;
  readonly #microphone: DeviceSource;
  readonly #screen = new ScreenSource(() => this.#changed());
  readonly #meter = new LevelMeter();
  readonly #devicesChanged = () => void this.#listDevices();
  #devices = noDevices;
  #snapshot: MediaSnapshot | undefined;
  #disposed = false;

  constructor({ camera = true, microphone = true, cameraId, microphoneId }: LocalMediaOptions) {
    const changed = () => this.#changed();
    this.#camera = new DeviceSource({ kind: "camera", whenOff: "release", deviceId: cameraId, changed });
    this.#microphone = new DeviceSource({ kind: "microphone", whenOff: "silence", deviceId: microphoneId, changed });
    navigator.mediaDevices?.addEventListener?.("devicechange", this.#devicesChanged);
    this.ready = this.#start(camera, microphone).then(() => this.#listDevices());
  }

  /** What peers should be sent, a silenced microphone included. */
  get tracks(): LocalTracks {
    return {
      camera: this.#camera.track,
      microphone: this.#microphone.track,
      screen: this.#screen.video,
      screenAudio: this.#screen.audio,
    };
  }

  // Stores hand these two on without their object, so they are bound.
  readonly getSnapshot = (): MediaSnapshot => {
    this.#snapshot ??= {
      camera: this.#camera.state,
      microphone: this.#microphone.state,
      screen: this.#screen.state,
      ...(this.#screen.audio && { screenAudio: this.#screen.audio }),
      devices: this.#devices,
    };
    return this.#snapshot;
  };

  readonly subscribe = (listener: () => void): (() => void) => this.#notifier.subscribe(listener);

  async setCameraEnabled(on: boolean): Promise<void> {
    await this.#camera.setEnabled(on);
    await this.#listDevices();
  }

  async setMicrophoneEnabled(on: boolean): Promise<void> {
    await this.#microphone.setEnabled(on);
    await this.#listDevices();
  }

  setScreenShareEnabled(on: boolean): Promise<void> {
    return this.#disposed ? Promise.resolve() : this.#screen.setEnabled(on);
  }

  switchDevice(kind: "camera" | "microphone", deviceId: string): Promise<void> {
    return kind === "camera" ? this.#camera.switchDevice(deviceId) : this.#microphone.switchDevice(deviceId);
  }

  getMicrophoneLevel(): number {
    const { microphone } = this.getSnapshot();
    return this.#meter.level(trackOf(microphone));
  }

  dispose(): void {
    this.#disposed = true;
    navigator.mediaDevices?.removeEventListener?.("devicechange", this.#devicesChanged);
    this.#camera.dispose();
    this.#microphone.dispose();
    this.#screen.stop();
    this.#meter.close();
  }

  async #start(camera: boolean, microphone: boolean): Promise<void> {
    if (camera && microphone) {
      const both = captureBoth(this.#camera.wish, this.#microphone.wish);
      const nth = async (index: 0 | 1): Promise<Capture> => (await both)[index];
      await Promise.all([this.#camera.start(nth(0)), this.#microphone.start(nth(1))]);
    } else if (camera) {
      await this.#camera.setEnabled(true);
    } else if (microphone) {
      await this.#microphone.setEnabled(true);
    }
  }

  async #listDevices(): Promise<void> {
    const devices = await listDevices();
    if (JSON.stringify(devices) === JSON.stringify(this.#devices)) return;
    this.#devices = devices;
    this.#changed();
  }

  #changed(): void {
    this.#snapshot = undefined;
    this.#notifier.notify();
  }
}
