import { Worker } from 'node:worker_threads';
import { CodedError } from '../../kit/errors.ts';
import type { ServiceSdl } from '../../supergraph/compose.ts';
import type { ApiChange } from '../check/apiChanges.ts';
import type { Compared, Composed, TaskName, TaskReply, TaskRequest, Tasks } from './messages.ts';

export interface ComposerOptions {
  /** The most that one composition may take, in milliseconds. */
  readonly limitMs?: number;
  /** Compositions that may wait; more are refused as `OVERLOADED`. */
  readonly waiting?: number;
}

interface Task {
  readonly request: TaskRequest;
  readonly resolve: (result: never) => void;
  readonly reject: (reason: Error) => void;
}

const LIMIT_MS = 60_000;
const WAITING = 200;
/** A composition of hundreds of subgraphs needs a few hundred megabytes; a hostile one any. */
const MAX_MEMORY_MB = 2_048;

/**
 * Composes on a thread of its own, one after another. One that takes too long or too much memory costs that thread its
 * life; the others go on in a new one.
 */
export class Composer {
  readonly #limitMs: number;
  readonly #waiting: number;
  readonly #tasks: Task[] = [];
  #running: { readonly task: Task; readonly timer: NodeJS.Timeout } | undefined;
  #worker: Worker | undefined;
  #ready = false;
  #closed = false;
  #lastId = 0;

  constructor({ limitMs = LIMIT_MS, waiting = WAITING }: ComposerOptions = {}) {
    this.#limitMs = limitMs;
    this.#waiting = waiting;
  }

  /**
   * @throws CodedError `COMPOSITION_FAILED` for schemas that cannot be composed within the limits, `OVERLOADED` when too
   * many wait. Schemas that do not compose are no error, but the result.
   */
  compose(services: readonly ServiceSdl[]): Promise<Composed> {
    return this.#do('compose', { services });
  }

  /** Composes, and compares with the supergraph that is served. @throws CodedError as `compose` does. */
  compare(services: readonly ServiceSdl[], before: string | null): Promise<Compared> {
    return this.#do('compare', { services, before });
  }

  /** What clients would notice between two supergraphs; none where there was nothing before. @throws CodedError as `compose` does. */
  diff(before: string | null, after: string): Promise<readonly ApiChange[]> {
    return this.#do('diff', { before, after });
  }

  /** What clients see of a supergraph, as SDL. @throws CodedError as `compose` does. */
  api(supergraphSdl: string): Promise<string> {
    return this.#do('api', { supergraphSdl });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    const running = this.#abandon();
    for (const task of [...(running ? [running] : []), ...this.#tasks.splice(0)]) {
      task.reject(new Error('the composer is closed'));
    }
    await worker?.terminate();
  }

  #do<Name extends TaskName>(name: Name, input: Parameters<Tasks[Name]>[0]): Promise<Awaited<ReturnType<Tasks[Name]>>> {
    if (this.#closed) return Promise.reject(new Error('the composer is closed'));
    if (this.#tasks.length >= this.#waiting) {
      return Promise.reject(
        new CodedError('OVERLOADED', 'Too many schemas wait to be composed; ask again.', {
          details: { retryAfterMs: 5_000 },
        }),
      );
    }
    return new Promise((resolve, reject) => {
      this.#tasks.push({ request: { id: ++this.#lastId, name, input } as TaskRequest, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#closed || this.#running) return;
    this.#worker ??= this.#start();
    if (!this.#ready) return;
    const task = this.#tasks.shift();
    if (task === undefined) {
      this.#worker.unref();
      return;
    }
    this.#worker.ref();
    this.#running = { task, timer: setTimeout(() => this.#overrun(), this.#limitMs) };
    this.#worker.postMessage(task.request);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    });
    worker.on('message', (reply: TaskReply) => this.#onReply(worker, reply));
    worker.on('error', (error) => this.#onDeath(worker, error));
    worker.on('exit', () => this.#onDeath(worker, new Error('the composer thread ended')));
    return worker;
  }

  #onReply(worker: Worker, reply: TaskReply): void {
    if (worker !== this.#worker) return;
    if (reply.kind === 'ready') this.#ready = true;
    else {
      const running = this.#running;
      if (reply.id !== running?.task.request.id) return;
      clearTimeout(running.timer);
      this.#running = undefined;
      if (reply.kind === 'done') running.task.resolve(reply.result as never);
      else running.task.reject(impossible(reply.reason));
    }
    this.#next();
  }

  #onDeath(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    // A thread that cannot even start will not start the next time either.
    const hopeless = this.#ready ? [] : this.#tasks.splice(0);
    this.#abandon()?.reject(impossible(error.message));
    for (const task of hopeless) task.reject(error);
    if (this.#tasks.length > 0) this.#next();
  }

  #overrun(): void {
    const worker = this.#worker;
    this.#abandon()?.reject(impossible(`it takes longer than ${this.#limitMs} ms`));
    void worker?.terminate();
    this.#next();
  }

  /** @returns the task that ran. */
  #abandon(): Task | undefined {
    const task = this.#running?.task;
    clearTimeout(this.#running?.timer);
    this.#running = undefined;
    this.#worker = undefined;
    this.#ready = false;
    return task;
  }
}

function impossible(reason: string): CodedError {
  return new CodedError('COMPOSITION_FAILED', `These schemas cannot be composed: ${reason}. Make them smaller.`);
}
