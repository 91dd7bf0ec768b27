import type { Priority } from '../model/scheduling/lane.ts';
import type { TensorMapping } from '../model/tensors.ts';

export interface InferenceOptions {
  /** One of `versions()`; without it the model's traffic weights choose. */
  readonly version?: string;
  /** Who asks: derived from the key, never the key. */
  readonly tenant: string;
  /** Aborts when the caller left, when the deadline passed or when another item of the request failed. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds; Infinity when the caller gave none. */
  readonly deadline: number;
  /** `batch` for an item of a large request. */
  readonly priority: Priority;
}

export interface Inference {
  readonly output: unknown;
  /** Which model answered. */
  readonly model: { readonly name: string; readonly version: string };
  /** True where a cheaper fallback answered. */
  readonly degraded: boolean;
}

/** A model as the protocol's servers see it. The model runtime's handles are adapted to it elsewhere. */
export interface InferenceModel {
  /** As in its manifest: `sentiment-minilm`. */
  readonly name: string;
  readonly tensors: TensorMapping;
  /** Versions that can be asked for: `['1.0.0', '1.1.0']`. */
  versions(): readonly string[];
  ready(version?: string): boolean;
  /**
   * Answers one item.
   * @throws CodedError
   */
  predict(item: unknown, options: InferenceOptions): Promise<Inference>;
}
