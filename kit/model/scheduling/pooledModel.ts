import type { Manifest } from '../folder/manifest.ts';

/** One version of a model, as the workers run it. */
export interface PooledModel {
  readonly folder: URL;
  readonly code: URL;
  readonly manifest: Manifest;
  readonly served: {
    /** Batches that came back with results, and the items in them. */
    batches: number;
    items: number;
    /** What an item may take until some have run, in milliseconds: its warm-up told. */
    guessMs?: number;
  };
}
