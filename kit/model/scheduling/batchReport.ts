/** What is known of a batch once it is done; metrics and traces are made from it. Times are epoch milliseconds. */
export interface BatchReport {
  readonly model: string;
  readonly version: string;
  readonly items: number;
  /** Items whose place in the results held an error. */
  readonly failedItems: number;
  /** When the item that waited longest began to. */
  readonly waitingSince: number;
  /** When the worker began and ended: the time of its answer less the run time it measured. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Why the batch failed as a whole: then nothing was predicted. */
  readonly failure: Error | null;
}

/** Told of what a pool of workers does; called on the main thread and must not throw. */
export interface PoolObserver {
  onBatch(report: BatchReport): void;
}
