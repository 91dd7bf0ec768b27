import type { Manifest } from './manifest.ts';

export interface PredictOptions {
  /** Drops the item if it has not started, and rejects. */
  readonly signal?: AbortSignal;
}

/** A loaded model as resolvers see it: one item in, one result out; the runtime makes the batches. */
export interface ModelHandle<Input, Output> {
  readonly manifest: Manifest;
  /** @throws CodedError `MODEL_FAILED`, `OVERLOADED`, `DEADLINE_EXCEEDED` or what the model said of this item. */
  predict(item: Input, options?: PredictOptions): Promise<Output>;
}
