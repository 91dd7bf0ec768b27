import { type Context, context } from '@opentelemetry/api';
import type { PredictOptions } from './handle.ts';

/** One item on its way to a worker, and the promise its caller holds. */
export class WaitingItem {
  readonly input: unknown;
  /** Epoch milliseconds. */
  readonly enqueuedAt = performance.timeOrigin + performance.now();
  /** The trace it belongs to. */
  readonly trace: Context = context.active();
  readonly result: Promise<unknown>;
  #resolve: (value: unknown) => void = () => {};
  #reject: (error: unknown) => void = () => {};
  /** Epoch milliseconds; Infinity when there is none. */
  readonly deadline: number;
  /** Set when a batch with it failed as a whole: it may be why. */
  alone = false;
  /** How many workers died of a batch with it. */
  crashes = 0;
  /** Takes it out of its queue; called when its signal aborts. */
  onDrop: () => void = () => {};
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: () => void;

  constructor(input: unknown, { signal, deadline = Number.POSITIVE_INFINITY }: PredictOptions) {
    this.input = input;
    this.deadline = deadline;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#signal = signal;
    this.#onAbort = () => {
      this.onDrop();
      this.fail(signal?.reason);
    };
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  succeed(value: unknown): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#resolve(value);
  }

  fail(error: unknown): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#reject(error);
  }
}
