import type { ModelDefinition } from './definition.ts';
import type { Manifest } from './folder/manifest.ts';
import type { Signals } from './quality/signals.ts';

/** What a model's code is given to load from. */
export interface ModelFolder {
  readonly manifest: Manifest;
  /**
   * Reads a file of the manifest by its name there, its sha256 checked.
   * @throws CodedError `MODEL_UNAVAILABLE`
   */
  read(name: string): Promise<Buffer>;
  /** Runs once this version of the model is no longer needed; for what the garbage collector does not free. */
  onUnload(release: () => Promise<void>): void;
}

/** What a model says of one item, and what it noticed of it. */
export interface Prediction<Output> {
  /** Numbers in it are finite: one with NaN fails as `MODEL_FAILED`. */
  readonly output: Output;
  readonly signals: Signals;
}

export interface LoadedModel<Input, Output> {
  /**
   * One result for each item, in order; an `Error` in an item's place fails that item alone.
   * A CodedError reaches the caller as it is, any other error as `MODEL_FAILED`. Throwing fails the whole batch.
   */
  predict(items: readonly Input[]): Promise<readonly (Prediction<Output> | Error)[]>;
}

/** A model's code: runs in a worker thread, from raw input to result, and knows nothing of GraphQL. */
export interface ModelCode<Input, Output> {
  /** Predicted once by every worker before the model is ready: the first run is slow, and a broken model shows here. */
  readonly warmUp: readonly Input[];
  load(folder: ModelFolder): Promise<LoadedModel<Input, Output>>;
}

/** Declares a model; the module that makes it its default export is named by a `ModelDefinition`. */
export function defineModel<Input, Output>(code: ModelCode<Input, Output>): ModelCode<Input, Output> {
  return code;
}

/** The definition that goes with a model's code: `DefinitionOf<typeof import('./model.ts').default>`. */
export type DefinitionOf<Code> =
  Code extends ModelCode<infer Input, infer Output> ? ModelDefinition<Input, Output> : never;
