import type { Priority } from './lane.ts';
import type { Manifest } from './manifest.ts';

export interface PredictOptions {
  /** Drops the item if it has not started, and rejects. */
  readonly signal?: AbortSignal;
  /** Epoch milliseconds. What cannot be done by then is refused at once, or dropped when that turns out. */
  readonly deadline?: number;
  /** `interactive` by default. */
  readonly priority?: Priority;
}

/** A loaded model as resolvers see it: one item in, one result out; the runtime makes the batches. */
export interface ModelHandle<Input, Output> {
  readonly manifest: Manifest;
  /** @throws CodedError `MODEL_FAILED`, `OVERLOADED`, `DEADLINE_EXCEEDED` or what the model said of this item. */
  predict(item: Input, options?: PredictOptions): Promise<Output>;
}
