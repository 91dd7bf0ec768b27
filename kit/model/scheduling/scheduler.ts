import { CodedError } from '../../errors.ts';
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
  readonly manifest: {
    readonly name: string;
    readonly maxBatch: number;
    readonly batchInvariant?: boolean | undefined;
  };
  readonly served: { readonly guessMs?: number };
}

/** Larger batches gain no speed, and a session keeps their memory for ever: the sum of their items' sizes. */
const MAX_BATCH_SIZE = 512;
/** Items of sizes up to each of these go together; what is longer than all of them has a lane too. */
const SIZES = [8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];
const FIRST_GUESS_MS = 5;
/** How much of the time that is left a batch may be expected to take: estimates are sometimes short. */
const SAFETY = 0.85;
/** The longest that a batch of the class `batch` may hold a worker up, in milliseconds. */
const BATCH_CLASS_MS = 10;
/** An item of the class `batch` that has waited this long is due: it gets its turn also while interactive ones wait. */
const PATIENCE_MS = 500;
/** … after so many interactive batches: however much is due, what somebody waits for has most of the turns. */
const TURNS_BETWEEN = 4;

/** What the workers are at, as far as the scheduler has to know. */
export interface WorkUnderWay {
  /** Whether any worker has a batch. */
  readonly busy: boolean;
  /** What they all still have to do, in milliseconds. */
  readonly remainingMs: number;
}

/** Which batches a worker may be given: `due` also takes what has waited long, `interactive` only what somebody waits for. */
export type Choice = 'all' | 'due' | 'interactive';

/**
 * Decides what runs next. It holds no worker and no timer: whoever has a free worker asks for a batch. The oldest item
 * decides which lane has its turn, and what that lane's batches were measured to cost how many go with it.
 */
export class Scheduler<Model extends Schedulable> {
  readonly #workers: number;
  readonly #maxWaiting: number;
  readonly #underWay: () => WorkUnderWay;
  readonly #lanes = new Map<Model, Map<string, Lane<Model>>>();
  /** Interactive batches since the last one of the class `batch`. */
  #turns = 0;

  /** @param maxWaiting items of one model and priority that may wait; past it callers are told to come back. */
  constructor(workers: number, maxWaiting: number, underWay: () => WorkUnderWay) {
    this.#workers = workers;
    this.#maxWaiting = maxWaiting;
    this.#underWay = underWay;
  }

