/** Values of one window; the latest are this many to twice as many. */
const WINDOW = 500;

/**
 * Counts of one signal by bin, in the window that fills and in the one before it: its latest values at the cost of an
 * increment each, without remembering them. A window is full by the signal's own values, so that one which only some
 * of the items have is compared over as many as any other.
 */
export class WindowedCounts {
  /** Items of the baseline in each bin. */
  readonly baseline: readonly number[];
  #current: Uint32Array;
  #previous: Uint32Array;
  /** Values in `#current`. */
  #filled = 0;
  /** Whether `#previous` holds a window. */
  #complete = false;
  /** Whether a value came since `forgetWhenQuiet` was last called. */
  #heard = false;

  constructor(baseline: readonly number[]) {
    this.baseline = baseline;
    this.#current = new Uint32Array(baseline.length);
    this.#previous = new Uint32Array(baseline.length);
  }

  /** @param bin one that does not exist counts nothing. */
  add(bin: number): void {
    const items = this.#current[bin];
    if (items === undefined) return;
    this.#current[bin] = items + 1;
    this.#heard = true;
    this.#filled += 1;
    if (this.#filled === WINDOW) this.#rotate();
  }

  /** Forgets everything when no value came since the last call: what was long ago says nothing of now. */
  forgetWhenQuiet(): void {
    if (!this.#heard) {
      this.#current.fill(0);
      this.#previous.fill(0);
      this.#filled = 0;
      this.#complete = false;
    }
    this.#heard = false;
  }

  /** The latest 500 to 999 values by bin; null while there are fewer. */
  latest(): Uint32Array | null {
    if (!this.#complete) return null;
    return this.#current.map((items, bin) => items + (this.#previous[bin] ?? 0));
  }

  #rotate(): void {
    [this.#previous, this.#current] = [this.#current, this.#previous];
    this.#current.fill(0);
    this.#filled = 0;
    this.#complete = true;
  }
}
