/** Counters of one media path at one moment; totals count from the start of the path. */
export interface LinkSample {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly bytesReceived: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  /** Seconds. */
  readonly jitter: number;
  /** Seconds; undefined before the first measurement. */
  readonly roundTripTime: number | undefined;
  /** Seconds that received video has stood still. */
  readonly freezes: number;
  /** Share of what this client sends that gets lost, 0..1, as the other side last reported. */
  readonly sentLoss: number;
  /** 0..1 */
  readonly audioLevel: number;
}
