import type { Database, Transaction } from '../database/database.ts';
import { CodedError } from '../errors.ts';
import type { Graph } from '../graph.ts';
import type { JobQueue } from '../jobs/queue/queue.ts';
import type { Submission } from '../jobs/submission.ts';
import type { JobTimings } from '../jobs/timings.ts';
import type { Logger } from '../log.ts';
import { showLags } from '../telemetry/changeMetrics.ts';
import { beforeScrape } from '../telemetry/metrics.ts';
import { type Change, checkChange } from './change.ts';
import type { Projection } from './defineProjection.ts';
import type { Effects, EffectsIn } from './effects.ts';
import { readLags } from './lag.ts';
import { Projector } from './projector.ts';

export interface ChangesOptions {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly submission: Pick<Submission, 'submit'>;
  readonly timings: Pick<JobTimings, 'pollMs' | 'leaseMs'>;
  readonly log: Logger;
}

/** The changes of a process: it tells of those that it makes, and keeps projections of what others tell. */
export class Changes {
  readonly #options: ChangesOptions;
  readonly #projectors: Projector[] = [];
  readonly #stopMeasuring: () => void;
  /** Entities of which consumers are told once the transaction is committed. */
  readonly #toTell = new WeakMap<Transaction, Set<string>>();

  constructor(options: ChangesOptions) {
    this.#options = options;
    this.#stopMeasuring = beforeScrape(async () => {
      // Without a database there is no lag to be told, and the rest is wanted the more.
      showLags(await readLags(options.database).catch(() => []));
    });
  }

  /**
   * Tells of changes to entities that the caller owns, in the transaction that makes them: whoever keeps a projection
   * learns of them if and when that is committed, at least once, and of one id in their order.
   * @throws CodedError `BAD_USER_INPUT` for what cannot be a change.
   */
  async publish(transaction: Transaction, ...changes: readonly Change[]): Promise<void> {
    for (const change of changes) checkChange(change);
    if (changes.length === 0) return;
    const { rows } = await transaction.query<{ entity: string }>('select jobs.publish_changes($1) as entity', [
      JSON.stringify(changes),
    ]);
    if (rows.length === 0) return;
    let toTell = this.#toTell.get(transaction);
    if (toTell === undefined) {
      const entities = new Set<string>();
      this.#toTell.set(transaction, entities);
      transaction.onCommit(() => this.#tell(entities));
      toTell = entities;
    }
    for (const { entity } of rows) toTell.add(entity);
  }

  /**
   * Begins to keep a projection in this process; one that is new is built from the graph of its owner first.
   * @throws CodedError `CONFIG_INVALID` when this process keeps it already.
   */
  project(projection: Projection, graph: Graph | undefined): Projector {
    const { database, queue, timings, log } = this.#options;
    const { consumer, entity } = projection;
    if (this.#projectors.some((kept) => kept.consumer === consumer && kept.entity === entity)) {
      throw new CodedError('CONFIG_INVALID', `The projection of ${entity} by ${consumer} is kept here already.`);
    }
    const projector = new Projector(projection, { database, graph, effectsIn: this.#effectsIn, ...timings, log });
    this.#projectors.push(projector);
    queue.onNotice(entity, () => projector.wake());
    return projector;
  }

  /**
   * Builds a projection anew that this process keeps; resolves once that is done.
   * @throws CodedError `CONFIG_INVALID` when it is kept elsewhere, `WORKER_LOST` when this process ends before.
   */
  async rebuild({ consumer, entity }: Pick<Projection, 'consumer' | 'entity'>): Promise<void> {
    const kept = this.#projectors.find((projector) => projector.consumer === consumer && projector.entity === entity);
    if (kept === undefined) {
      throw new CodedError('CONFIG_INVALID', `The projection of ${entity} by ${consumer} is not kept in this process.`);
    }
    await kept.rebuild();
  }

  async close(): Promise<void> {
    this.#stopMeasuring();
    await Promise.all(this.#projectors.map((projector) => projector.close()));
  }

  readonly #effectsIn: EffectsIn = (transaction): Effects => ({
    publish: (...changes) => this.publish(transaction, ...changes),
    submit: async (definition, input, options) => {
      await this.#options.submission.submit(definition, input, { ...options, transaction });
    },
  });

  #tell(entities: ReadonlySet<string>): void {
    for (const entity of entities) {
      for (const projector of this.#projectors) if (projector.entity === entity) projector.wake();
      this.#options.queue.notify(entity);
    }
  }
}
