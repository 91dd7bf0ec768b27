import type { Transaction } from '../database/database.ts';
import { type AskGraph, askAs, type Graph } from '../graph.ts';
import { isTransient, persistently } from '../jobs/work/persistently.ts';
import { applyNewer, BATCH } from './applyNewer.ts';
import { checkChange, type EntityState } from './change.ts';
import { inBatches } from './inBatches.ts';
import type { Keeping } from './keeping.ts';

export interface RebuildOptions extends Keeping {
  readonly graph: Graph | undefined;
  /** Who does not say for so long that it is at it, is not; in milliseconds. */
  readonly leaseMs: number;
}

/** How long the graph has to answer one question, in milliseconds. */
const ANSWER_MS = 30_000;

/**
 * Builds the projection from empty, if that is due and nobody else is at it. Changes that are applied meanwhile win by
 * their versions; what cannot be applied is kept as a change that failed.
 * @returns how many entities were read; null when there was nothing to do, or another rebuild has taken over.
 */
export async function rebuild(options: RebuildOptions): Promise<number | null> {
  const { subscription } = options;
  const number = await subscription.beginRebuild();
  if (number === null) return null;
  const run = new Rebuild(options, number);
  try {
    return await run.run();
  } catch (error) {
    if (run.superseded) return null;
    // If the database does not take that, the lease will tell.
    await subscription.leaveRebuild(number, !options.signal.aborted).catch(() => {});
    throw error;
  }
}

class Rebuild {
  readonly #options: RebuildOptions;
  readonly #number: number;
  readonly #lost = new AbortController();
  readonly #signal: AbortSignal;

  constructor(options: RebuildOptions, number: number) {
    this.#options = options;
    this.#number = number;
    this.#signal = AbortSignal.any([options.signal, this.#lost.signal]);
  }

  get superseded(): boolean {
    return this.#lost.signal.aborted;
  }

  async run(): Promise<number> {
    const { projection, subscription, leaseMs, database } = this.#options;
    const renewing = setInterval(() => {
      // Where the database is away, the next page waits for it.
      subscription.holdRebuild(database, this.#number).then(
        (held) => held || this.#lost.abort(),
        () => {},
      );
    }, leaseMs / 3);
    try {
      await this.#commit(async (transaction) => {
        await subscription.forgetVersions(transaction);
        await projection.clear(transaction);
      });
      let count = 0;
      const states = projection.rebuild(this.#ask, { signal: this.#signal });
      for await (const batch of inBatches(states, BATCH, this.#signal)) {
        for (const state of batch) checkChange({ entity: projection.entity, ...state });
        await this.#apply(batch);
        count += batch.length;
      }
      await this.#commit(async (transaction) => {
        await projection.rebuilt?.(transaction);
        await subscription.endRebuild(transaction, this.#number);
      });
      return count;
    } finally {
      clearInterval(renewing);
    }
  }

  readonly #ask: AskGraph = (query, variables) => {
    const { graph, projection } = this.#options;
    const caller = { identity: projection.identity, signal: this.#signal, deadline: Date.now() + ANSWER_MS };
    return askAs(graph, caller)(query, variables);
  };

  async #apply(states: readonly EntityState[]): Promise<void> {
    const { subscription, observer } = this.#options;
    try {
      await this.#applyTogether(states);
      return;
    } catch (error) {
      if (this.#signal.aborted || isTransient(error)) throw error;
    }
    for (const state of states) {
      try {
        await this.#applyTogether([state]);
      } catch (error) {
        if (this.#signal.aborted || isTransient(error)) throw error;
        await this.#commit((transaction) => subscription.keep(transaction, state));
        observer.failed(state, 1, error);
      }
    }
  }

  #applyTogether(states: readonly EntityState[]): Promise<void> {
    const { subscription } = this.#options;
    return this.#commit(async (transaction) => {
      const known = await subscription.withKnown(transaction, states);
      await subscription.settle(transaction, [], await applyNewer(transaction, this.#options, known));
    });
  }

  /** Commits what only the last rebuild may do. */
  #commit(work: (transaction: Transaction) => Promise<void>): Promise<void> {
    const { database, subscription } = this.#options;
    return persistently(
      () =>
        database.transaction(async (transaction) => {
          if (!(await subscription.holdRebuild(transaction, this.#number))) this.#lost.abort();
          this.#lost.signal.throwIfAborted();
          await work(transaction);
        }),
      this.#signal,
    );
  }
}
