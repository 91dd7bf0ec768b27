import { randomBytes } from 'node:crypto';
import type { Logger } from '../log.ts';
import type { ModelDefinition } from './definition.ts';
import type { Manifest } from './folder/manifest.ts';
import type { ModelHandle } from './handle.ts';
import type { ModelObserver } from './observer.ts';
import { InputKeys } from './prediction/inputKey.ts';
import { PredictionCache } from './prediction/predictionCache.ts';
import type { FeedbackStore } from './quality/feedbackStore.ts';
import { createPredictionIds, type PredictionIds } from './quality/predictionId.ts';
import type { ModelReport } from './report.ts';
import { availableCores } from './scheduling/availableCores.ts';
import { WorkerPool } from './scheduling/workerPool.ts';
import { ServedModel } from './servedModel.ts';
import { VersionSet } from './versions/versionSet.ts';

const CACHE_BYTES = 32 * 1024 ** 2;
/** Items of one model and priority that may wait. */
const MAX_WAITING = 1_000;
/** … for a fallback, whose items take microseconds: it is there for what the others have no room for. */
const MAX_WAITING_FOR_FALLBACK = 10_000;
/** Batches that a worker of remote models may wait for at once. */
const REMOTE_UNDER_WAY = 16;

export interface ModelRuntimeOptions {
  readonly log: Logger;
  /** Worker threads, each with a copy of every model. By default one for each core that the process may use. */
  readonly workers?: number | undefined;
  /** At most so much is kept of earlier answers; 32 MiB by default, with 0 nothing. */
  readonly cacheBytes?: number;
  /**
   * Signs prediction ids and keys the digests of inputs. Processes with the same one accept each other's ids; by default
   * it is a random one, and what a process gave ends with it.
   */
  readonly key?: string | undefined;
  readonly observer?: Partial<ModelObserver>;
}

export interface LoadOptions {
  readonly feedback?: FeedbackStore;
}

/** Runs the models of one process, in worker threads that they share. */
export class ModelRuntime {
  readonly #log: Logger;
  readonly #observer: ModelObserver;
  readonly #cache: PredictionCache;
  readonly #keys: InputKeys;
  readonly #ids: PredictionIds;
  readonly #local: WorkerPool;
  /** Of threads of their own: a fallback is there when the others are busy or broken, and who waits for another machine holds up no core. */
  #fallback: WorkerPool | undefined;
  #remote: WorkerPool | undefined;
  readonly #models: ServedModel<never, unknown>[] = [];

  private constructor(options: ModelRuntimeOptions) {
    const {
      log,
      workers = availableCores(),
      cacheBytes = CACHE_BYTES,
      key = randomBytes(32).toString('hex'),
    } = options;
    this.#log = log;
    this.#observer = { onBatch: () => {}, onPrediction: () => {}, onFallback: () => {}, ...options.observer };
    this.#cache = new PredictionCache(cacheBytes);
    this.#keys = new InputKeys(Buffer.from(`inputs ${key}`));
    this.#ids = createPredictionIds(`predictions ${key}`);
    this.#local = this.#startPool({ workers });
  }

  static async start(options: ModelRuntimeOptions): Promise<ModelRuntime> {
    // onnxruntime 1.30 reports its use to its maker unless told not to.
    process.env.ORT_DISABLE_TELEMETRY ??= '1';
    return new ModelRuntime(options);
  }

  /** Whether every kind of worker that a model needs is there. */
  get ready(): boolean {
    return [this.#local, this.#fallback, this.#remote].every((pool) => pool === undefined || pool.ready);
  }

  /**
   * Loads the versions of a model that are to be served into every worker, and its fallback.
   * @throws CodedError `MODEL_UNAVAILABLE` when a folder is not whole or a model cannot predict its warm-up.
   */
  async load<Input, Output>(
    definition: ModelDefinition<Input, Output>,
    options: LoadOptions = {},
  ): Promise<ModelHandle<Input, Output>> {
    const model = await this.#serve(definition, definition.fallback ?? null, options);
    this.#models.push(model);
    return model;
  }

  /** How every model of the process does. */
  async report(): Promise<readonly ModelReport[]> {
    return (await Promise.all(this.#models.map((model) => model.report()))).flat();
  }

  /** Fails what waits and ends the workers. */
  async close(): Promise<void> {
    for (const model of this.#models) model.close();
    await Promise.all([this.#local, this.#fallback, this.#remote].map((pool) => pool?.close()));
  }

  async #serve<Input, Output>(
    definition: ModelDefinition<Input, Output>,
    fallback: ModelDefinition<Input, Output> | null,
    { feedback }: LoadOptions,
    pool?: WorkerPool,
  ): Promise<ServedModel<Input, Output>> {
    const options = {
      cache: this.#cache,
      keys: this.#keys,
      ids: this.#ids,
      observer: this.#observer,
      log: this.#log,
      feedback,
      poolFor: (manifest: Manifest) => pool ?? this.#poolFor(manifest),
    };
    const [versions, second] = await Promise.all([
      VersionSet.open({ ...options, definition: withoutTypes(definition) }),
      fallback && this.#serve(fallback, null, { ...(feedback && { feedback }) }, this.#fallbackPool()),
    ]);
    return new ServedModel(definition, versions, second, options);
  }

  #poolFor({ remote }: Manifest): WorkerPool {
    if (remote === undefined) return this.#local;
    this.#remote ??= this.#startPool({ underWay: REMOTE_UNDER_WAY, overlap: true });
    return this.#remote;
  }

  #fallbackPool(): WorkerPool {
    this.#fallback ??= this.#startPool({ maxWaiting: MAX_WAITING_FOR_FALLBACK });
    return this.#fallback;
  }

  #startPool({ workers = 1, underWay = 2, overlap = false, maxWaiting = MAX_WAITING }): WorkerPool {
    return new WorkerPool({ log: this.#log, observer: this.#observer, workers, underWay, overlap, maxWaiting });
  }
}

/** A set of versions passes items on as they are. */
function withoutTypes({ folder, code }: ModelDefinition<never, unknown>): ModelDefinition {
  return { folder, code };
}
