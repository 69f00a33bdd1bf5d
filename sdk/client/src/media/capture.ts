import type { UnavailableReason } from "./media-snapshot.ts";
import { unavailableReason } from "./unavailable-reason.ts";

/** A track, or why there is none. */
export type Capture = { readonly track: MediaStreamTrack } | { readonly reason: UnavailableReason };

/** Which device: `exact` when the person has just chosen it, `ideal` when it is a memory that may be stale. */
export interface DeviceWish {
  readonly deviceId?: ConstrainDOMString;
}

const constraints = {
  camera: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
} as const;

/** Opens a camera or a microphone. */
export async function capture(kind: "camera" | "microphone", wish: DeviceWish): Promise<Capture> {
  const request = { ...constraints[kind], ...wish };
  try {
    const stream = await open(kind === "camera" ? { video: request } : { audio: request });
    return take(stream, kind);
  } catch (error) {
    return { reason: unavailableReason(error) };
  }
}

/** Opens both with one question to the person; without one of them the other still works. */
export async function captureBoth(camera: DeviceWish, microphone: DeviceWish): Promise<[Capture, Capture]> {
  try {
    const stream = await open({
      video: { ...constraints.camera, ...camera },
      audio: { ...constraints.microphone, ...microphone },
    });
    return [take(stream, "camera"), take(stream, "microphone")];
  } catch (error) {
    const reason = unavailableReason(error);
    const denied = reason === "permission-denied" ? await deniedKinds() : [];
    // The person has just said no to both; asking for each again would be rude.
    if (reason === "permission-denied" && denied.length !== 1) return [{ reason }, { reason }];
    // One after the other: two questions at once would hide each other.
    const microphoneAlone = denied.includes("microphone") ? { reason } : await capture("microphone", microphone);
    return [denied.includes("camera") ? { reason } : await capture("camera", camera), microphoneAlone];
  }
}

/** Asks for a screen, window or tab with its sound; undefined when the person changed their mind. */
export async function captureScreen(): Promise<
  { video: MediaStreamTrack; audio: MediaStreamTrack | undefined } | { reason: UnavailableReason } | undefined
> {
  try {
    if (!navigator.mediaDevices?.getDisplayMedia) return { reason: "unsupported" };
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: true });
    const [video] = stream.getVideoTracks();
    const [audio] = stream.getAudioTracks();
    if (!video) return { reason: "not-found" };
    video.contentHint = "detail";
    return { video, audio };
  } catch (error) {
    const reason = unavailableReason(error);
    // The same error stands for "cancelled" and for a system that forbids it; only the text tells them apart.
    const bySystem = error instanceof Error && /system/i.test(error.message);
    return reason === "permission-denied" && !bySystem ? undefined : { reason };
  }
}

/** What the site may not use; browsers that don't tell count as allowing. */
async function deniedKinds(): Promise<("camera" | "microphone")[]> {
  const isDenied = async (name: "camera" | "microphone") => {
    // Known to browsers for longer than to the library of types.
    const status = await navigator.permissions?.query({ name: name as PermissionName }).catch(() => undefined);
    return status?.state === "denied";
  };
  const [camera, microphone] = await Promise.all([isDenied("camera"), isDenied("microphone")]);
  return [...(camera ? (["camera"] as const) : []), ...(microphone ? (["microphone"] as const) : [])];
}

async function open(request: MediaStreamConstraints): Promise<MediaStream> {
  // Absent without https.
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("No capture here.", "NotSupportedError");
  return navigator.mediaDevices.getUserMedia(request);
}

function take(stream: MediaStream, kind: "camera" | "microphone"): Capture {
  const [track] = kind === "camera" ? stream.getVideoTracks() : stream.getAudioTracks();
  return track ? { track } : { reason: "not-found" };
}
