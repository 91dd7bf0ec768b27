import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest } from './messages.ts';

type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/** The worker ended before it answered. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
}

/** One worker thread that loads models and predicts; each request gets its answer or rejects with `WorkerDied`. */
export class ModelWorker {
  /** Settles once the thread has ended, with why. */
  readonly ended: Promise<WorkerDied>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, { resolve(answer: WorkerAnswer): void; reject(error: Error): void }>();
  #nextId = 0;
  #dead: WorkerDied | null = null;
  #onAnswer: () => void = () => {};

  /** @param overlap whether it may work on several batches at once. */
  constructor({ overlap }: { readonly overlap: boolean }) {
    // Without execArgv the thread would inherit the process's loaders, which on Node 20 do not work in it.
    this.#worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      execArgv: [],
      name: 'model',
      workerData: { overlap },
    });
    this.#worker.on('message', (answer: WorkerAnswer) => {
      const pending = this.#pending.get(answer.id);
      this.#pending.delete(answer.id);
      pending?.resolve(answer);
      this.#onAnswer();
    });
    this.ended = new Promise((resolve) => {
      let cause: unknown;
      this.#worker.on('error', (error) => {
        cause = error;
      });
      this.#worker.on('exit', (code) => {
        this.#dead = new WorkerDied(`The model worker ended with exit code ${code}.`, { cause });
        for (const { reject } of this.#pending.values()) reject(this.#dead);
        this.#pending.clear();
        this.#onAnswer();
        resolve(this.#dead);
      });
    });
  }

  ask(request: Unnumbered<WorkerRequest>): Promise<WorkerAnswer> {
    if (this.#dead) return Promise.reject(this.#dead);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#worker.postMessage({ ...request, id });
      this.#pending.set(id, { resolve, reject });
    });
  }

  /**
   * Ends it once it has answered what it was asked, or after so many milliseconds. A thread that is ended within
   * onnxruntime's code may take the process with it.
   */
  async retire(patienceMs = Number.POSITIVE_INFINITY): Promise<void> {
    const end = performance.now() + patienceMs;
    while (this.#pending.size > 0 && performance.now() < end) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#onAnswer = resolve;
        if (Number.isFinite(end)) timer = setTimeout(resolve, Math.max(0, end - performance.now()));
      });
      clearTimeout(timer);
    }
    await this.terminate();
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }
}
