import type { CodedError } from '../../errors.ts';
import type { WaitingItem } from '../scheduling/waitingItem.ts';
import type { Answer } from '../worker/messages.ts';

interface Passenger {
  readonly signal?: AbortSignal | undefined;
  /** Epoch milliseconds; Infinity when there is none. */
  readonly deadline: number;
  /** What to reject with when the answer comes after it. */
  readonly tooLate: () => CodedError;
}

/** What setTimeout can wait; later deadlines need no timer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** One item on its way and everyone who waits for its answer; it is dropped when the last of them has left. */
export class Flight {
  /** Called once, when nobody can join any more: with its answer, or without when it has none or nobody waits for it. */
  onEnd: (answer?: Answer) => void = () => {};
  readonly #item: WaitingItem;
  #passengers = 0;
  #ended = false;

  constructor(item: WaitingItem) {
    this.#item = item;
    item.answer.then(
      (answer) => this.#end(answer),
      () => this.#end(),
    );
  }

  /** Its answer; rejects with the reason of the signal, with what became of the item, or at the deadline with `tooLate()`. */
  join({ signal, deadline, tooLate }: Passenger): Promise<Answer> {
    this.#passengers += 1;
    this.#item.deadline = Math.max(this.#item.deadline, deadline);
    return new Promise((resolve, reject) => {
      const leaveWith = (reason: unknown): void => {
        release();
        reject(reason);
        this.#passengers -= 1;
        if (this.#passengers > 0) return;
        this.#end();
        this.#item.drop(reason);
      };
      const onAbort = (): void => leaveWith(signal?.reason);
      const leftMs = deadline - Date.now();
      const timer = leftMs < LONGEST_TIMER_MS ? setTimeout(() => leaveWith(tooLate()), Math.max(0, leftMs)) : undefined;
      const release = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#item.answer.then(
        (answer) => {
          release();
          // Not in its last millisecond: it would pass on the way to the caller.
          if (Date.now() < deadline) resolve(answer);
          else reject(tooLate());
        },
        (error: unknown) => {
          release();
          reject(error);
        },
      );
    });
  }

  #end(answer?: Answer): void {
    if (this.#ended) return;
    this.#ended = true;
    this.onEnd(answer);
  }
}
