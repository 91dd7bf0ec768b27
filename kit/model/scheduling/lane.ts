import type { BatchCost } from './batchCost.ts';
import type { WaitingItem } from './waitingItem.ts';

/**
 * `interactive` for what somebody waits for; `batch` for what has time, such as indexing: it yields to the former and
 * never holds a worker for long.
 */
export type Priority = 'interactive' | 'batch';

/** Items that may go to a worker together: of one model, of about one size and of one priority, in order of arrival. */
export class Lane<Model> {
  readonly model: Model;
  readonly priority: Priority;
  readonly cost: BatchCost;
  /** The most items of this size that one batch may hold. */
  readonly most: number;
  #waiting = new Set<WaitingItem>();

  constructor(model: Model, priority: Priority, cost: BatchCost, most: number) {
    this.model = model;
    this.priority = priority;
    this.cost = cost;
    this.most = most;
  }

  get length(): number {
    return this.#waiting.size;
  }

  get first(): WaitingItem | undefined {
    const [first] = this.#waiting;
    return first;
  }

  add(item: WaitingItem): void {
    this.#waiting.add(item);
  }

  /** Back to the front: these have waited already. */
  putBack(items: readonly WaitingItem[]): void {
    this.#waiting = new Set([...items, ...this.#waiting]);
  }

  remove(item: WaitingItem): void {
    this.#waiting.delete(item);
  }

  clear(): WaitingItem[] {
    const items = [...this.#waiting];
    this.#waiting.clear();
    return items;
  }

  /**
   * Removes up to so many from the front; an item that has to be alone comes alone.
   * @param may whether an item may go with so many before it; what may not stays, and ends the batch.
   */
  take(count: number, may: (item: WaitingItem, before: number) => boolean = () => true): WaitingItem[] {
    const items: WaitingItem[] = [];
    for (const item of this.#waiting) {
      if (items.length === count || (item.alone && items.length > 0) || !may(item, items.length)) break;
      this.#waiting.delete(item);
      items.push(item);
      if (item.alone) break;
    }
    return items;
  }
}
