import type { Database, Transaction } from '../../../kit/database/database.ts';
import { migrate } from '../../../kit/database/migrate.ts';
import { newJobId } from '../../../kit/jobs/newJobId.ts';
import { type AttemptKey, finishAttempts, type Outcome } from '../../../kit/jobs/work/attempts.ts';

export const KIND = 'hammer.work';

/** Few, so that many meet at each. */
const OPEN_JOBS = 24;
export const LEASE = '30 milliseconds';
const LONG_LEASE = '10 seconds';
const DRAIN_LIMIT_MS = 15_000;

/** Creates the tables of jobs, where what failed waits for a moment only, and one for effects. */
export async function prepareHammer(database: Database): Promise<void> {
  await migrate(database, 'jobs', new URL('../../../kit/jobs/migrations/', import.meta.url));
  await database.query(`create or replace function jobs.backoff(failures integer) returns interval language sql as $$
    select random() * interval '20 milliseconds' $$`);
  await database.query('create table public.effects (job_id text not null, attempt integer not null)');
}

/** Calls the statements of jobs at random, as workers, submitters, relays and people would, and notes what cannot be. */
export class Hammer {
  readonly complaints: string[] = [];
  readonly strikes: Record<string, number> = {};
  readonly #database: Database;
  readonly #random: () => number;
  readonly #ids: string[] = [];
  readonly #running: AttemptKey[] = [];
  readonly #begun = new Map<string, Set<number>>();
  readonly #ended = new Set<string>();
  readonly #actions: Readonly<Record<string, () => Promise<unknown>>> = {
    submit: () => this.#submit(),
    claim: () => this.#claim(),
    claimReady: () => this.#claimReady(5, LEASE),
    commit: () => this.#commit(this.#take(this.#running)),
    finish: () => this.#finish(),
    pulse: () => this.#pulse(),
    expire: () => this.#expire(),
    takeDue: () => this.#takeDue(),
    announceAgain: () => this.#database.query('select jobs.announce_again($1)', [this.#some(this.#ids, 5)]),
    cancel: () => this.#database.query('select * from jobs.cancel($1)', [this.#one(this.#ids)]),
    retry: () => this.#database.query('select * from jobs.retry($1)', [this.#one(this.#ids)]),
  };

  constructor(database: Database, random: () => number) {
    this.#database = database;
    this.#random = random;
  }

  /** How many attempts of the job were begun. */
  begun(id: string): number {
    return this.#begun.get(id)?.size ?? 0;
  }

  async strike(): Promise<void> {
    const name = this.#one(Object.keys(this.#actions)) ?? 'submit';
    try {
      await this.#actions[name]?.();
      this.strikes[name] = (this.strikes[name] ?? 0) + 1;
    } catch (error) {
      this.complaints.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Ends all that has not ended, as an undisturbed worker would. */
  async drain(): Promise<void> {
    const limit = Date.now() + DRAIN_LIMIT_MS;
    for (;;) {
      await this.#expire();
      for (const key of await this.#claimReady(100, LONG_LEASE)) await this.#commit(key);
      const { rows } = await this.#database.query('select job_id, due_at, leased from jobs.agenda');
      if (rows.length === 0) return;
      if (Date.now() > limit) throw new Error(`these were never begun or never ended: ${JSON.stringify(rows)}`);
    }
  }

  async #submit(): Promise<void> {
    const { rows } = await this.#database.query<{ open: number }>('select count(*) as open from jobs.agenda');
    if ((rows[0]?.open ?? 0) >= OPEN_JOBS) return;
    const job = {
      ...{
        id: newJobId(),
        kind: KIND,
        lane: Math.floor(this.#random() * 3),
        input: null,
        subject: 'tester',
        scopes: [],
      },
      idempotency_key: this.#random() < 0.3 ? `key-${Math.floor(this.#random() * 20)}` : null,
      ...{ retries: Math.floor(this.#random() * 4), restartable: this.#random() < 0.85, timeout_ms: 1_000 },
      run_at: this.#random() < 0.3 ? new Date(Date.now() + this.#random() * 60).toISOString() : null,
    };
    const { rows: written } = await this.#database.query<{ id: string }>('select id from jobs.submit($1, $2)', [
      JSON.stringify([job]),
      `${Math.floor(this.#random() * 20)} milliseconds`,
    ]);
    for (const { id } of written) if (!this.#ids.includes(id)) this.#ids.push(id);
    // Who ended long ago is met by nobody.
    if (this.#ids.length > 3 * OPEN_JOBS) this.#ids.shift();
  }

  /** As a worker whose messages come late, twice and in any order. */
  async #claim(): Promise<void> {
    const offered = this.#some(this.#ids, 6).map((id): AttemptKey => ({ id, attempt: this.begun(id) + 1 }));
    const keys = [...offered, ...offered.slice(0, 1)];
    const { rows } = await this.#database.query<AttemptKey>('select id, attempt from jobs.claim($1, $2, $3)', [
      keys.map(({ id }) => id),
      keys.map(({ attempt }) => attempt),
      LEASE,
    ]);
    this.#noteBegun(rows);
  }

  async #claimReady(most: number, lease: string): Promise<AttemptKey[]> {
    const { rows } = await this.#database.query<AttemptKey>('select id, attempt from jobs.claim_ready($1, $2, $3)', [
      KIND,
      most,
      lease,
    ]);
    this.#noteBegun(rows);
    return rows;
  }

  async #takeDue(): Promise<void> {
    await this.#database.query('select * from jobs.take_due($1, $2)', [10, '5 milliseconds']);
  }

  async #expire(): Promise<void> {
    await this.#database.query('select * from jobs.expire($1)', [10]);
  }

  async #pulse(): Promise<void> {
    const running = this.#some(this.#running, 10).map((key) => ({ ...key, done: Math.floor(this.#random() * 9) }));
    await this.#database.query('select * from jobs.pulse($1, $2)', [JSON.stringify(running), LEASE]);
  }

  /** Ends with an effect. */
  async #commit(key: AttemptKey | undefined): Promise<void> {
    if (key === undefined) return;
    await this.#database.transaction(async (transaction: Transaction) => {
      const { rows } = await transaction.query<{ held: string | null }>('select jobs.hold($1, $2) as held', [
        key.id,
        key.attempt,
      ]);
      if (rows[0]?.held !== 'RUNNING') return;
      await transaction.query('insert into public.effects values ($1, $2)', [key.id, key.attempt]);
      const ended = await finishAttempts(transaction, [{ ...key, outcome: 'SUCCEEDED', result: null }]);
      this.#noteEnded([key], ended);
    });
  }

  async #finish(): Promise<void> {
    const keys = new Map(this.#some(this.#running, 5).map((key) => [key.id, key]));
    const ends = [...keys.values()].map((key): AttemptKey & Outcome => ({
      ...key,
      outcome: this.#one(['FAILED', 'RETRY', 'RETRY', 'RELEASED'] as const) ?? 'RETRY',
      error_code: 'NOT_FOUND',
      error_message: 'made to fail',
    }));
    this.#noteEnded(ends, await finishAttempts(this.#database, ends));
  }

  #noteBegun(keys: readonly AttemptKey[]): void {
    for (const { id, attempt } of keys) {
      const begun = this.#begun.get(id) ?? new Set();
      if (begun.has(attempt)) this.complaints.push(`${id}/${attempt} was begun twice`);
      this.#begun.set(id, begun.add(attempt));
      this.#running.push({ id, attempt });
      if (this.#running.length > 2 * OPEN_JOBS) this.#running.shift();
    }
  }

  #noteEnded(keys: readonly AttemptKey[], states: ReadonlyMap<string, string | null>): void {
    for (const { id, attempt } of keys) {
      const state = states.get(`${id}/${attempt}`);
      if (state === null || state === 'OUTCOME_UNKNOWN') continue;
      const key = `${id}/${attempt}`;
      if (this.#ended.has(key)) this.complaints.push(`${key} ended twice`);
      this.#ended.add(key);
    }
  }

  #one<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }

  #some<Item>(items: readonly Item[], most: number): Item[] {
    return Array.from({ length: Math.ceil(this.#random() * most) }, () => this.#one(items)).flatMap((item) =>
      item === undefined ? [] : [item],
    );
  }

  /** Most of the time what is taken is gone; sometimes somebody comes back with it. */
  #take(keys: AttemptKey[]): AttemptKey | undefined {
    const index = Math.floor(this.#random() * keys.length);
    return this.#random() < 0.8 ? keys.splice(index, 1)[0] : keys[index];
  }
}
