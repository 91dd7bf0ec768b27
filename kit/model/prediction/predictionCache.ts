import { LRUCache } from 'lru-cache';
import type { CacheOutcome } from '../observer.ts';
import type { Answer } from '../worker/messages.ts';
import type { Flight } from './flight.ts';

/** A key and the entries that lead from it to an answer. */
const ENTRY_BYTES = 200;
/** A larger answer is not kept: one page cut into lines would push out thousands of others. */
const LARGEST_BYTES = 512 * 1024;

/** An answer that is known, or the flight that will bring it. */
export type Found =
  | { readonly cache: 'hit'; readonly answer: Answer }
  | { readonly cache: Exclude<CacheOutcome, 'hit'>; readonly flight: Flight };

/**
 * What was predicted and what is being predicted, by the digest of all that an answer depends on. The answers that were
 * not asked for the longest leave when all take more than so many bytes.
 */
export class PredictionCache {
  readonly #answers: LRUCache<string, Answer>;
  readonly #flights = new Map<string, Flight>();

  constructor(maxBytes: number) {
    // The library takes 0 for no bound.
    this.#answers = new LRUCache({
      maxSize: Math.max(1, maxBytes),
      maxEntrySize: Math.min(Math.max(1, maxBytes), LARGEST_BYTES),
      sizeCalculation: ({ bytes }) => bytes + ENTRY_BYTES,
    });
  }

  /**
   * @param group flights of one group are joined: what somebody waits for must not join one that yields to others.
   * @param start makes a flight where there is neither; it may throw.
   */
  find(key: string, group: string, start: () => Flight): Found {
    const answer = this.#answers.get(key);
    if (answer) return { cache: 'hit', answer };
    const flightKey = `${group} ${key}`;
    const underWay = this.#flights.get(flightKey);
    if (underWay) return { cache: 'joined', flight: underWay };
    const flight = start();
    this.#flights.set(flightKey, flight);
    flight.onEnd = (arrived) => {
      this.#flights.delete(flightKey);
      if (arrived) this.#answers.set(key, arrived);
    };
    return { cache: 'miss', flight };
  }
}
