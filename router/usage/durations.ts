/** Durations of requests as a histogram of Apollo's form: bucket `i` has those of at most 1.1^i microseconds. */
const BUCKETS = 384;
const BASE_LOG = Math.log(1.1);

export class Durations {
  readonly #counts: number[] = [];

  add(ms: number): void {
    const bucket = Math.min(Math.max(Math.ceil(Math.log(ms * 1_000) / BASE_LOG) || 0, 0), BUCKETS - 1);
    while (this.#counts.length <= bucket) this.#counts.push(0);
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
  }

  /** Two or more empty buckets in a row are one negative number; empty ones at the end are left out. */
  toReport(): number[] {
    const told: number[] = [];
    let empty = 0;
    for (const count of this.#counts) {
      if (count === 0) {
        empty += 1;
        continue;
      }
      if (empty > 0) told.push(empty === 1 ? 0 : -empty);
      told.push(count);
      empty = 0;
    }
    return told;
  }
}
