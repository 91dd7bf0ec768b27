import type { TensorMapping } from './tensors.ts';

/**
 * Where a model lives. `Input` and `Output` are those of one item.
 * The types travel with the definition so that `context.models.<name>.predict` is typed without a cast.
 */
export interface ModelDefinition<Input = unknown, Output = unknown> {
  /** Folder with manifest.json beside the small trained files, and `versions/` for those that come while it runs. */
  readonly folder: URL;
  /** Module that a worker thread imports; its default export is made by `defineModel`. */
  readonly code: URL;
  /** What an item weighs, such as its tokens, roughly: items of about one size make good batches. The same for all by default. */
  readonly sizeOf?: (item: Input) => number;
  /** A cheaper model that answers, marked as degraded, when this one is overloaded, late or broken. */
  readonly fallback?: ModelDefinition<Input, Output>;
  /** How other applications call it by the Open Inference Protocol; they cannot when it is missing. */
  readonly tensors?: TensorMapping;
  /** Never set: it carries the types. */
  readonly types?: (item: Input) => Output;
}
