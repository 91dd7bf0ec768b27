import type { PoolObserver } from './scheduling/batchReport.ts';

/** Whether an answer was known: `hit` from the cache, `joined` from the same question under way, `miss` from a worker. */
export type CacheOutcome = 'hit' | 'joined' | 'miss';

/** What became of one call of `predict`. */
export interface PredictionReport {
  readonly model: string;
  readonly version: string;
  /** `refused` was told at once that there is no room or time, `cancelled` lost its caller. */
  readonly outcome: 'success' | 'failure' | 'refused' | 'late' | 'cancelled';
  readonly cache: CacheOutcome;
  /** Milliseconds from the call to its answer. */
  readonly ms: number;
}

/** Told of what the runtime does; called on the main thread and must not throw. */
export interface ModelObserver extends PoolObserver {
  onPrediction(report: PredictionReport): void;
  /** A fallback answered, or failed too, because its model could not. */
  onFallback(report: { readonly model: string; readonly version: string; readonly reason: string }): void;
}
