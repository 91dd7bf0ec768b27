import { TERMINAL_STATES } from '../../kit/jobs/job.ts';
import type { JobRow } from './store.ts';

/** Somebody who waits in `next`. */
interface Reader {
  resolve(result: IteratorResult<JobRow, undefined>): void;
  reject(error: unknown): void;
}

const DONE = { value: undefined, done: true } as const;

/**
 * What one subscriber sees of a job: its state, and each later one, until it has ended. Of states that come faster than
 * they are read only the newest is kept, so that a slow reader costs nothing. `return` ends it at once, also while
 * `next` waits.
 */
export class JobUpdates implements AsyncIterableIterator<JobRow, undefined> {
  readonly id: string;
  readonly #onEnd: (updates: JobUpdates) => void;
  readonly #readers: Reader[] = [];
  #seen = '';
  #unread: JobRow | undefined;
  #failure: { readonly error: unknown } | undefined;
  #ended = false;

  constructor(id: string, onEnd: (updates: JobUpdates) => void) {
    this.id = id;
    this.#onEnd = onEnd;
  }

  /** Takes the job as it is now; null when it was forgotten. */
  offer(job: JobRow | null): void {
    if (job === null) {
      this.#end();
      return;
    }
    const seen = visibleState(job);
    if (this.#ended || seen === this.#seen) return;
    this.#seen = seen;
    const reader = this.#readers.shift();
    if (reader) reader.resolve({ value: job, done: false });
    else this.#unread = job;
    if (TERMINAL_STATES.includes(job.state)) this.#end();
  }

  /** Ends with an error, once what is unread was read. */
  fail(error: unknown): void {
    if (this.#ended) return;
    const reader = this.#readers.shift();
    if (reader) reader.reject(error);
    else this.#failure = { error };
    this.#end();
  }

  async next(): Promise<IteratorResult<JobRow, undefined>> {
    const value = this.#unread;
    this.#unread = undefined;
    if (value) return { value, done: false };
    if (this.#failure) {
      const { error } = this.#failure;
      this.#failure = undefined;
      throw error;
    }
    if (this.#ended) return DONE;
    return new Promise((resolve, reject) => this.#readers.push({ resolve, reject }));
  }

  async return(): Promise<IteratorResult<JobRow, undefined>> {
    this.#unread = undefined;
    this.#failure = undefined;
    this.#end();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const reader of this.#readers.splice(0)) reader.resolve(DONE);
    this.#onEnd(this);
  }
}

/** What has to differ for a job to have changed, as far as the graph shows it. */
function visibleState({
  state,
  progress,
  attempt,
  error,
  runAt,
  startedAt,
  finishedAt,
  cancelRequested,
}: JobRow): string {
  return JSON.stringify([state, progress, attempt, error, runAt, startedAt, finishedAt, cancelRequested]);
}
