import { CodedError } from '../errors.ts';
import { BatchCost } from './batchCost.ts';
import { Lane, type Priority } from './lane.ts';
import type { WaitingItem } from './waitingItem.ts';

/** Items that a worker takes together. */
export interface Batch<Model> {
  readonly lane: Lane<Model>;
  readonly items: readonly WaitingItem[];
  /** What it is expected to take, in milliseconds. */
  readonly expectedMs: number;
}

/** What the scheduler has to know of a model. */
export interface Schedulable {
  readonly manifest: { readonly name: string; readonly maxBatch: number };
}

/** Items of one model that may wait; past it callers are told to come back. */
const MAX_WAITING = 1_000;
/** Larger batches gain no speed, and a session keeps their memory for ever: the sum of their items' sizes. */
const MAX_BATCH_SIZE = 512;
/** Items of sizes up to each of these go together; what is longer than all of them has a lane too. */
const SIZES = [8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];
const FIRST_GUESS_MS = 5;
/** How much of the time that is left a batch may be expected to take: estimates are sometimes short. */
const SAFETY = 0.85;
/** The longest that a batch of the class `batch` may hold a worker up, in milliseconds. */
const BATCH_CLASS_MS = 10;
/** An item of the class `batch` that has waited this long goes before interactive ones that came later. */
const PATIENCE_MS = 500;

/**
 * Decides what runs next. It holds no worker and no timer: whoever has a free worker asks for a batch. The oldest item
 * decides which lane has its turn, and what that lane's batches were measured to cost how many go with it.
 */
export class Scheduler<Model extends Schedulable> {
  readonly #workers: number;
  readonly #lanes = new Map<Model, Map<string, Lane<Model>>>();
  /** What the batches under way are expected to take, all together. */
  #underWayMs = 0;

  constructor(workers: number) {
    this.#workers = workers;
  }

  /**
   * @param size what the item weighs, such as its tokens; items of one size class go together.
   * @throws CodedError `OVERLOADED` for an item that cannot be done in time, or for which there is no room.
   */
  add(model: Model, item: WaitingItem, size: number, priority: Priority): void {
    const lane = this.#laneOf(model, size, priority);
    const waiting = this.#waitingFor(model);
    const waitMs = this.#waitMs(priority);
    if (waiting >= MAX_WAITING) throw overloaded(model, `${waiting} items wait for it`, waitMs);
    const lateMs = Date.now() + waitMs + lane.cost.estimateBatch(Math.min(lane.most, lane.length + 1)) - item.deadline;
    if (lateMs > 0 && waitMs > 0) throw overloaded(model, 'its queue is longer than the deadline allows', lateMs);
    lane.add(item);
    item.onDrop = () => lane.remove(item);
  }

  /**
   * Takes what should run next, if anything. What can no longer be done in time fails here.
   * @param aheadMs what the worker still has to do before.
   */
  next(priorities: 'all' | 'interactive', aheadMs = 0): Batch<Model> | undefined {
    for (;;) {
      const lane = this.#lanesTurn(priorities);
      const first = lane?.first;
      if (lane === undefined || first === undefined) return undefined;
      const leftMs = first.deadline - Date.now() - aheadMs;
      // With nothing else to do it is tried: what a model costs is learned from what runs.
      if (leftMs <= 0 || (leftMs < lane.cost.estimate(1) && this.#hasMoreThan(first))) {
        lane.remove(first);
        first.fail(tooLate(lane.model));
        continue;
      }
      const limitMs = lane.priority === 'batch' ? Math.min(BATCH_CLASS_MS / SAFETY, leftMs) : leftMs;
      const most = Number.isFinite(limitMs) ? Math.min(lane.most, lane.cost.mostWithin(limitMs * SAFETY)) : lane.most;
      const items = lane.take(lane.cost.batchSize(lane.length, most));
      const expectedMs = lane.cost.estimate(items.length);
      this.#underWayMs += expectedMs;
      return { lane, items, expectedMs };
    }
  }

  /** @param ms what it took, where it was measured. */
  done({ lane, items, expectedMs }: Batch<Model>, ms: number | undefined): void {
    this.#underWayMs -= expectedMs;
    if (ms !== undefined) lane.cost.learn(items.length, ms);
  }

  /** Takes a model's lanes away; returns what waited in them. */
  remove(model: Model): WaitingItem[] {
    const items = [...(this.#lanes.get(model)?.values() ?? [])].flatMap((lane) => lane.clear());
    this.#lanes.delete(model);
    return items;
  }

  #laneOf(model: Model, size: number, priority: Priority): Lane<Model> {
    let lanes = this.#lanes.get(model);
    if (lanes === undefined) {
      lanes = new Map();
      this.#lanes.set(model, lanes);
    }
    const upTo = SIZES.find((limit) => size <= limit) ?? Number.POSITIVE_INFINITY;
    const key = `${upTo} ${priority}`;
    let lane = lanes.get(key);
    if (lane === undefined) {
      // A size that is not told (0) weighs nothing: then only the manifest limits the batch.
      const most = size === 0 ? model.manifest.maxBatch : Math.max(1, Math.floor(MAX_BATCH_SIZE / upTo));
      const cost = lanes.get(`${upTo} ${priority === 'batch' ? 'interactive' : 'batch'}`)?.cost;
      lane = new Lane(model, priority, cost ?? new BatchCost(FIRST_GUESS_MS), Math.min(model.manifest.maxBatch, most));
      lanes.set(key, lane);
    }
    return lane;
  }

  #waitingFor(model: Model): number {
    let waiting = 0;
    for (const lane of this.#lanes.get(model)?.values() ?? []) waiting += lane.length;
    return waiting;
  }

  /** How long an item that comes now has to wait for a worker. */
  #waitMs(priority: Priority): number {
    let ms = this.#underWayMs;
    for (const lanes of this.#lanes.values()) {
      for (const lane of lanes.values()) {
        if (lane.length === 0 || (priority === 'interactive' && lane.priority === 'batch')) continue;
        ms += lane.length * lane.cost.estimatePerItem(lane.most);
      }
    }
    return ms / this.#workers;
  }

  #hasMoreThan(item: WaitingItem): boolean {
    if (this.#underWayMs > 0) return true;
    for (const lanes of this.#lanes.values()) {
      for (const lane of lanes.values()) if (lane.length > (lane.first === item ? 1 : 0)) return true;
    }
    return false;
  }

  #lanesTurn(priorities: 'all' | 'interactive'): Lane<Model> | undefined {
    let turn: Lane<Model> | undefined;
    let since = Number.POSITIVE_INFINITY;
    for (const lanes of this.#lanes.values()) {
      for (const lane of lanes.values()) {
        const { first, priority } = lane;
        if (first === undefined || (priorities === 'interactive' && priority === 'batch')) continue;
        const from = first.enqueuedAt + (priority === 'batch' ? PATIENCE_MS : 0);
        if (from < since) {
          turn = lane;
          since = from;
        }
      }
    }
    return turn;
  }
}

/** For an item that was accepted and is not answered in time. */
export function tooLate({ manifest: { name } }: Schedulable): CodedError {
  return new CodedError('DEADLINE_EXCEEDED', `The model ${name} did not answer before the deadline.`);
}

function overloaded({ manifest: { name } }: Schedulable, why: string, retryMs: number): CodedError {
  const retryAfterMs = Math.max(1, Math.ceil(retryMs));
  return new CodedError('OVERLOADED', `The model ${name} is busy: ${why}; try again in ${retryAfterMs} ms.`, {
    details: { retryAfterMs },
  });
}
