import { Worker } from 'node:worker_threads';
import { CodedError } from '../../../kit/errors.ts';
import type { Kind, Questions, ThreadAnswer } from './messages.ts';

/** What may wait for the thread; at a few milliseconds each it is a second and more. */
const MOST_WAITING = 500;
const RETRY_AFTER_MS = 1_000;

interface Pending {
  resolve(answer: Questions[Kind]['answer']): void;
  reject(error: Error): void;
}

/** The index of this process, in a thread of its own: the event loop is free while it is searched and built. */
export class IndexThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #dead: CodedError | null = null;

  /** @param modelFolder whose tokenizer has the English words */
  constructor(modelFolder: URL) {
    this.#worker = new Worker(new URL('./thread.mjs', import.meta.url), {
      execArgv: [],
      name: 'search',
      workerData: { modelFolder: modelFolder.href },
    });
    // It must not keep a process alive that has ended everything else.
    this.#worker.unref();
    this.#worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    let cause: unknown;
    this.#worker.on('error', (error) => {
      cause = error;
    });
    this.#worker.on('exit', () => {
      this.#dead = new CodedError('MODEL_FAILED', 'The index of products has ended; it is built again.', { cause });
      for (const { reject } of this.#pending.values()) reject(this.#dead);
      this.#pending.clear();
    });
  }

  get alive(): boolean {
    return this.#dead === null;
  }

  /** @throws CodedError `OVERLOADED`, or `MODEL_FAILED` where the thread ended or broke on this. */
  async ask<Asked extends Kind>(kind: Asked, given: Questions[Asked]['given']): Promise<Questions[Asked]['answer']> {
    if (this.#dead) throw this.#dead;
    if (this.#pending.size >= MOST_WAITING) {
      throw new CodedError('OVERLOADED', 'Too many searches wait for the index of products; try again.', {
        details: { retryAfterMs: RETRY_AFTER_MS },
      });
    }
    const id = ++this.#lastId;
    const answered = new Promise<Questions[Kind]['answer']>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
    });
    this.#worker.postMessage({ id, kind, given });
    // The thread answers each kind with its own.
    return (await answered) as Questions[Asked]['answer'];
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: ThreadAnswer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if ('answer' in answer) pending?.resolve(answer.answer);
    else {
      const cause = new Error(answer.error);
      pending?.reject(new CodedError('MODEL_FAILED', 'The index of products broke on this.', { cause }));
    }
  }
}
