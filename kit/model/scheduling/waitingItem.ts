import { type Context, context } from '@opentelemetry/api';
import type { Answer } from '../worker/messages.ts';

/** One item on its way to a worker, and the promise of its answer. */
export class WaitingItem {
  readonly input: unknown;
  /** Epoch milliseconds. */
  readonly enqueuedAt = performance.timeOrigin + performance.now();
  /** The trace it belongs to. */
  readonly trace: Context = context.active();
  readonly answer: Promise<Answer>;
  /** Epoch milliseconds after which nobody waits for it; Infinity when there is none. */
  deadline: number;
  /** Set when a batch with it failed as a whole: it may be why. */
  alone = false;
  /** How many workers died of a batch with it. */
  crashes = 0;
  /** Takes it out of its queue. */
  onDrop: () => void = () => {};
  /** Whether it has its answer or its error; whoever waited has gone on. */
  settled = false;
  #resolve: (answer: Answer) => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor(input: unknown, deadline = Number.POSITIVE_INFINITY) {
    this.input = input;
    this.deadline = deadline;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  succeed(answer: Answer): void {
    this.settled = true;
    this.#resolve(answer);
  }

  fail(error: unknown): void {
    this.settled = true;
    this.#reject(error);
  }

  /** Nobody waits for it any more: it does not run unless it has begun to. */
  drop(reason: unknown): void {
    this.onDrop();
    this.fail(reason);
  }
}
