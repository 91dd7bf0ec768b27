/** How much one more batch takes away from the weight of those before. */
const FORGETTING = 0.03;
/** A batch has to be this much cheaper for each of its items than they are alone: it makes the first wait for the last. */
const WORTHWHILE = 0.85;
/** Where items go alone, one in so many times they go together, or it would never be known that it pays again. */
const TRY_EVERY = 32;
/** Below this share of the squared mean, the sizes seen do not tell what a size costs. */
const LEAST_VARIANCE = 0.01;

/**
 * What batches of one kind of item cost, learned from those that ran: `t = a·n + b` milliseconds for n items, fitted by
 * least squares, recent ones weighing more. While all were of about one size, b is taken to be 0.
 */
export class BatchCost {
  readonly #guessMs: number;
  #weight = 0;
  #items = 0;
  #itemsSquared = 0;
  #ms = 0;
  #itemsTimesMs = 0;
  /** The first that could go together do. */
  #alone = TRY_EVERY - 1;

  /** @param guessMs what one item may take, until one has run. */
  constructor(guessMs: number) {
    this.#guessMs = guessMs;
  }

  learn(items: number, ms: number): void {
    const keep = 1 - FORGETTING;
    this.#weight = this.#weight * keep + 1;
    this.#items = this.#items * keep + items;
    this.#itemsSquared = this.#itemsSquared * keep + items * items;
    this.#ms = this.#ms * keep + ms;
    this.#itemsTimesMs = this.#itemsTimesMs * keep + items * ms;
  }

  /** Milliseconds that a worker is expected to need for so many items together. */
  estimate(items: number): number {
    const { perItem, perBatch } = this.#fit();
    return perItem * items + perBatch;
  }

  /** Milliseconds for each item when many wait. */
  estimatePerItem(most: number): number {
    return Math.min(this.estimate(1), this.estimate(most) / most);
  }

  /** How many of those that wait to take together, at most `most`. */
  batchSize(waiting: number, most: number): number {
    const together = Math.min(waiting, most);
    if (together <= 1) return 1;
    return this.#pays(together) || ++this.#alone % TRY_EVERY === 0 ? together : 1;
  }

  /** Milliseconds until an item is done once its batch begins, when many wait. */
  estimateBatch(most: number): number {
    return this.estimate(this.#pays(most) ? most : 1);
  }

  #pays(together: number): boolean {
    return this.estimate(together) / together <= WORTHWHILE * this.estimate(1);
  }

  /** The most items that are expected to be done within so many milliseconds; at least 1. */
  mostWithin(ms: number): number {
    const { perItem, perBatch } = this.#fit();
    return Math.max(1, Math.floor((ms - perBatch) / perItem));
  }

  #fit(): { readonly perItem: number; readonly perBatch: number } {
    if (this.#weight === 0) return { perItem: this.#guessMs, perBatch: 0 };
    const meanItems = this.#items / this.#weight;
    const meanMs = this.#ms / this.#weight;
    const variance = this.#itemsSquared / this.#weight - meanItems * meanItems;
    if (variance > LEAST_VARIANCE * meanItems * meanItems) {
      const perItem = (this.#itemsTimesMs / this.#weight - meanItems * meanMs) / variance;
      const perBatch = meanMs - perItem * meanItems;
      if (perItem > 0 && perBatch >= 0) return { perItem, perBatch };
    }
    return { perItem: meanMs / meanItems, perBatch: 0 };
  }
}
