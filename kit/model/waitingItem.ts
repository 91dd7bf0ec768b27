import { type Context, context } from '@opentelemetry/api';

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
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: () => void;

  /** @param drop called when the signal aborts, to take the item out of its queue. */
  constructor(input: unknown, signal: AbortSignal | undefined, drop: (item: WaitingItem) => void) {
    this.input = input;
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#signal = signal;
    this.#onAbort = () => {
      drop(this);
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
