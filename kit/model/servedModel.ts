import { badInput, CodedError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { ModelDefinition } from './definition.ts';
import type { Manifest } from './folder/manifest.ts';
import type { ModelHandle, Predicted, PredictOptions } from './handle.ts';
import type { CacheOutcome, ModelObserver, PredictionReport } from './observer.ts';
import { leaveTimeToFallBack, mayFallBack } from './prediction/fallBack.ts';
import { Flight } from './prediction/flight.ts';
import type { InputKeys } from './prediction/inputKey.ts';
import type { Found, PredictionCache } from './prediction/predictionCache.ts';
import { traceKnownAnswer } from './prediction/traceKnownAnswer.ts';
import type { FeedbackStore } from './quality/feedbackStore.ts';
import type { PredictionIds } from './quality/predictionId.ts';
import type { ModelReport } from './report.ts';
import { reportModel } from './reportModel.ts';
import { tooLate } from './scheduling/scheduler.ts';
import { WaitingItem } from './scheduling/waitingItem.ts';
import { chooseVersion } from './versions/chooseVersion.ts';
import type { ModelVersion } from './versions/modelVersion.ts';
import type { VersionSet, VersionSetOptions } from './versions/versionSet.ts';
import type { Answer } from './worker/messages.ts';

export interface ServedModelOptions extends Omit<VersionSetOptions, 'definition'> {
  readonly cache: PredictionCache;
  readonly keys: InputKeys;
  readonly ids: PredictionIds;
  readonly observer: ModelObserver;
  readonly log: Logger;
  /** Where feedback is counted; without it there is none. */
  readonly feedback?: FeedbackStore | undefined;
}

interface Chosen {
  readonly version: ModelVersion;
  /** Of the input; null when it cannot be written down. */
  readonly digest: Buffer | null;
}

interface Answered extends Chosen {
  readonly answer: Answer;
}

/** A model with its versions, cache and fallback. */
export class ServedModel<Input, Output> implements ModelHandle<Input, Output> {
  readonly #definition: ModelDefinition<Input, Output>;
  readonly #options: ServedModelOptions;
  readonly #versions: VersionSet;
  readonly #fallback: ServedModel<Input, Output> | null;
  #unkeyed = 0;

  constructor(
    definition: ModelDefinition<Input, Output>,
    versions: VersionSet,
    fallback: ServedModel<Input, Output> | null,
    options: ServedModelOptions,
  ) {
    this.#definition = definition;
    this.#versions = versions;
    this.#fallback = fallback;
    this.#options = options;
  }

  get manifest(): Manifest {
    return this.#versions.first.loaded.pooled.manifest;
  }

  get tensors() {
    return this.#definition.tensors;
  }

  get versions(): readonly string[] {
    return this.#versions.routes.map(({ version }) => version);
  }

  get ready(): boolean {
    return this.#versions.routes.every(({ loaded }) => loaded.pool.ready);
  }

  async predict(item: Input, options: PredictOptions = {}): Promise<Predicted<Output>> {
    options.signal?.throwIfAborted();
    const fallback = this.#fallback;
    const chosen = this.#choose(item, options);
    if (fallback === null) return this.#toPredicted(await this.#answer(item, chosen, options), false);
    try {
      return this.#toPredicted(await this.#answer(item, chosen, leaveTimeToFallBack(options)), false);
    } catch (error) {
      if (options.signal?.aborted || !mayFallBack(error)) throw error;
      const { name, version } = chosen.version.pooled.manifest;
      this.#options.observer.onFallback({ model: name, version, reason: error.code });
      const { version: _, ...rest } = options;
      const answered = await fallback
        .#answer(item, fallback.#choose(item, rest), rest)
        .catch(() => Promise.reject(error));
      return fallback.#toPredicted(answered, true);
    }
  }

  async feedback(predictionId: string, label: string): Promise<boolean> {
    const { feedback, ids } = this.#options;
    const prediction = ids.read(predictionId);
    const mine = [this, ...(this.#fallback ? [this.#fallback] : [])].find(
      ({ manifest }) => manifest.name === prediction.model,
    );
    if (mine === undefined) {
      throw badInput(
        `predictionId: expected one that ${this.manifest.name} gave, got one of ${prediction.model}.`,
        'predictionId',
      );
    }
    const labels = mine.#labelsOf(prediction.version);
    if (!labels.includes(label)) {
      throw badInput(`label: expected one of ${labels.join(', ')}, got ${JSON.stringify(label)}.`, 'label');
    }
    if (feedback === undefined) throw new TypeError(`The model ${prediction.model} has nowhere to count feedback.`);
    return feedback.count(prediction, label);
  }

  reload(): Promise<void> {
    return this.#versions.reload();
  }

  async report(): Promise<readonly ModelReport[]> {
    return Promise.all([this.#reportOwn(false), ...(this.#fallback ? [this.#fallback.#reportOwn(true)] : [])]);
  }

  close(): void {
    this.#versions.close();
    this.#fallback?.close();
  }

  /** Of a version that is no longer served, those of the one with the most traffic. */
  #labelsOf(version: string): readonly string[] {
    const route = this.#versions.routes.find((one) => one.version === version) ?? this.#versions.first;
    return route.loaded.pooled.manifest.labels;
  }

  /** The version that the options or the traffic's weights choose. */
  #choose(input: Input, { version, identity, dataVersion = '' }: PredictOptions): Chosen {
    const { routes, first } = this.#versions;
    const digest = this.#options.keys.digest(input, { tenant: identity?.tenant ?? null, dataVersion }) ?? null;
    if (version !== undefined) {
      const route = routes.find((one) => one.version === version);
      if (route) return { version: route.loaded, digest };
      const message = `The model ${this.manifest.name} has no version ${version} here; there is ${this.versions.join(', ')}.`;
      throw new CodedError('NOT_FOUND', message);
    }
    if (routes.length === 1) return { version: first.loaded, digest };
    const key = identity?.subject ?? digest?.toString('latin1') ?? String(this.#unkeyed++);
    return { version: chooseVersion(routes, key).loaded, digest };
  }

  async #answer(input: Input, { version, digest }: Chosen, options: PredictOptions): Promise<Answered> {
    const { observer } = this.#options;
    const askedAt = performance.now();
    const end = version.begin();
    let cache: CacheOutcome = 'miss';
    let outcome: PredictionReport['outcome'] = 'success';
    try {
      const found = this.#find(version, input, digest, options);
      cache = found.cache;
      const answer = await this.#await(found, version, options);
      // What is asked again and again is no shift of what is asked: each item counts once for as long as it is known.
      if (cache === 'miss') version.drift.observe(answer.signals);
      version.latency.record(performance.now() - askedAt);
      return { answer, version, digest };
    } catch (error) {
      outcome = outcomeOf(error, options.signal);
      throw error;
    } finally {
      const ms = performance.now() - askedAt;
      observer.onPrediction({ model: version.pooled.manifest.name, version: version.version, outcome, cache, ms });
      end();
    }
  }

  #find(version: ModelVersion, input: Input, digest: Buffer | null, options: PredictOptions): Found {
    const { deadline, priority = 'interactive' } = options;
    const start = (): Flight => {
      const item = new WaitingItem(input, deadline);
      version.pool.add(version.pooled, item, this.#definition.sizeOf?.(input) ?? 0, priority);
      return new Flight(item);
    };
    if (digest === null) return { cache: 'miss', flight: start() };
    return this.#options.cache.find(`${version.digest} ${digest.toString('latin1')}`, priority, start);
  }

  #await(found: Found, version: ModelVersion, { signal, deadline = Number.POSITIVE_INFINITY }: PredictOptions) {
    if (found.cache !== 'miss') traceKnownAnswer(version.pooled.manifest, found.cache);
    if (found.cache === 'hit') return found.answer;
    return found.flight.join({ signal, deadline, tooLate: () => tooLate(version.pooled) });
  }

  #toPredicted({ answer, version, digest }: Answered, degraded: boolean): Predicted<Output> {
    const { name } = version.pooled.manifest;
    const { label, confidence = null } = answer.signals;
    return {
      // What the definition's code returns is an Output: both are typed by one ModelCode.
      output: answer.output as Output,
      model: { name, version: version.version },
      confidence,
      degraded,
      predictionId: () => {
        if (label === undefined || confidence === null || digest === null) {
          throw new TypeError(`The model ${name} gives no label with a confidence, so there is nothing to tell of it.`);
        }
        return this.#options.ids.sign({
          model: name,
          version: version.version,
          label,
          confidence,
          inputDigest: digest,
        });
      },
    };
  }

  #reportOwn(fallback: boolean): Promise<ModelReport> {
    const { routes } = this.#versions;
    return reportModel({ ...this.#options, name: this.manifest.name, fallback, routes });
  }
}

function outcomeOf(error: unknown, signal: AbortSignal | undefined): PredictionReport['outcome'] {
  if (error instanceof CodedError && error.code === 'DEADLINE_EXCEEDED') return 'late';
  if (signal?.aborted) return 'cancelled';
  return error instanceof CodedError && error.code === 'OVERLOADED' ? 'refused' : 'failure';
}
