import { expect, type Locator } from "@playwright/test";

/**
 * Waits until sound arrives for the person in this tile: the energy of the track that their audio element plays grows,
 * and the element is not held back.
 * @param within milliseconds
 */
export async function expectHeard(tile: Locator, within = 15_000): Promise<void> {
  const before = await tile.locator("audio").evaluateAll(playedEnergy);
  await expect
    .poll(() => tile.locator("audio").evaluateAll(playedEnergy), { message: `sound in ${tile}`, timeout: within })
    .toBeGreaterThan(Math.max(before, 0));
}

/** Runs in the page. The energy received so far (RTCInboundRtpStreamStats.totalAudioEnergy), -1 where nothing plays. */
async function playedEnergy(elements: (HTMLElement | SVGElement)[]): Promise<number> {
  const [audio] = elements;
  if (!(audio instanceof HTMLAudioElement) || !(audio.srcObject instanceof MediaStream) || audio.paused) return -1;
  const [track] = audio.srcObject.getAudioTracks();
  for (const peer of window.chamcallHooks.peers) {
    if (peer.connectionState === "closed") continue;
    for (const stat of (await peer.getStats()).values()) {
      if (stat.type === "inbound-rtp" && stat.trackIdentifier === track?.id) return stat.totalAudioEnergy ?? -1;
    }
  }
  return -1;
}
