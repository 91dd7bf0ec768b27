import type { Database, Queryable } from '../database/database.ts';
import type { EntityState } from './change.ts';

/** A change that waits, or an entity that a rebuild has read, with the version that is known of its id. */
export interface KnownState extends EntityState {
  readonly known: number | null;
}

export interface WaitingChange extends KnownState {
  readonly seq: number;
  /** How often it failed before. */
  readonly failures: number;
}

export interface Attendance {
  /** The number of the last rebuild. */
  readonly rebuild: number;
  /** Whether that has not come to its end. */
  readonly rebuilding: boolean;
  /** Whether nobody is at it. */
  readonly rebuild_due: boolean;
  /** Whether there are changes to look at. */
  readonly waiting: boolean;
}

/** The statements about one consumer's projection of one entity; what each does is told in migrations/002-changes.sql. */
export class Subscription {
  readonly database: Database;
  readonly #key: readonly [consumer: string, entity: string];
  readonly #lease: string;

  constructor(database: Database, { consumer, entity }: { consumer: string; entity: string }, leaseMs: number) {
    this.database = database;
    this.#key = [consumer, entity];
    this.#lease = `${leaseMs} milliseconds`;
  }

  async attend(): Promise<Attendance> {
    const [row] = await this.#call<Attendance>(this.database, 'select * from jobs.attend($1, $2)');
    if (row === undefined) throw new Error('jobs.attend answered nothing');
    return row;
  }

  take(transaction: Queryable, most: number): Promise<WaitingChange[]> {
    const sql = 'select * from jobs.take_changes($1, $2, $3, $4)';
    return this.#call<WaitingChange>(transaction, sql, most, this.#lease);
  }

  async settle(transaction: Queryable, done: readonly number[], applied: readonly EntityState[]): Promise<void> {
    await this.#call(
      transaction,
      'select jobs.settle_changes($1, $2, $3, $4, $5, $6)',
      done,
      applied.map(({ id }) => id),
      applied.map(({ version }) => version),
      applied.map(({ payload }) => payload === null),
    );
  }

  async putOff(seq: number): Promise<void> {
    await this.#call(this.database, 'select jobs.put_off_change($1, $2, $3)', seq);
  }

  /** @returns the number of the rebuild that the caller is to do; null when there is none to begin. */
  async beginRebuild(): Promise<number | null> {
    const sql = 'select jobs.begin_rebuild($1, $2, $3) as number';
    const [row] = await this.#call<{ number: number | null }>(this.database, sql, this.#lease);
    return row?.number ?? null;
  }

  /** @returns whether the rebuild is still the last one. */
  async holdRebuild(within: Queryable, number: number): Promise<boolean> {
    const sql = 'select jobs.hold_rebuild($1, $2, $3, $4) as held';
    const [row] = await this.#call<{ held: boolean }>(within, sql, number, this.#lease);
    return row?.held ?? false;
  }

  async forgetVersions(transaction: Queryable): Promise<void> {
    await this.#call(transaction, 'select jobs.forget_versions($1, $2)');
  }

  async withKnown(transaction: Queryable, states: readonly EntityState[]): Promise<KnownState[]> {
    const ids = states.map(({ id }) => id);
    const sql = 'select known from jobs.known_versions($1, $2, $3)';
    const rows = await this.#call<{ known: number | null }>(transaction, sql, ids);
    return states.map((state, place) => ({ ...state, known: rows[place]?.known ?? null }));
  }

  async keep(transaction: Queryable, { id, version, payload }: EntityState): Promise<void> {
    const json = payload === null ? null : JSON.stringify(payload);
    await this.#call(transaction, 'select jobs.keep_change($1, $2, $3, $4, $5)', id, version, json);
  }

  async endRebuild(transaction: Queryable, number: number): Promise<void> {
    await this.#call(transaction, 'select jobs.end_rebuild($1, $2, $3)', number);
  }

  async leaveRebuild(number: number, failed: boolean): Promise<void> {
    await this.#call(this.database, 'select jobs.leave_rebuild($1, $2, $3, $4)', number, failed);
  }

  /** @returns a number below that of the rebuild that follows. */
  async requestRebuild(): Promise<number> {
    const sql = 'select jobs.request_rebuild($1, $2) as number';
    const [row] = await this.#call<{ number: number | null }>(this.database, sql);
    // One that is not subscribed yet is built once it is.
    return row?.number ?? 0;
  }

  async #call<Row extends object>(within: Queryable, sql: string, ...more: readonly unknown[]): Promise<Row[]> {
    return (await within.query<Row>(sql, [...this.#key, ...more])).rows;
  }
}
