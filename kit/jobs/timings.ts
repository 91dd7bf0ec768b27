/** How patient jobs are, in milliseconds. */
export interface JobTimings {
  /** A worker that has not been heard of for so long has lost what it ran. */
  readonly leaseMs: number;
  /** How often a worker tells its progress and hears of cancellations. */
  readonly pulseMs: number;
  /** What was announced and not begun is announced again after so long, then after three times as long, and so on. */
  readonly announceAgainMs: number;
  /** How often anybody looks for what a dead process left undone. */
  readonly pollMs: number;
  /** How long a handler has to stop once its signal aborted. */
  readonly stopMs: number;
}

export const JOB_TIMINGS: JobTimings = {
  leaseMs: 15_000,
  pulseMs: 250,
  announceAgainMs: 10_000,
  pollMs: 1_000,
  stopMs: 500,
};
