import DataLoader from 'dataloader';
import type { Database, Queryable } from '../../database/database.ts';
import { BEGUN_COLUMNS, type BegunJob, type JobState } from '../job.ts';
import { toStorableJson } from '../storableJson.ts';
import { isTransient } from './persistently.ts';

/** How an attempt ended. */
export type Outcome =
  | { readonly outcome: 'SUCCEEDED'; readonly result: unknown }
  | {
      /** FAILED for good, RETRY unless it was the last try, RELEASED when it was given back. */
      readonly outcome: 'FAILED' | 'RETRY' | 'RELEASED';
      readonly error_code: string;
      readonly error_message: string;
      readonly retry_after_ms?: number | undefined;
    };

/** An attempt of a job, by which workers name what they begin and end. */
export interface AttemptKey {
  readonly id: string;
  readonly attempt: number;
}

export interface Pulse extends AttemptKey {
  readonly done: number | null;
  readonly total: number | null;
  readonly note: string | null;
}

/** What is told of an attempt that has ended, and how far it was. */
export type EndedAttempt = AttemptKey & Partial<Pulse> & Outcome;

export interface Stop {
  readonly id: string;
  /** LOST: the attempt is no longer the job's. */
  readonly stop: 'LOST' | 'CANCEL';
}

const COLUMNS = BEGUN_COLUMNS.join(', ');
const MAX_BATCH = 200;

/** What many attempts say in one turn of the event loop becomes one statement. */
const BATCHED = {
  cache: false,
  maxBatchSize: MAX_BATCH,
  batchScheduleFn: (dispatch: () => void) => void setImmediate(dispatch),
};

/** Begins and ends attempts in the database. */
export class Attempts {
  readonly #database: Database;
  readonly #lease: string;
  readonly #claims: DataLoader<AttemptKey, BegunJob | null>;
  readonly #ends: DataLoader<EndedAttempt, JobState | null>;

  constructor(database: Database, leaseMs: number) {
    this.#database = database;
    this.#lease = `${leaseMs} milliseconds`;
    this.#claims = new DataLoader(
      eachIfRefused((keys) => this.#claimAll(keys)),
      BATCHED,
    );
    this.#ends = new DataLoader(
      eachIfRefused((ends) => this.#finishAll(ends)),
      BATCHED,
    );
  }

  /** Begins the attempt; null when it is not, or no longer, to begin. */
  claim(key: AttemptKey): Promise<BegunJob | null> {
    return this.#claims.load(key);
  }

  /** Begins up to `most` attempts of the kind. */
  async claimReady(kind: string, most: number): Promise<BegunJob[]> {
    const { rows } = await this.#database.query<BegunJob>(`select ${COLUMNS} from jobs.claim_ready($1, $2, $3)`, [
      kind,
      most,
      this.#lease,
    ]);
    return rows;
  }

  /** Ends the attempt. @returns the state of the job now; null when the attempt was no longer the job's. */
  finish(end: EndedAttempt): Promise<JobState | null> {
    return this.#ends.load(end);
  }

  /** Says that these attempts live. @returns those that have to stop. */
  async pulse(running: readonly Pulse[]): Promise<Stop[]> {
    const { rows } = await this.#database.query<Stop>('select * from jobs.pulse($1, $2)', [
      toStorableJson(JSON.stringify(running)),
      this.#lease,
    ]);
    return rows;
  }

  async #claimAll(keys: readonly AttemptKey[]): Promise<(BegunJob | null)[]> {
    const { rows } = await this.#database.query<BegunJob>(`select ${COLUMNS} from jobs.claim($1, $2, $3)`, [
      keys.map(({ id }) => id),
      keys.map(({ attempt }) => attempt),
      this.#lease,
    ]);
    const begun = new Map(rows.map((record) => [record.id, record]));
    return keys.map(({ id, attempt }) => {
      const record = begun.get(id);
      if (record?.attempt !== attempt) return null;
      // The same message twice in one batch: only one of them begins it.
      begun.delete(id);
      return record;
    });
  }

  async #finishAll(ends: readonly EndedAttempt[]): Promise<(JobState | null)[]> {
    const states = await finishAttempts(this.#database, ends);
    return ends.map((end) => states.get(keyOf(end)) ?? null);
  }
}

export async function finishAttempts(
  database: Queryable,
  ends: readonly EndedAttempt[],
): Promise<ReadonlyMap<string, JobState | null>> {
  const { rows } = await database.query<AttemptKey & { state: JobState | null }>('select * from jobs.finish($1)', [
    toStorableJson(JSON.stringify(ends)),
  ]);
  return new Map(rows.map((row) => [keyOf(row), row.state]));
}

function keyOf({ id, attempt }: AttemptKey): string {
  return `${id}/${attempt}`;
}

/** Many in one statement; where that is refused because of one of them, each by itself. */
function eachIfRefused<Key, Value>(
  ask: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (keys: readonly Key[]) => Promise<(Value | Error)[]> {
  return async (keys) => {
    try {
      return [...(await ask(keys))];
    } catch (error) {
      if (keys.length === 1 || isTransient(error)) throw error;
    }
    const answers = await Promise.allSettled(keys.map(async (key) => (await ask([key]))[0] as Value));
    return answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : toError(answer.reason)));
  };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
