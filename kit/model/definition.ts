/**
 * Where a model lives. `Input` and `Output` are those of one item.
 * The types travel with the definition so that `context.models.<name>.predict` is typed without a cast.
 */
export interface ModelDefinition<Input = unknown, Output = unknown> {
  /** Folder with manifest.json beside the small trained files. */
  readonly folder: URL;
  /** Module that a worker thread imports; its default export is made by `defineModel`. */
  readonly code: URL;
  /** What an item weighs, such as its tokens, roughly: items of about one size make good batches. The same for all by default. */
  readonly sizeOf?: (item: Input) => number;
  /** Never set: it carries the types. */
  readonly types?: (item: Input) => Output;
}
