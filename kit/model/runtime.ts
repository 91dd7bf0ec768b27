import { availableParallelism } from 'node:os';
import { CodedError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { BatchReport, ModelObserver } from './batchReport.ts';
import type { ModelDefinition } from './definition.ts';
import type { ModelHandle, PredictOptions } from './handle.ts';
import { type Manifest, readManifest } from './manifest.ts';
import type { WorkerAnswer } from './messages.ts';
import { ModelWorker } from './modelWorker.ts';
import { receiveError } from './sentError.ts';
import { traceBatch } from './traceBatch.ts';
import { WaitingItem } from './waitingItem.ts';

/** Items of one model that may wait; past it callers are told to come back. */
const MAX_WAITING = 1_000;
/** Each worker holds its own copy of every model's weights. */
const MAX_DEFAULT_WORKERS = 4;
/** How much one batch moves the measured time per item. */
const SMOOTHING = 0.2;
const FIRST_GUESS_MS_PER_ITEM = 5;
/** After a replacement failed to load, the next attempt waits this long. */
const RETRY_START_MS = 1_000;

export interface ModelRuntimeOptions {
  readonly log: Logger;
  /** Worker threads. By default one less than the cores, to leave the event loop one: at least 1, at most 4. */
  readonly workers?: number;
  readonly observer?: ModelObserver;
}

interface Model {
  /** By which the workers know it. */
  readonly number: number;
  readonly definition: ModelDefinition;
  readonly manifest: Manifest;
  /** In order of arrival. */
  readonly waiting: Set<WaitingItem>;
  msPerItem: number;
}

interface Slot {
  /** Null while a replacement starts or after one failed to. */
  worker: ModelWorker | null;
  busy: boolean;
  /** `performance.now()` before which no further replacement is tried. */
  restartAfter: number;
}

/**
 * Runs the models of one process in worker threads, so that inference never blocks the event loop.
 * Scheduling is pull-on-idle: a free worker takes what waits, oldest first, up to the model's `maxBatch`; there is no
 * timer. Calls made in one turn of the event loop wait together, and so become one batch.
 */
export class ModelRuntime {
  readonly #log: Logger;
  readonly #observer: ModelObserver;
  readonly #slots: readonly Slot[];
  readonly #models = new Set<Model>();
  #nextModel = 0;
  #dispatching = false;
  #closed = false;

  private constructor({ log, workers = defaultWorkers(), observer = {} }: ModelRuntimeOptions) {
    this.#log = log;
    this.#observer = observer;
    this.#slots = Array.from({ length: workers }, () => {
      const slot: Slot = { worker: null, busy: false, restartAfter: 0 };
      this.#employ(slot, new ModelWorker());
      return slot;
    });
  }

  static async start(options: ModelRuntimeOptions): Promise<ModelRuntime> {
    // onnxruntime 1.30 reports its use to its maker unless told not to.
    process.env.ORT_DISABLE_TELEMETRY ??= '1';
    return new ModelRuntime(options);
  }

  /**
   * Loads a model into every worker.
   * @throws CodedError `MODEL_UNAVAILABLE` when its folder is not whole.
   */
  async load<Input, Output>(definition: ModelDefinition<Input, Output>): Promise<ModelHandle<Input, Output>> {
    const manifest = await readManifest(definition.folder);
    const model: Model = {
      number: this.#nextModel++,
      definition: { folder: definition.folder, code: definition.code },
      manifest,
      waiting: new Set(),
      msPerItem: FIRST_GUESS_MS_PER_ITEM,
    };
    this.#models.add(model);
    try {
      await Promise.all(this.#slots.map(async ({ worker }) => worker && loadInto(worker, model)));
    } catch (error) {
      // A worker's replacement loads all of them, and must not fail on this one.
      this.#models.delete(model);
      throw error;
    }
    return {
      manifest,
      // What `definition.code` returns is an Output: both are typed by one ModelCode.
      predict: (item, options) => this.#predict(model, item, options) as Promise<Output>,
    };
  }

  /** Fails what waits and ends the workers. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#failWaiting(new CodedError('MODEL_FAILED', 'The model runtime was closed before this item was predicted.'));
    await Promise.all(this.#slots.map(({ worker }) => worker?.terminate()));
  }

  async #predict(model: Model, input: unknown, { signal }: PredictOptions = {}): Promise<unknown> {
    signal?.throwIfAborted();
    if (this.#closed) throw new CodedError('MODEL_FAILED', 'The model runtime is closed.');
    if (model.waiting.size >= MAX_WAITING) {
      const { name, version } = model.manifest;
      this.#observer.onRefusal?.({ model: name, version });
      const retryAfterMs = Math.ceil((model.waiting.size * model.msPerItem) / this.#slots.length);
      throw new CodedError(
        'OVERLOADED',
        `${model.waiting.size} items wait for the model ${name}; try again in ${retryAfterMs} ms.`,
        { details: { retryAfterMs } },
      );
    }
    const item = new WaitingItem(input, signal, (dropped) => model.waiting.delete(dropped));
    model.waiting.add(item);
    this.#dispatchSoon();
    return item.result;
  }

  /** At the end of this turn of the event loop: what the turn still adds goes into the same batch. */
  #dispatchSoon(): void {
    if (this.#dispatching) return;
    this.#dispatching = true;
    setImmediate(() => {
      this.#dispatching = false;
      this.#dispatch();
    });
  }

  #dispatch(): void {
    for (const slot of this.#slots) {
      if (slot.worker === null) this.#replace(slot);
      if (slot.worker === null || slot.busy) continue;
      const model = this.#longestWaiting();
      if (model === null) return;
      void this.#run(slot, slot.worker, model, takeBatch(model));
    }
  }

  #longestWaiting(): Model | null {
    let longest: Model | null = null;
    let since = Number.POSITIVE_INFINITY;
    for (const model of this.#models) {
      const [first] = model.waiting;
      if (first !== undefined && first.enqueuedAt < since) {
        longest = model;
        since = first.enqueuedAt;
      }
    }
    return longest;
  }

  async #run(slot: Slot, worker: ModelWorker, model: Model, items: readonly WaitingItem[]): Promise<void> {
    const takenAt = now();
    slot.busy = true;
    const answer = await worker
      .ask({ kind: 'predict', model: model.number, items: items.map((item) => item.input) })
      .catch((cause: Error) => cause);
    slot.busy = false;
    this.#dispatch();
    this.#report(model, items, settle(items, answer, model.manifest.name), takenAt, answer);
  }

  #report(
    model: Model,
    items: readonly WaitingItem[],
    outcome: { failedItems: number; failure: Error | null },
    takenAt: number,
    answer: WorkerAnswer | Error,
  ): void {
    const endedAt = now();
    const measured = !(answer instanceof Error) && answer.kind === 'predicted';
    const report: BatchReport = {
      model: model.manifest.name,
      version: model.manifest.version,
      items: items.length,
      waitingSince: items[0]?.enqueuedAt ?? takenAt,
      startedAt: measured ? Math.max(takenAt, endedAt - answer.runMs) : takenAt,
      endedAt,
      ...outcome,
    };
    if (measured) {
      model.msPerItem += SMOOTHING * (answer.runMs / items.length - model.msPerItem);
    }
    if (report.failure) this.#log.error({ err: report.failure, model: report.model }, 'a batch of predictions failed');
    traceBatch(items, report);
    this.#observer.onBatch?.(report);
  }

  #employ(slot: Slot, worker: ModelWorker): void {
    slot.worker = worker;
    void worker.ended.then((reason) => {
      if (this.#closed) return;
      this.#log.error({ err: reason }, 'a model worker died; it is being replaced');
      slot.worker = null;
      this.#replace(slot);
    });
  }

  #replace(slot: Slot): void {
    if (this.#closed || performance.now() < slot.restartAfter) return;
    slot.restartAfter = Number.POSITIVE_INFINITY;
    const worker = new ModelWorker();
    Promise.all([...this.#models].map((model) => loadInto(worker, model))).then(
      () => {
        slot.restartAfter = 0;
        if (this.#closed) return worker.terminate();
        this.#employ(slot, worker);
        return this.#dispatch();
      },
      async (error: unknown) => {
        this.#log.error({ err: error }, 'a replacement for a model worker could not start');
        slot.restartAfter = performance.now() + RETRY_START_MS;
        await worker.terminate();
        if (this.#slots.every((other) => other.worker === null)) {
          this.#failWaiting(new CodedError('MODEL_FAILED', 'No model worker could be started.', { cause: error }));
        }
      },
    );
  }

  #failWaiting(error: CodedError): void {
    for (const { waiting } of this.#models) {
      const items = [...waiting];
      waiting.clear();
      for (const item of items) item.fail(error);
    }
  }
}

