import { TransportFailure } from './failure.ts';
import type { FetchContext } from './transport.ts';
import { waitUntil } from './waitUntil.ts';

/** What a caller who was turned away is told to wait, in milliseconds. */
const RETRY_AFTER_MS = 1_000;

/** Lets a bounded number in at once and makes a bounded number wait, first come, first served. */
export class Concurrency {
  readonly #limit: number;
  readonly #queueLimit: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limit: number, queueLimit: number) {
    this.#limit = limit;
    this.#queueLimit = queueLimit;
  }

  /**
   * Whoever came in must `leave`.
   * @returns undefined when the caller is in at once, else a promise that resolves when it is.
   * @throws TransportFailure `crowded` at once; the promise rejects with `late` or `abandoned`.
   */
  enter(caller: Pick<FetchContext, 'deadline' | 'signal'>): Promise<void> | undefined {
    if (this.#running < this.#limit) {
      this.#running++;
      return undefined;
    }
    if (this.#waiting.size >= this.#queueLimit) {
      throw new TransportFailure('crowded', `${this.#running} run and ${this.#waiting.size} wait`, {
        retryAfterMs: RETRY_AFTER_MS,
      });
    }
    let admit = (): void => {};
    const turn = new Promise<void>((resolve) => {
      admit = resolve;
    });
    this.#waiting.add(admit);
    return waitUntil(turn, caller.deadline, caller.signal).catch((error: unknown) => {
      // Its turn may have come in the same instant; then the place goes to the next.
      if (!this.#waiting.delete(admit)) this.leave();
      throw error;
    });
  }

  leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#running--;
    } else {
      this.#waiting.delete(next);
      next();
    }
  }
}
