import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** Latencies of one window; the percentiles are of this many to twice as many. */
const WINDOW = 1_000;
const MICROSECONDS = 1_000;
/** An hour; what takes longer counts as this. */
const LONGEST = 3_600_000 * MICROSECONDS;

export interface Percentiles {
  /** Milliseconds. */
  readonly p50: number;
  /** Milliseconds. */
  readonly p99: number;
}

/**
 * The latest latencies, in constant time and memory (30 kB) however many there are: two high dynamic range histograms,
 * each exact to 1%, take turns.
 */
export class LatencyWindow {
  #current = emptyHistogram();
  #previous = emptyHistogram();

  /** @param milliseconds what is negative or NaN is not counted. */
  record(milliseconds: number): void {
    if (!(milliseconds >= 0)) return;
    this.#current.record(Math.min(Math.max(Math.round(milliseconds * MICROSECONDS), 1), LONGEST));
    if (this.#current.count < WINDOW) return;
    [this.#previous, this.#current] = [this.#current, this.#previous];
    this.#current.reset();
  }

  /** Of the latest 1,000 to 2,000 latencies, or of all while there are fewer; null before the first. */
  percentiles(): Percentiles | null {
    const both = emptyHistogram();
    both.add(this.#previous);
    both.add(this.#current);
    if (both.count === 0) return null;
    return { p50: both.percentile(50) / MICROSECONDS, p99: both.percentile(99) / MICROSECONDS };
  }
}

function emptyHistogram(): RecordableHistogram {
  return createHistogram({ lowest: 1, highest: LONGEST, figures: 2 });
}