function takeBatch({ waiting, manifest }: Model): readonly WaitingItem[] {
  const items: WaitingItem[] = [];
  for (const item of waiting) {
    if (items.length === manifest.maxBatch) break;
    waiting.delete(item);
    items.push(item);
  }
  return items;
}

function settle(
  items: readonly WaitingItem[],
  answer: WorkerAnswer | Error,
  model: string,
): { failedItems: number; failure: Error | null } {
  if (!(answer instanceof Error) && answer.kind === 'predicted') {
    let failedItems = 0;
    for (const [index, item] of items.entries()) {
      const result = answer.results[index];
      if (result !== undefined && 'value' in result) item.succeed(result.value);
      else if (result !== undefined) {
        failedItems++;
        item.fail(receiveError(result.error, model));
      }
    }
    return { failedItems, failure: null };
  }
  const failure =
    answer instanceof Error || answer.kind === 'loaded'
      ? new CodedError('MODEL_FAILED', `The worker that ran the model ${model} died.`, { cause: answer })
      : receiveError(answer.error, model);
  for (const item of items) item.fail(failure);
  return { failedItems: items.length, failure };
}

async function loadInto(worker: ModelWorker, { number, definition, manifest }: Model): Promise<void> {
  const answer = await worker.ask({
    kind: 'load',
    model: number,
    folder: definition.folder.href,
    code: definition.code.href,
    manifest,
  });
  if (answer.kind !== 'failed') return;
  const cause = receiveError(answer.error, manifest.name);
  if (answer.error.code !== null) throw cause;
  const message = `The model ${manifest.name} could not be loaded: ${answer.error.message}`;
  throw new CodedError('MODEL_UNAVAILABLE', message, { cause });
}

function defaultWorkers(): number {
  return Math.min(Math.max(availableParallelism() - 1, 1), MAX_DEFAULT_WORKERS);
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
