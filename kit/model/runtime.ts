import { availableParallelism } from 'node:os';
import { CodedError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { BatchReport, ModelObserver } from './batchReport.ts';
import type { ModelDefinition } from './definition.ts';
import type { ModelHandle, PredictOptions } from './handle.ts';
import { type Manifest, readManifest } from './manifest.ts';
import type { SentResult, WorkerAnswer } from './messages.ts';
import { ModelWorker, WorkerDied } from './modelWorker.ts';
import { type Batch, type Schedulable, Scheduler, tooLate } from './scheduler.ts';
import { receiveError } from './sentError.ts';
import { traceBatch } from './traceBatch.ts';
import { WaitingItem } from './waitingItem.ts';

/** Each worker holds its own copy of every model's weights. */
const MAX_DEFAULT_WORKERS = 4;
/** The one that runs and one that is there when it is done: between them the worker would wait for this thread. */
const MAX_UNDER_WAY = 2;
/** An item may have had the bad luck to be in a dying worker; not twice. */
const MAX_CRASHES = 1;
/** After a replacement failed to load, the next attempt waits this long. */
const RETRY_START_MS = 1_000;

export interface ModelRuntimeOptions {
  readonly log: Logger;
  /** Worker threads. By default one less than the cores, to leave the event loop one: at least 1, at most 4. */
  readonly workers?: number;
  readonly observer?: ModelObserver;
}

interface Model extends Schedulable {
  /** By which the workers know it. */
  readonly number: number;
  readonly definition: ModelDefinition;
  readonly manifest: Manifest;
}

interface Slot {
  /** Null while a replacement starts or after one failed to. */
  worker: ModelWorker | null;
  /** Batches that the worker has, the one that runs first. */
  readonly underWay: Batch<Model>[];
  /** When the first of them began, by `performance.now()`. */
  since: number;
  /** `performance.now()` before which no further replacement is tried. */
  restartAfter: number;
}

/**
 * Runs the models of one process in worker threads, so that inference never blocks the event loop. There is no timer:
 * a worker that has room is given what the scheduler says is next. Calls made in one turn of the event loop wait
 * together, and so may become one batch.
 */
export class ModelRuntime {
  readonly #log: Logger;
  readonly #observer: ModelObserver;
  readonly #slots: readonly Slot[];
  readonly #scheduler: Scheduler<Model>;
  readonly #models = new Set<Model>();
  #nextModel = 0;
  #dispatching = false;
  #closed = false;

  private constructor({ log, workers = defaultWorkers(), observer = {} }: ModelRuntimeOptions) {
    this.#log = log;
    this.#observer = observer;
    this.#scheduler = new Scheduler(workers);
    this.#slots = Array.from({ length: workers }, () => {
      const slot: Slot = { worker: null, underWay: [], since: 0, restartAfter: 0 };
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
    };
    this.#models.add(model);
    try {
      await Promise.all(this.#slots.map(async ({ worker }) => worker && loadInto(worker, model)));
    } catch (error) {
      // A worker's replacement loads all of them, and must not fail on this one.
      this.#models.delete(model);
      throw error;
    }
    const { sizeOf = () => 0 } = definition;
    return {
      manifest,
      // What `definition.code` returns is an Output: both are typed by one ModelCode.
      predict: (item, options) => this.#predict(model, item, sizeOf(item), options) as Promise<Output>,
    };
  }

  /** Fails what waits and ends the workers. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#failWaiting(new CodedError('MODEL_FAILED', 'The model runtime was closed before this item was predicted.'));
    await Promise.all(this.#slots.map(({ worker }) => worker?.terminate()));
  }

  async #predict(model: Model, input: unknown, size: number, options: PredictOptions = {}): Promise<unknown> {
    options.signal?.throwIfAborted();
    if (this.#closed) throw new CodedError('MODEL_FAILED', 'The model runtime is closed.');
    const item = new WaitingItem(input, options);
    try {
      this.#scheduler.add(model, item, size, options.priority ?? 'interactive');
    } catch (error) {
      const { name, version } = model.manifest;
      this.#observer.onRefusal?.({ model: name, version });
      item.fail(error);
    }
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

  /** Gives every idle worker a batch, then each a second one: an idle worker is worth more than a busy one's next. */
  #dispatch(): void {
    for (let ahead = 0; ahead < MAX_UNDER_WAY; ahead++) {
      for (const slot of this.#slots) {
        if (slot.worker === null) this.#replace(slot);
        if (slot.worker === null || slot.underWay.length !== ahead) continue;
        // What somebody waits for must find at most one batch of the patient kind before it.
        const batch = this.#scheduler.next(ahead === 0 ? 'all' : 'interactive', aheadMs(slot));
        if (batch === undefined) return;
        void this.#run(slot, slot.worker, batch);
      }
    }
  }

  async #run(slot: Slot, worker: ModelWorker, batch: Batch<Model>): Promise<void> {
    const takenAt = now();
    if (slot.underWay.push(batch) === 1) slot.since = performance.now();
    const answer = await worker
      .ask({ kind: 'predict', model: batch.lane.model.number, items: batch.items.map((item) => item.input) })
      .catch((cause: Error) => cause);
    // Of what a dying worker had, the first was running; its like is asked of a worker that is gone.
    const wasRunning = slot.underWay[0] === batch;
    if (!(answer instanceof WorkerDied)) {
      remove(slot.underWay, batch);
      slot.since = performance.now();
    }
    const ranMs = !(answer instanceof Error) && answer.kind === 'predicted' ? answer.runMs : undefined;
    this.#scheduler.done(batch, ranMs);
    const outcome = this.#settle(batch, answer, wasRunning);
    this.#dispatch();
    if (outcome) this.#report(batch, outcome, takenAt, ranMs);
  }

  /** Undefined when all of it will be tried again. */
  #settle(
    { lane, items }: Batch<Model>,
    answer: WorkerAnswer | Error,
    wasRunning: boolean,
  ): { readonly failedItems: number; readonly failure: Error | null } | undefined {
    const { name } = lane.model.manifest;
    if (!(answer instanceof Error) && answer.kind === 'predicted') {
      return { failedItems: settleEach(items, answer.results, lane.model), failure: null };
    }
    if (answer instanceof WorkerDied && !this.#closed) {
      if (wasRunning) for (const item of items) item.crashes += 1;
      const again = items.filter((item) => item.crashes <= MAX_CRASHES);
      if (wasRunning) for (const item of again) item.alone = true;
      lane.putBack(again);
      if (again.length === items.length) return undefined;
    } else if (items.length > 1 && !this.#closed) {
      // One of them may have spoiled it for the others.
      for (const item of items) item.alone = true;
      lane.putBack(items);
      return undefined;
    }
    const failure =
      answer instanceof WorkerDied || (!(answer instanceof Error) && answer.kind === 'loaded')
        ? new CodedError('MODEL_FAILED', `The worker that ran the model ${name} died.`, { cause: answer })
        : answer instanceof Error
          ? new CodedError('MODEL_FAILED', `The model ${name} cannot be sent this input.`, { cause: answer })
          : receiveError(answer.error, name);
    const failed = items.filter(
      (item) => this.#closed || !(answer instanceof WorkerDied) || item.crashes > MAX_CRASHES,
    );
    for (const item of failed) item.fail(failure);
    return { failedItems: failed.length, failure };
  }

  #report(
    { lane, items }: Batch<Model>,
    outcome: { readonly failedItems: number; readonly failure: Error | null },
    takenAt: number,
    ranMs: number | undefined,
  ): void {
    const endedAt = now();
    const { name, version } = lane.model.manifest;
    const report: BatchReport = {
      model: name,
      version,
      items: items.length,
      waitingSince: items[0]?.enqueuedAt ?? takenAt,
      startedAt: ranMs === undefined ? takenAt : Math.max(takenAt, endedAt - ranMs),
      endedAt,
      ...outcome,
    };
    if (report.failure) this.#log.error({ err: report.failure, model: name }, 'a batch of predictions failed');
    traceBatch(items, report);
    this.#observer.onBatch?.(report);
  }

  #employ(slot: Slot, worker: ModelWorker): void {
    slot.worker = worker;
    slot.underWay.length = 0;
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
    for (const model of this.#models) for (const item of this.#scheduler.remove(model)) item.fail(error);
  }
}

/** @returns how many failed. */
function settleEach(items: readonly WaitingItem[], results: readonly SentResult[], model: Model): number {
  let failedItems = 0;
  for (const [index, item] of items.entries()) {
    const result = results[index];
    // Whoever set a deadline has gone on without the answer.
    if (Date.now() > item.deadline) {
      failedItems++;
      item.fail(tooLate(model));
    } else if (result !== undefined && 'value' in result) item.succeed(result.value);
    else if (result !== undefined) {
      failedItems++;
      item.fail(receiveError(result.error, model.manifest.name));
    }
  }
  return failedItems;
}

/** What a worker still has to do, in milliseconds, as far as it is known. */
function aheadMs({ underWay, since }: Slot): number {
  if (underWay.length === 0) return 0;
  const expected = underWay.reduce((sum, { expectedMs }) => sum + expectedMs, 0);
  return Math.max(0, expected - (performance.now() - since));
}

function remove<Value>(from: Value[], value: Value): void {
  const index = from.indexOf(value);
  if (index >= 0) from.splice(index, 1);
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
