import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Transaction } from '../../database/database.ts';
import { CodedError, type ErrorCode } from '../../errors.ts';
import { askAs, askPartlyAs, type Graph } from '../../graph.ts';
import type { Logger } from '../../log.ts';
import { type JobContext, type JobDefinition, MAX_RESULT_BYTES, MAX_TIMEOUT_MS } from '../defineJob.ts';
import type { BegunJob } from '../job.ts';
import { finishAttempts, type Outcome, type Pulse } from './attempts.ts';

/** What a definition needs besides the job itself. */
export interface Surroundings<Services> {
  readonly services: Services;
  readonly database: Database;
  /** Undefined where this process cannot ask the graph. */
  readonly graph: Graph | undefined;
  readonly log: Logger;
  /** How long a handler has to stop once its signal aborted, in milliseconds. */
  readonly stopMs: number;
}

/** Why an attempt was told to stop; its outcome follows from it. */
export type StopReason = 'CANCELLED' | 'TIMED_OUT' | 'LOST' | 'SHUTTING_DOWN';

/** The caller's fault: trying again would end the same way. */
const FINAL: readonly ErrorCode[] = [
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'UNSUPPORTED_LANGUAGE',
  'CONFLICT',
  'RESULT_TOO_LARGE',
  'OPERATION_TOO_LARGE',
  'OPERATION_NOT_PLANNED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
];

/** Their messages name hosts and files: for our logs, not for whoever submitted the job. */
const ABOUT_US: readonly ErrorCode[] = [
  'CONFIG_INVALID',
  'DATABASE_UNAVAILABLE',
  'DATABASE_LOCKED',
  'DATABASE_CORRUPT',
  'MIGRATION_FAILED',
  'SUPERGRAPH_INVALID',
];

/** Takes the job for a transaction that the server ends when it has taken too long: nobody else could end the job. */
const HOLD = `select jobs.hold($1, $2) as held,
  set_config('idle_in_transaction_session_timeout', $3, true), set_config('statement_timeout', $3, true)`;
/** For a process that works to be the first to notice. */
const SERVER_GRACE_MS = 1_000;

const MAX_NOTE = 200;
const MAX_MESSAGE = 2_000;

class Stopped extends Error {
  override readonly name = 'AbortError';
  readonly reason: StopReason;

