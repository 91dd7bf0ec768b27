import { CodedError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { ModelWorker, WorkerDied } from '../worker/modelWorker.ts';
import type { PoolObserver } from './batchReport.ts';
import { BusyWorker } from './busyWorker.ts';
import type { Priority } from './lane.ts';
import { loadInto } from './loadInto.ts';
import type { PooledModel } from './pooledModel.ts';
import { type Batch, Scheduler } from './scheduler.ts';
import { type Outcome, settleBatch } from './settleBatch.ts';
import { traceBatch } from './traceBatch.ts';
import type { WaitingItem } from './waitingItem.ts';

/** After a replacement failed to load, the next attempt waits this long. */
const RETRY_START_MS = 1_000;

export interface WorkerPoolOptions {
  readonly log: Logger;
  /** Worker threads. */
  readonly workers: number;
  /**
   * How many batches a worker may have. With 2, one runs and one is there when it is done: between them the worker would
   * wait for this thread.
   */
  readonly underWay: number;
  /** Items of one model and priority that may wait. */
  readonly maxWaiting: number;
  /** Whether a worker works on its batches at once, because it only waits for another machine. */
  readonly overlap: boolean;
  readonly observer: PoolObserver;
}

type Worker = BusyWorker<PooledModel>;

/** The place of one worker: workers die and are replaced or relieved, their place stays. */
interface Place {
  /** Null while a replacement starts. */
  worker: Worker | null;
}

/** How long a worker may take to end what it is at when all is closed, in milliseconds. */
const CLOSE_MS = 3_000;

/**
 * Worker threads that run models, so that inference never blocks the event loop. There is no timer: a worker that has
 * room is given what the scheduler says is next. What is added in one turn of the event loop waits together, and so may
 * become one batch.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #places: readonly Place[];
  /** All that live: those in a place, those that are still loading, and those that were relieved and finish their work. */
  readonly #alive = new Set<Worker>();
  readonly #scheduler: Scheduler<PooledModel>;
  /** Those that a worker has loaded once, and that each replacement therefore loads too. */
  readonly #models = new Set<PooledModel>();
  /** By which the workers know a model. */
  readonly #numbers = new WeakMap<PooledModel, number>();
  #nextNumber = 0;
  /** Whether any batch was given to a worker yet. */
  #atWork = false;
  #loading: Promise<void> = Promise.resolve();
  #dispatching = false;
  #closed = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#scheduler = new Scheduler(options.workers, options.maxWaiting, () => this.#underWay());
    this.#places = Array.from({ length: options.workers }, () => {
      const place: Place = { worker: null };
      this.#employ(place, this.#start());
      return place;
    });
  }

  /** Whether a worker is there. */
  get ready(): boolean {
    return !this.#closed && this.#places.some(({ worker }) => worker !== null);
  }

  /**
   * Loads a model into every worker and warms it up. Workers that are at work go on: one after the other is relieved by
   * a new one that has the model too.
   * @throws CodedError `MODEL_UNAVAILABLE` when its folder is not whole or it cannot predict its warm-up.
   */
  async load(model: PooledModel): Promise<void> {
    this.#numbers.set(model, this.#nextNumber++);
    // One after the other, so that at most one worker more than usual takes memory.
    const loaded = this.#loading.then(() => this.#loadEverywhere(model));
    this.#loading = loaded.catch(() => {});
    try {
      await loaded;
    } catch (error) {
      await this.unload(model);
      throw error;
    }
  }

  /** Frees what a model has in the workers. What still waits for it fails: call it when nothing does. */
  async unload(model: PooledModel): Promise<void> {
    this.#models.delete(model);
    const error = new CodedError('MODEL_FAILED', `The model ${model.manifest.name} was unloaded before it answered.`);
    for (const item of this.#scheduler.remove(model)) item.fail(error);
    await Promise.all([...this.#alive].map((worker) => this.#unloadFrom(worker, model)));
  }

  /**
   * @param size what the item weighs, such as its tokens.
   * @throws CodedError `OVERLOADED` for an item that cannot be done in time, or for which there is no room.
   */
  add(model: PooledModel, item: WaitingItem, size: number, priority: Priority): void {
    if (this.#closed) throw new CodedError('MODEL_FAILED', 'The model runtime is closed.');
    this.#scheduler.add(model, item, size, priority);
    this.#dispatchSoon();
  }

  /** Items that wait for a worker. */
  waiting(model: PooledModel): number {
    return this.#scheduler.waiting(model);
  }

  /** Fails what waits, and ends the workers once they have done what they are at. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#failWaiting(new CodedError('MODEL_FAILED', 'The model runtime was closed before this item was predicted.'));
    await Promise.all([...this.#alive].map(({ worker }) => worker.retire(CLOSE_MS)));
  }

  #underWay(): { busy: boolean; remainingMs: number } {
    let [busy, remainingMs] = [false, 0];
    for (const { worker } of this.#places) {
      if (worker === null || worker.underWay === 0) continue;
      busy = true;
      remainingMs += worker.remainingMs();
    }
    return { busy, remainingMs };
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

  /** Gives every idle worker a batch, then each a further one, those first that are done first. */
  #dispatch(): void {
    for (let ahead = 0; ahead < this.#options.underWay; ahead++) {
      const workers = this.#places.flatMap(({ worker }) =>
        worker !== null && worker.underWay === ahead ? [worker] : [],
      );
      workers.sort((a, b) => a.remainingMs() - b.remainingMs());
      for (const worker of workers) {
        // What somebody waits for must find at most one batch of the patient kind before it.
        const choice = ahead === 0 ? 'all' : worker.hasBatchClass ? 'interactive' : 'due';
        const batch = this.#scheduler.next(choice, worker.remainingMs());
        if (batch) void this.#run(worker, batch);
      }
    }
  }

  async #run(worker: Worker, batch: Batch<PooledModel>): Promise<void> {
    const takenAt = now();
    this.#atWork = true;
    worker.give(batch);
    const { lane, items } = batch;
    const model = this.#numbers.get(lane.model) ?? -1;
    const answer = await worker.worker
      .ask({ kind: 'predict', model, items: items.map(({ input }) => input) })
      .catch((cause: Error) => cause);
    // Of what a dying worker had, the first was running; its like is asked of a worker that is gone.
    const wasRunning = this.#options.overlap || worker.isFirst(batch);
    if (!(answer instanceof WorkerDied)) worker.finish(batch);
    const ranMs = !(answer instanceof Error) && answer.kind === 'predicted' ? answer.runMs : undefined;
    this.#scheduler.done(batch, ranMs);
    if (ranMs !== undefined) {
      lane.model.served.batches += 1;
      lane.model.served.items += items.length;
    }
    const outcome = this.#closed ? undefined : settleBatch(batch, answer, wasRunning);
    if (this.#closed)
      for (const item of items) item.fail(new CodedError('MODEL_FAILED', 'The model runtime is closed.'));
    this.#dispatch();
    if (outcome) this.#report(batch, outcome, takenAt, ranMs);
  }

  #report({ lane, items }: Batch<PooledModel>, outcome: Outcome, takenAt: number, ranMs: number | undefined): void {
    const endedAt = now();
    const { name, version } = lane.model.manifest;
    const report = {
      model: name,
      version,
      items: items.length,
      waitingSince: items[0]?.enqueuedAt ?? takenAt,
      startedAt: ranMs === undefined ? takenAt : Math.max(takenAt, endedAt - ranMs),
      endedAt,
      ...outcome,
    };
    if (report.failure) this.#options.log.error({ err: report.failure, model: name }, 'a batch of predictions failed');
    traceBatch(items, report);
    this.#options.observer.onBatch(report);
  }

  /** The first worker that loads it shows that it is whole; from then on each replacement loads it. */
  async #loadEverywhere(model: PooledModel): Promise<void> {
    for (;;) {
      // Where there is none, a replacement is on its way, and has it once the model is known to be whole.
      const without = this.#places.filter(({ worker }) => !(worker?.models ?? this.#models).has(model));
      if (without.length === 0 || this.#closed) return;
      if (this.#atWork) for (const place of without) await this.#relieve(place, model);
      else await Promise.all(without.map((place) => this.#relieve(place, model)));
    }
  }

  /** Sees to it that the worker in a place has a model: the one that is there, or one that relieves it. */
  async #relieve(place: Place, model: PooledModel): Promise<void> {
    const before = place.worker;
    if (before !== null && !this.#atWork) {
      await this.#loadAll(before, [model]);
    } else {
      const relief = this.#start();
      await this.#loadAll(relief, [...this.#models, model]).catch((error: unknown) => this.#dismiss(relief, error));
      this.#models.add(model);
      void place.worker?.worker.retire();
      this.#employ(place, relief);
      this.#dispatch();
    }
    this.#models.add(model);
  }

  #start(): Worker {
    const worker = new BusyWorker<PooledModel>(new ModelWorker(this.#options));
    this.#alive.add(worker);
    void worker.worker.ended.then(() => this.#alive.delete(worker));
    return worker;
  }

  #employ(place: Place, worker: Worker): void {
    place.worker = worker;
    // Unloaded while this one loaded it.
    for (const model of worker.models) if (!this.#models.has(model)) void this.#unloadFrom(worker, model);
    void worker.worker.ended.then((reason) => {
      if (this.#closed || place.worker !== worker) return;
      this.#options.log.error({ err: reason }, 'a model worker died; it is being replaced');
      place.worker = null;
      this.#replace(place);
    });
  }

  #replace(place: Place): void {
    if (this.#closed || place.worker !== null) return;
    const worker = this.#start();
    this.#loadMissing(worker).then(
      () => {
        if (this.#closed || place.worker !== null) return worker.worker.terminate();
        this.#employ(place, worker);
        return this.#dispatch();
      },
      async (error: unknown) => {
        this.#options.log.error({ err: error }, 'a replacement for a model worker could not start');
        await worker.worker.terminate();
        if (!this.ready) {
          this.#failWaiting(new CodedError('MODEL_FAILED', 'No model worker could be started.', { cause: error }));
        }
        setTimeout(() => this.#replace(place), RETRY_START_MS).unref();
      },
    );
  }

  /** Until none is missing: another may come while these load. */
  async #loadMissing(worker: Worker): Promise<void> {
    for (;;) {
      const missing = [...this.#models].filter((model) => !worker.models.has(model));
      if (missing.length === 0) return;
      await this.#loadAll(worker, missing);
    }
  }

  async #loadAll(worker: Worker, models: readonly PooledModel[]): Promise<void> {
    await Promise.all(
      models.map(async (model) => {
        await loadInto(worker.worker, model, this.#numbers.get(model) ?? -1);
        worker.models.add(model);
      }),
    );
  }

  async #unloadFrom(worker: Worker, model: PooledModel): Promise<void> {
    const number = this.#numbers.get(model);
    if (!worker.models.delete(model) || number === undefined) return;
    // A worker that died has nothing left to free.
    await worker.worker.ask({ kind: 'unload', model: number }).catch(() => {});
  }

  async #dismiss(worker: Worker, error: unknown): Promise<never> {
    await worker.worker.terminate();
    throw error;
  }

  #failWaiting(error: CodedError): void {
    for (const model of this.#models) for (const item of this.#scheduler.remove(model)) item.fail(error);
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
