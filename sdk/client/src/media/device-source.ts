import { type Capture, capture, type DeviceWish } from "./capture.ts";
import { deviceUnavailable } from "./device-unavailable.ts";
import type { SourceState, UnavailableReason } from "./media-snapshot.ts";

interface DeviceSourceOptions {
  kind: "camera" | "microphone";
  /** `release` frees the device when turned off; `silence` keeps it open, so that turning on is instant. */
  whenOff: "release" | "silence";
  deviceId?: string | undefined;
  changed: () => void;
}

/** A camera or a microphone that is turned on and off, changes its device and survives its unplugging. */
export class DeviceSource {
  readonly #options: DeviceSourceOptions;
  #state: SourceState = { state: "off" };
  #track: MediaStreamTrack | undefined;
  #wish: DeviceWish;
  #wanted = false;
  #disposed = false;
  /** Captures run one after the other; each looks at what is wanted when its turn comes. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: DeviceSourceOptions) {
    this.#options = options;
    this.#wish = options.deviceId ? { deviceId: { ideal: options.deviceId } } : {};
  }

  get state(): SourceState {
    return this.#state;
  }

  /** What peers should be sent: a silenced microphone stays attached. */
  get track(): MediaStreamTrack | undefined {
    return this.#track;
  }

  get wish(): DeviceWish {
    return this.#wish;
  }

  setEnabled(on: boolean): Promise<void> {
    this.#wanted = on;
    if (this.#track && !on && this.#options.whenOff === "silence") {
      this.#settle();
      return Promise.resolve();
    }
    if (on && this.#state.state !== "on") this.#change({ state: "starting" });
    if (!on && this.#state.state === "starting") this.#change({ state: "off" });
    return this.#enqueue(() => this.#apply());
  }

  /** Takes a capture that was begun elsewhere. */
  start(capturing: Promise<Capture>): Promise<void> {
    this.#wanted = true;
    this.#change({ state: "starting" });
    // Not through the queue's check: what has been opened must be closed even if this was disposed of meanwhile.
    this.#queue = this.#queue.then(async () => this.#adopt(await capturing));
    return this.#queue;
  }

  /**
   * Takes another device, at once if this is on or could not be turned on; what is off remembers it.
   * Rejects with DEVICE_UNAVAILABLE (`reason`); the device before stays then.
   */
  switchDevice(deviceId: string): Promise<void> {
    return this.#enqueue(async () => {
      const wish: DeviceWish = { deviceId: { exact: deviceId } };
      const failed = this.#track ? await this.#replace(this.#track, wish) : await this.#choose(wish);
      if (failed && !this.#disposed) throw deviceUnavailable(this.#options.kind, failed);
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#wanted = false;
    this.#drop();
    this.#change({ state: "off" });
  }

  async #choose(wish: DeviceWish): Promise<UnavailableReason | undefined> {
    this.#wish = wish;
    if (this.#state.state !== "unavailable") return undefined;
    this.#wanted = true;
    this.#change({ state: "starting" });
    const captured = await capture(this.#options.kind, wish);
    this.#adopt(captured);
    return reasonOf(captured);
  }

  async #replace(before: MediaStreamTrack, wish: DeviceWish): Promise<UnavailableReason | undefined> {
    const { kind } = this.#options;
    let next = await capture(kind, wish);
    let failed = reasonOf(next);
    if (failed === "in-use") {
      // Some machines open one camera at a time.
      const { deviceId } = before.getSettings();
      this.#drop();
      next = await capture(kind, wish);
      failed = reasonOf(next);
      if (failed) next = await capture(kind, deviceId ? { deviceId: { exact: deviceId } } : this.#wish);
    }
    if (!failed) this.#wish = wish;
    if ("track" in next) this.#stop(before);
    if ("track" in next || !this.#track) this.#adopt(next);
    return failed;
  }

  async #apply(): Promise<void> {
    if (this.#wanted && !this.#track) {
      this.#change({ state: "starting" });
      let captured = await capture(this.#options.kind, this.#wish);
      // The chosen device may be gone; any other is better than none.
      if ("reason" in captured && captured.reason === "not-found") captured = await capture(this.#options.kind, {});
      this.#adopt(captured);
    } else {
      this.#settle();
    }
  }

  #adopt(captured: Capture): void {
    if (this.#disposed) {
      if ("track" in captured) captured.track.stop();
      return;
    }
    if ("reason" in captured) {
      this.#wanted = false;
      this.#change({ state: "unavailable", reason: captured.reason });
      return;
    }
    const { track } = captured;
    this.#track = track;
    track.onended = () => this.#unplugged(track);
    this.#settle();
  }

  /** Brings the track in line with what is wanted. */
  #settle(): void {
    const track = this.#track;
    if (this.#wanted && track) {
      track.enabled = true;
      const { deviceId } = track.getSettings();
      this.#change({ state: "on", track, ...(deviceId && { deviceId }) });
      return;
    }
    if (this.#options.whenOff === "release") this.#drop();
    else if (track) track.enabled = false;
    if (this.#state.state !== "unavailable") this.#change({ state: "off" });
  }

  #unplugged(track: MediaStreamTrack): void {
    if (this.#track !== track) return;
    this.#drop();
    this.#wish = {};
    if (this.#wanted) void this.#enqueue(() => this.#apply());
    this.#change(this.#wanted ? { state: "starting" } : { state: "off" });
  }

  #drop(): void {
    if (this.#track) this.#stop(this.#track);
    this.#track = undefined;
  }

  #stop(track: MediaStreamTrack): void {
    track.onended = null;
    track.stop();
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(() => (this.#disposed ? undefined : task()));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #change(state: SourceState): void {
    this.#state = state;
    this.#options.changed();
  }
}

function reasonOf(captured: Capture): UnavailableReason | undefined {
  return "reason" in captured ? captured.reason : undefined;
}
