import type { Database } from '../database/database.ts';
import { CodedError } from '../errors.ts';
import type { Graph } from '../graph.ts';
import type { Logger } from '../log.ts';
import { changesFailed, changesSettled } from '../telemetry/changeMetrics.ts';
import { NotApplied } from './applyNewer.ts';
import { applyWaiting } from './applyWaiting.ts';
import type { Projection } from './defineProjection.ts';
import type { EffectsIn } from './effects.ts';
import type { Keeping } from './keeping.ts';
import { type Lag, readLag } from './lag.ts';
import { rebuild } from './rebuild.ts';
import { type Attendance, Subscription } from './subscription.ts';

export interface ProjectorOptions {
  readonly database: Database;
  /** Undefined where this process cannot ask the graph, and so cannot rebuild. */
  readonly graph: Graph | undefined;
  readonly effectsIn: EffectsIn;
  /** How often it looks for changes that nobody told it of, in milliseconds. */
  readonly pollMs: number;
  /** A rebuild that has not been heard of for so long is begun anew, in milliseconds. */
  readonly leaseMs: number;
  readonly log: Logger;
}

interface Waiter {
  /** Below the number of the rebuild that it waits for. */
  readonly after: number;
  resolve(): void;
  reject(reason: unknown): void;
}

/** Keeps one projection. Several processes may keep it: at any time one of them applies, and the others pass. */
export class Projector {
  readonly consumer: string;
  readonly entity: string;
  readonly #options: ProjectorOptions;
  readonly #log: Logger;
  readonly #keeping: Keeping;
  readonly #timer: NodeJS.Timeout;
  readonly #closing = new AbortController();
  readonly #waiters = new Set<Waiter>();
  #working: Promise<void> | undefined;
  #rebuilding: Promise<void> | undefined;
  #again = false;
  #troubled = false;

  constructor(projection: Projection, options: ProjectorOptions) {
    this.consumer = projection.consumer;
    this.entity = projection.entity;
    this.#options = options;
    this.#log = options.log.child({ consumer: projection.consumer, entity: projection.entity });
    this.#keeping = {
      database: options.database,
      projection,
      effectsIn: options.effectsIn,
      // Before the database ends a transaction in which nothing happens.
      applyMs: options.leaseMs / 2,
      subscription: new Subscription(options.database, projection, options.leaseMs),
      signal: this.#closing.signal,
      observer: this.#observer(),
    };
    this.#timer = setInterval(() => this.wake(), options.pollMs);
    this.wake();
  }

  /** Looks at once for changes. */
  wake(): void {
    if (this.#closing.signal.aborted) return;
    this.#again = true;
    this.#working ??= this.#workWhileAsked();
  }

  /** How far the projection is behind its source. */
  async lag(): Promise<Lag> {
    return readLag(this.#options.database, this);
  }

  /**
   * Empties the projection and fills it again from the owner's graph, in this process or in another that keeps it;
   * resolves once that is done. A rebuild that fails is tried again, for as long as it takes.
   * @throws CodedError `WORKER_LOST` when this process ends before; the rebuild then goes on where the projection is kept next.
   */
  async rebuild(): Promise<void> {
    const after = await this.#keeping.subscription.requestRebuild();
    await new Promise<void>((resolve, reject) => {
      this.#waiters.add({ after, resolve, reject });
      if (this.#closing.signal.aborted) this.#dismissWaiters();
      this.wake();
    });
  }

  /** Begins nothing more; resolves once what is under way has ended. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#timer);
    this.#dismissWaiters();
    await this.#working;
    await this.#rebuilding;
  }

  async #workWhileAsked(): Promise<void> {
    while (this.#again && !this.#closing.signal.aborted) {
      this.#again = false;
      try {
        await this.#look();
        if (this.#troubled) this.#log.info('a projection is brought up to date again');
        this.#troubled = false;
      } catch (error) {
        // Once, not at each look.
        if (!this.#troubled) this.#log.warn({ err: error }, 'a projection cannot be brought up to date; trying again');
        this.#troubled = true;
      }
    }
    // Here, and not when the promise has resolved: who wakes it in between would find nobody.
    this.#working = undefined;
  }

  async #look(): Promise<void> {
    const seen = await this.#keeping.subscription.attend();
    this.#tellWaiters(seen);
    if (seen.rebuild_due) this.#beginRebuild();
    if (seen.waiting && (await applyWaiting(this.#keeping))) this.#again = true;
  }

  /** Changes that wait are applied meanwhile. */
  #beginRebuild(): void {
    const { graph, leaseMs } = this.#options;
    this.#rebuilding ??= rebuild({ ...this.#keeping, graph, leaseMs })
      .then(
        (count) => {
          if (count !== null) this.#log.info({ count }, 'a projection was built from the graph of its owner');
        },
        (error: unknown) => {
          if (this.#closing.signal.aborted) return;
          this.#log.warn({ err: error }, 'a projection could not be built from the graph of its owner; trying again');
        },
      )
      .finally(() => {
        this.#rebuilding = undefined;
        this.wake();
      });
  }

  #tellWaiters({ rebuild, rebuilding }: Attendance): void {
    if (rebuilding) return;
    for (const waiter of this.#waiters) {
      if (rebuild <= waiter.after) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }

  #dismissWaiters(): void {
    for (const waiter of this.#waiters) {
      waiter.reject(
        new CodedError(
          'WORKER_LOST',
          `This process ends before the projection of ${this.entity} is built; that goes on where it is kept next.`,
        ),
      );
    }
    this.#waiters.clear();
  }

  #observer(): Keeping['observer'] {
    const labels = { consumer: this.consumer, entity: this.entity };
    return {
      settled: (done, applied) => {
        changesSettled.inc({ ...labels, outcome: 'applied' }, applied);
        changesSettled.inc({ ...labels, outcome: 'outdated' }, done - applied);
      },
      failed: ({ id, version }, failures, error) => {
        changesFailed.inc(labels);
        const err = error instanceof NotApplied ? error.cause : error;
        this.#log.error({ err, id, version, failures }, 'a change could not be applied; it is tried again later');
      },
    };
  }
}
