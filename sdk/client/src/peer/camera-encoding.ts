/** Limits for one copy of the own camera. */
export interface CameraEncoding {
  /** Bits per second. */
  readonly maxBitrate: number;
  readonly scaleResolutionDownBy: number;
}

/**
 * What each copy of the camera may cost when it is sent to `others` people: in a mesh each copy is encoded and
 * uploaded by itself, so the sum has to stay within an ordinary connection and processor. Up to five people in a room
 * see each other in 720p at 30 frames a second; beyond that the picture gets smaller.
 */
export function cameraEncoding(others: number): CameraEncoding {
  if (others <= 1) return { maxBitrate: 2_000_000, scaleResolutionDownBy: 1 };
  if (others <= 4) return { maxBitrate: 1_000_000, scaleResolutionDownBy: 1 };
  if (others <= 5) return { maxBitrate: 500_000, scaleResolutionDownBy: 2 };
  return { maxBitrate: 250_000, scaleResolutionDownBy: 3 };
}

/** Sets the limits on a sender; one that has been stopped or has no encoding yet is left alone. */
export async function applyEncoding(sender: RTCRtpSender, encoding: CameraEncoding): Promise<void> {
  const parameters = sender.getParameters();
  const [first] = parameters.encodings;
  if (!first) return;
  if (first.maxBitrate === encoding.maxBitrate && first.scaleResolutionDownBy === encoding.scaleResolutionDownBy)
    return;
  Object.assign(first, encoding);
  await sender.setParameters(parameters).catch(() => undefined);
}
