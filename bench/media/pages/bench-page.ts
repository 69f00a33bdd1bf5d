import { now } from "./now.ts";
import { type Phase, phases } from "./phases.ts";
import { show } from "./show.ts";
import { smallCamera } from "./small-camera.ts";

/** Joins a room; `showRemote` wants the other's camera as soon as it is there. */
export type Join = (roomId: string, showRemote: (camera: MediaStreamTrack) => void) => Promise<unknown>;

/** What a page found; moments are milliseconds since the epoch. */
export interface Timeline {
  joinedAt: number;
  firstFrameAt: number;
  phases: Partial<Record<Phase, number>>;
}

/** What the benchmark calls in a page. */
export interface BenchPage {
  /** Resolves when this page is in the room with its media running. */
  join(roomId: string): Promise<void>;
  /** Resolves when the other's camera is seen. */
  timeline(): Promise<Timeline>;
}

declare global {
  var bench: BenchPage;
}

/** The same page around either way of joining. */
export function openBenchPage(join: Join): void {
  const cameraRunning = smallCamera();
  const firstFrame = Promise.withResolvers<number>();
  let joinedAt = Number.NaN;

  globalThis.bench = {
    async join(roomId) {
      joinedAt = now();
      await join(roomId, (camera) => show(camera).then(firstFrame.resolve, firstFrame.reject));
      await cameraRunning;
    },
    async timeline() {
      const firstFrameAt = await firstFrame.promise;
      const marked = phases.flatMap((phase) =>
        performance
          .getEntriesByName(phase)
          .map(({ startTime }) => [phase, performance.timeOrigin + startTime] as const),
      );
      return { joinedAt, firstFrameAt, phases: Object.fromEntries(marked) };
    },
  };
}
