import type { Identity } from '../context.ts';
import type { Manifest } from './folder/manifest.ts';
import type { ModelReport } from './report.ts';
import type { Priority } from './scheduling/lane.ts';
import type { TensorMapping } from './tensors.ts';

/** A resolver's request context has what is asked for here: `predict(text, context)`. */
export interface PredictOptions {
  /** Drops the item if it has not started, and rejects. */
  readonly signal?: AbortSignal;
  /** Epoch milliseconds. What cannot be done by then is refused at once, or dropped when that turns out. */
  readonly deadline?: number;
  /** For whom: tenants share no cached answer, and of several versions a subject keeps to one. */
  readonly identity?: Pick<Identity, 'tenant' | 'subject'>;
  /** `interactive` by default. */
  readonly priority?: Priority;
  /** The version of an index or a projection that the answer depends on beside the item. */
  readonly dataVersion?: string;
  /** This version instead of the one that the traffic's weights choose. */
  readonly version?: string;
}

/** A model's answer and where it comes from. */
export interface Predicted<Output> {
  readonly output: Output;
  readonly model: { readonly name: string; readonly version: string };
  /** Calibrated probability that the answer is right, 0 to 1; null where the model has none. */
  readonly confidence: number | null;
  /** Whether a cheaper model answered because the model itself could not. */
  readonly degraded: boolean;
  /** A signed token by which a client may later tell what the label should have been. */
  predictionId(): string;
}

/** A loaded model as resolvers see it: one item in, one answer out; the runtime makes the batches. */
export interface ModelHandle<Input, Output> {
  /** Of the version with the most traffic. */
  readonly manifest: Manifest;
  readonly tensors: TensorMapping | undefined;
  /** Those that can be asked for, most traffic first. */
  readonly versions: readonly string[];
  /** Whether a worker is there to run it. */
  readonly ready: boolean;
  /**
   * @throws CodedError `MODEL_FAILED`, `MODEL_UNAVAILABLE` (a remote model's server), `OVERLOADED`, `DEADLINE_EXCEEDED`,
   * `NOT_FOUND` (the version) or what the model said of this item.
   */
  predict(item: Input, options?: PredictOptions): Promise<Predicted<Output>>;
  /**
   * Counts what the label of an earlier prediction should have been.
   * @returns false when that prediction was counted before.
   * @throws CodedError `BAD_USER_INPUT` for an id that this model did not give, or a label it does not have.
   */
  feedback(predictionId: string, label: string): Promise<boolean>;
  /**
   * Reads which versions to serve, loads those that are new, then sends them their share; nothing that waits is lost.
   * @throws CodedError `MODEL_UNAVAILABLE`; then all is as before.
   */
  reload(): Promise<void>;
  /** How it does, and its fallback. */
  report(): Promise<readonly ModelReport[]>;
}
