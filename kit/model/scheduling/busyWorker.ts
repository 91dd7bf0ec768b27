import type { ModelWorker } from '../worker/modelWorker.ts';
import type { Batch } from './scheduler.ts';

/** A worker, the models that it has loaded and the batches that it was given. */
export class BusyWorker<Model> {
  readonly worker: ModelWorker;
  readonly models = new Set<Model>();
  /** The one that runs first. */
  readonly #underWay: Batch<Model>[] = [];
  /** When the first of them began, by `performance.now()`. */
  #since = 0;

  constructor(worker: ModelWorker) {
    this.worker = worker;
  }

  get underWay(): number {
    return this.#underWay.length;
  }

  /** Whether one of its batches is of the class `batch`. */
  get hasBatchClass(): boolean {
    return this.#underWay.some(({ lane }) => lane.priority === 'batch');
  }

  give(batch: Batch<Model>): void {
    if (this.#underWay.push(batch) === 1) this.#since = performance.now();
  }

  isFirst(batch: Batch<Model>): boolean {
    return this.#underWay[0] === batch;
  }

  finish(batch: Batch<Model>): void {
    this.#underWay.splice(this.#underWay.indexOf(batch), 1);
    this.#since = performance.now();
  }

  /** What it still has to do, in milliseconds, as far as it is known. */
  remainingMs(): number {
    if (this.#underWay.length === 0) return 0;
    const expected = this.#underWay.reduce((sum, { expectedMs }) => sum + expectedMs, 0);
    return Math.max(0, expected - (performance.now() - this.#since));
  }
}