  constructor(reason: StopReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** One attempt of a job, from its beginning to what is to be said of its end. */
export class Attempt<Services> {
  readonly record: BegunJob;
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly #definition: JobDefinition<unknown, Services>;
  readonly #surroundings: Surroundings<Services>;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  #progress: Omit<Pulse, 'id' | 'attempt'> = { done: null, total: null, note: null };
  /** Rejects once a handler that was told to stop has had its time. */
  readonly #cutOff: Promise<never>;
  #committed = false;
  #ended = false;

  constructor(record: BegunJob, definition: JobDefinition<unknown, Services>, surroundings: Surroundings<Services>) {
    this.record = record;
    this.deadline = Date.now() + record.timeout_ms;
    this.#definition = definition;
    this.#surroundings = surroundings;
    this.#log = surroundings.log.child({ jobId: record.id, kind: record.kind, attempt: record.attempt });
    this.#cutOff = this.#untilStopped();
    this.#cutOff.catch(() => {});
  }

  get pulse(): Pulse {
    return { id: this.record.id, attempt: this.record.attempt, ...this.#progress };
  }

  /** Whether `commit` has ended the job already. */
  get committed(): boolean {
    return this.#committed;
  }

  stop(reason: StopReason): void {
    if (this.#ended || this.#stop.signal.aborted) return;
    const why = {
      CANCELLED: 'The job was cancelled.',
      TIMED_OUT: `The attempt did not end within ${this.record.timeout_ms} ms.`,
      LOST: 'The attempt is no longer the job’s: its lease ran out.',
      SHUTTING_DOWN: 'The worker shuts down.',
    };
    this.#stop.abort(new Stopped(reason, why[reason]));
  }

  /** Runs the handler until it ends or, once it was told to stop, for a little longer. It never rejects. */
  async run(): Promise<Outcome> {
    try {
      const result = await Promise.race([this.#handle(), this.#cutOff]);
      return { outcome: 'SUCCEEDED', result };
    } catch (error) {
      return this.#outcomeOf(error);
    } finally {
      // From here on it only has to be told; that the job then is no longer running is no loss.
      this.#ended = true;
    }
  }

  async #handle(): Promise<unknown> {
    const result = await this.#definition.run(this.record.input, this.#context());
    return this.#committed ? undefined : checkResult(result);
  }

  /** A handler that ignores its signal does not hold its place. */
  async #untilStopped(): Promise<never> {
    const { signal } = this.#stop;
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await sleep(this.#surroundings.stopMs);
    if (!this.#ended && !this.#committed)
      this.#log.error('the handler did not stop when its signal aborted; it was left behind');
    throw signal.reason;
  }

  #context(): JobContext<Services> {
    const { subject, tenant, scopes, id, attempt } = this.record;
    const { services, graph } = this.#surroundings;
    const identity = { subject, tenant, scopes };
    const { signal } = this.#stop;
    return {
      id,
      identity,
      attempt,
      signal,
      deadline: this.deadline,
      log: this.#log,
      services,
      progress: (done, total, note) => {
        this.#progress = {
          done: wholeNumber(done),
          total: total === null ? null : wholeNumber(total),
          note: note?.slice(0, MAX_NOTE) ?? null,
        };
      },
      graph: askAs(graph, { identity, signal, deadline: this.deadline }),
      askPartly: askPartlyAs(graph, { identity, signal, deadline: this.deadline }),
      commit: (effect) => this.#commit(effect),
    };
  }

  async #commit<Result>(effect: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const { id, attempt } = this.record;
    if (this.#committed) throw new CodedError('CONFLICT', 'The job was committed before; a handler commits once.');
    const result = await this.#surroundings.database.transaction(async (transaction) => {
      const { rows } = await transaction.query<{ held: string | null }>(HOLD, [id, attempt, this.#patienceMs()]);
      if (rows[0]?.held !== 'RUNNING') {
        throw new CodedError('CONFLICT', 'This attempt is no longer the job’s; nothing was done.');
      }
      const value = await Promise.race([effect(transaction), this.#cutOff]);
      await finishAttempts(transaction, [{ ...this.pulse, outcome: 'SUCCEEDED', result: checkResult(value) }]);
      return value;
    });
    this.#committed = true;
    return result;
  }

  /** How long a server waits in the middle of a commit for a process that stands still, or was cut off with its machine. */
  #patienceMs(): number {
    return Math.max(0, this.deadline - Date.now()) + this.#surroundings.stopMs + SERVER_GRACE_MS;
  }

  #outcomeOf(error: unknown): Outcome {
    const reason = this.#stop.signal.aborted ? this.#stop.signal.reason : undefined;
    const message = (error instanceof Error ? error.message : String(error)).slice(0, MAX_MESSAGE);
    if (reason instanceof Stopped) return { ...OUTCOME_OF_STOP[reason.reason], error_message: reason.message };
    if (error instanceof CodedError && !ABOUT_US.includes(error.code)) {
      const ends = FINAL.includes(error.code) || this.#definition.finalErrors.includes(error.code);
      const final = ends || !this.record.restartable;
      const { retryAfterMs } = error.extensions;
      return {
        outcome: final ? 'FAILED' : 'RETRY',
        error_code: error.code,
        error_message: message,
        retry_after_ms:
          typeof retryAfterMs === 'number' ? Math.min(wholeNumber(retryAfterMs), MAX_TIMEOUT_MS) : undefined,
      };
    }
    this.#log.error({ err: error }, 'a job failed');
    return {
      // One that must not begin twice ends unknown by this: it broke somewhere in the middle.
      outcome: 'RETRY',
      error_code: error instanceof CodedError ? error.code : 'INTERNAL_SERVER_ERROR',
      error_message: 'The job failed on a fault of ours; the log of its worker has the cause.',
    };
  }
}

/** A job that was cancelled is not tried again, whatever its attempt says: jobs.finish knows. */
const OUTCOME_OF_STOP = {
  CANCELLED: { outcome: 'RETRY', error_code: 'JOB_CANCELLED' },
  TIMED_OUT: { outcome: 'RETRY', error_code: 'DEADLINE_EXCEEDED' },
  LOST: { outcome: 'RETRY', error_code: 'WORKER_LOST' },
  SHUTTING_DOWN: { outcome: 'RELEASED', error_code: 'WORKER_LOST' },
} as const satisfies Record<StopReason, { readonly outcome: Outcome['outcome']; readonly error_code: ErrorCode }>;

/** What is stored: JSON, and not too much of it. */
function checkResult(result: unknown): unknown {
  const json = JSON.stringify(result ?? null);
  if (json === undefined) throw new TypeError(`A job's result is JSON; got a ${typeof result}.`);
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_RESULT_BYTES) {
    throw new CodedError(
      'RESULT_TOO_LARGE',
      `The job's result has ${bytes.toLocaleString('en')} bytes; at most ${MAX_RESULT_BYTES.toLocaleString('en')} are kept. Ask for less at once.`,
    );
  }
  return result ?? null;
}

function wholeNumber(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(Math.max(0, Math.round(value)), Number.MAX_SAFE_INTEGER);
}