  /**
   * @param size what the item weighs, such as its tokens; items of one size class go together.
   * @throws CodedError `OVERLOADED` for an item that cannot be done in time, or for which there is no room.
   */
  add(model: Model, item: WaitingItem, size: number, priority: Priority): void {
    const lane = this.#laneOf(model, size, priority);
    const waiting = this.#waitingIn(model, priority);
    const waitMs = this.#waitMs(priority);
    if (waiting >= this.#maxWaiting) throw overloaded(model, `${waiting} items wait for it`, waitMs);
    const lateMs = Date.now() + waitMs + lane.cost.estimateBatch(Math.min(lane.most, lane.length + 1)) - item.deadline;
    if (lateMs > 0 && waitMs > 0) throw overloaded(model, 'its queue is longer than the deadline allows', lateMs);
    lane.add(item);
    item.onDrop = () => lane.remove(item);
  }

  /**
   * Takes what should run next, if anything. What can no longer be done in time by any worker fails here; what only this
   * one would be late with is left to another.
   * @param aheadMs what the worker still has to do before.
   */
  next(choice: Choice, aheadMs = 0): Batch<Model> | undefined {
    for (;;) {
      const lane = this.#lanesTurn(choice);
      const first = lane?.first;
      if (lane === undefined || first === undefined) return undefined;
      const leftMs = first.deadline - Date.now();
      const neededMs = lane.cost.estimate(1);
      // With nothing else to do it is tried: what a model costs is learned from what runs.
      if (leftMs <= 0 || (leftMs < neededMs && this.#hasMoreThan(first))) {
        lane.remove(first);
        first.fail(tooLate(lane.model));
        continue;
      }
      if (aheadMs > 0 && leftMs - aheadMs < neededMs) return undefined;
      const items = this.#takeFrom(lane, aheadMs);
      this.#turns = lane.priority === 'batch' ? 0 : this.#turns + 1;
      return { lane, items, expectedMs: lane.cost.estimate(items.length) };
    }
  }

  /** @param ms what it took, where it was measured. */
  done({ lane, items }: Batch<Model>, ms: number | undefined): void {
    if (ms !== undefined) lane.cost.learn(items.length, ms);
  }

  /** Items of a model that wait. */
  waiting(model: Model): number {
    return this.#waitingIn(model, 'interactive') + this.#waitingIn(model, 'batch');
  }

  /** Takes a model's lanes away; returns what waited in them. */
  remove(model: Model): WaitingItem[] {
    const items = [...(this.#lanes.get(model)?.values() ?? [])].flatMap((lane) => lane.clear());
    this.#lanes.delete(model);
    return items;
  }

  /** As many as pay to go together and can all be done in time. */
  #takeFrom(lane: Lane<Model>, aheadMs: number): WaitingItem[] {
    const startMs = Date.now() + aheadMs;
    let limitMs = lane.priority === 'batch' ? BATCH_CLASS_MS : Number.POSITIVE_INFINITY;
    return lane.take(lane.cost.batchSize(lane.length, lane.most), (item, before) => {
      limitMs = Math.min(limitMs, (item.deadline - startMs) * SAFETY);
      return before === 0 || before < lane.cost.mostWithin(limitMs);
    });
  }

  #laneOf(model: Model, size: number, priority: Priority): Lane<Model> {
    let lanes = this.#lanes.get(model);
    if (lanes === undefined) {
      lanes = new Map();
      this.#lanes.set(model, lanes);
    }
    // A size that is not told (0) weighs nothing: then only the manifest limits the batch.
    const upTo = size === 0 ? 0 : (SIZES.find((limit) => size <= limit) ?? Number.POSITIVE_INFINITY);
    const key = `${upTo} ${priority}`;
    let lane = lanes.get(key);
    if (lane === undefined) {
      const { maxBatch, batchInvariant = true } = model.manifest;
      const most = size === 0 ? maxBatch : Math.max(1, Math.floor(MAX_BATCH_SIZE / upTo));
      const cost = lanes.get(`${upTo} ${priority === 'batch' ? 'interactive' : 'batch'}`)?.cost;
      const limit = batchInvariant ? Math.min(maxBatch, most) : 1;
      lane = new Lane(model, priority, cost ?? new BatchCost(model.served.guessMs ?? FIRST_GUESS_MS), limit);
      lanes.set(key, lane);
    }
    return lane;
  }

  #waitingIn(model: Model, priority: Priority): number {
    let waiting = 0;
    for (const lane of this.#lanes.get(model)?.values() ?? []) if (lane.priority === priority) waiting += lane.length;
    return waiting;
  }

  /** How long an item that comes now has to wait for a worker. */
  #waitMs(priority: Priority): number {
    let ms = this.#underWay().remainingMs;
    let due = false;
    for (const lane of this.#all()) {
      if (lane.length === 0) continue;
      if (priority === 'interactive' && lane.priority === 'batch') due ||= isDue(lane);
      else ms += lane.length * lane.cost.estimatePerItem(lane.most);
    }
    // Of the patient ones that are due one may have the next turn.
    return (due ? ms + BATCH_CLASS_MS : ms) / this.#workers;
  }

  #hasMoreThan(item: WaitingItem): boolean {
    if (this.#underWay().busy) return true;
    for (const lane of this.#all()) if (lane.length > (lane.first === item ? 1 : 0)) return true;
    return false;
  }

  /** The lane whose first item has waited longest, of the class whose turn it is. */
  #lanesTurn(choice: Choice): Lane<Model> | undefined {
    const interactive = this.#oldest('interactive');
    if (choice === 'interactive') return interactive;
    const batch = this.#oldest('batch');
    if (batch === undefined) return interactive;
    const itsTurn = isDue(batch) && this.#turns >= TURNS_BETWEEN;
    if (interactive !== undefined) return itsTurn ? batch : interactive;
    return choice === 'all' || itsTurn ? batch : undefined;
  }

  #oldest(priority: Priority): Lane<Model> | undefined {
    let oldest: Lane<Model> | undefined;
    for (const lane of this.#all()) {
      if (lane.priority !== priority || lane.first === undefined) continue;
      if (oldest?.first === undefined || lane.first.enqueuedAt < oldest.first.enqueuedAt) oldest = lane;
    }
    return oldest;
  }

  *#all(): Generator<Lane<Model>> {
    for (const lanes of this.#lanes.values()) yield* lanes.values();
  }
}

/** Whether the first of a lane of patient items has waited long enough. */
function isDue({ first }: Lane<unknown>): boolean {
  return first !== undefined && performance.timeOrigin + performance.now() - first.enqueuedAt >= PATIENCE_MS;
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
