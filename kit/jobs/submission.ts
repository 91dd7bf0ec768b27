import DataLoader from 'dataloader';
import type { Identity } from '../context.ts';
import type { Database, Queryable, Transaction } from '../database/database.ts';
import { badInput, CodedError } from '../errors.ts';
import { readInput } from '../readInput.ts';
import { jobsSubmitted } from '../telemetry/jobMetrics.ts';
import { withSubmitSpan } from '../telemetry/jobSpans.ts';
import { type JobDefinition, MAX_TIMEOUT_MS } from './defineJob.ts';
import { type JobState, PRIORITIES, type Priority } from './job.ts';
import { newJobId } from './newJobId.ts';
import type { Announcement, JobQueue } from './queue/queue.ts';
import type { Relay } from './relay.ts';
import { isStorableJson } from './storableJson.ts';

export interface SubmitOptions {
  /** On whose behalf it runs, and who may see it. */
  readonly identity: Identity;
  /** Writes the job in this transaction: it exists if and when that is committed. */
  readonly transaction?: Transaction;
  /** Of jobs of one kind that a subject submits with one key, there is only one; 1 to 255 printable ASCII characters. */
  readonly idempotencyKey?: string | undefined;
  /** When it may begin at the earliest; now by default. */
  readonly runAt?: Date | undefined;
  /** The definition's by default. */
  readonly priority?: Priority | undefined;
  /** The definition's by default. */
  readonly timeoutMs?: number | undefined;
}

export interface SubmittedJob {
  readonly id: string;
  readonly state: JobState;
  /** False when the key was used before: this is that job. */
  readonly isNew: boolean;
}

export interface SubmissionOptions {
  readonly database: Database;
  readonly queue: JobQueue;
  readonly relay: Relay;
}

const MAX_INPUT_BYTES = 1_048_576;
const MAX_BATCH = 200;
/** Characters. */
const LARGE = 100_000;

/** A job that is to be written. */
interface NewJob extends Announcement {
  readonly hasKey: boolean;
  /** Its input as JSON text. */
  readonly input: string;
  /** All of it as jobs.submit takes it, as JSON text. */
  readonly row: string;
}

interface WrittenRow {
  id: string;
  state: JobState;
  earlier_input: string | null;
}

/** Writes jobs, and has them announced once they are committed. */
export class Submission {
  readonly #options: SubmissionOptions;
  readonly #together: DataLoader<NewJob, WrittenRow>;

  constructor(options: SubmissionOptions) {
    this.#options = options;
    this.#together = new DataLoader((jobs) => this.#write(options.database, jobs), {
      cache: false,
      maxBatchSize: MAX_BATCH,
      batchScheduleFn: (dispatch) => void setImmediate(dispatch),
    });
  }

  /**
   * @throws CodedError `BAD_USER_INPUT` for an input that the definition refuses or options outside their limits,
   * `UNAUTHENTICATED` for an anonymous identity, `IDEMPOTENCY_KEY_REUSED` for a key with another input.
   */
  async submit<Input>(
    definition: JobDefinition<Input>,
    input: Input,
    { transaction, ...options }: SubmitOptions,
  ): Promise<SubmittedJob> {
    readInput(definition.input, input, 'input');
    return withSubmitSpan(definition.kind, async (trace, span) => {
      const job = newJob(definition, input, options, trace);
      const row = await this.#writeOne(job, transaction);
      const isNew = row.earlier_input === null;
      if (!isNew && row.earlier_input !== job.input) {
        throw new CodedError(
          'IDEMPOTENCY_KEY_REUSED',
          `The idempotency key ${JSON.stringify(options.idempotencyKey)} belongs to ${row.id}, which was submitted with another input. Send that input, or a new key.`,
          { details: { jobId: row.id } },
        );
      }
      span.setAttributes({ 'job.id': row.id, 'job.status': row.state });
      if (isNew) {
        if (transaction) transaction.onCommit(() => this.#announce(job, row));
        else this.#announce(job, row);
      }
      return { id: row.id, state: row.state, isNew };
    });
  }

  async #writeOne(job: NewJob, transaction: Transaction | undefined): Promise<WrittenRow> {
    // A large one makes a statement of its own: two hundred of them would be one of hundreds of megabytes.
    if (transaction === undefined && !job.hasKey && job.row.length <= LARGE) return this.#together.load(job);
    const [row] = await this.#write(transaction ?? this.#options.database, [job]);
    if (row === undefined) throw new Error('jobs.submit answered with no job');
    return row;
  }

  async #write(database: Queryable, jobs: readonly NewJob[]): Promise<WrittenRow[]> {
    const { rows } = await database.query<WrittenRow>('select * from jobs.submit($1, $2)', [
      `[${jobs.map(({ row }) => row).join()}]`,
      `${this.#options.queue.announceAfterMs} milliseconds`,
    ]);
    if (jobs.length === 1) return rows;
    const byId = new Map(rows.map((row) => [row.id, row]));
    return jobs.flatMap(({ id }) => byId.get(id) ?? []);
  }

  #announce(job: Announcement, { state }: WrittenRow): void {
    jobsSubmitted.inc({ kind: job.kind });
    if (state === 'QUEUED') this.#options.relay.announce([job]);
  }
}

function newJob(
  definition: JobDefinition,
  input: unknown,
  { identity, idempotencyKey, runAt, priority, timeoutMs }: Omit<SubmitOptions, 'transaction'>,
  trace: string | null,
): NewJob {
  const { subject, tenant, scopes } = identity;
  if (subject === null) {
    throw new CodedError('UNAUTHENTICATED', 'A job belongs to whoever submits it: send a token that says who you are.');
  }
  const json = JSON.stringify(input);
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_INPUT_BYTES) {
    throw badInput(`input: expected at most ${MAX_INPUT_BYTES} bytes of JSON, got ${bytes}.`, 'input');
  }
  if (idempotencyKey !== undefined && !/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw badInput('idempotencyKey: expected 1 to 255 printable ASCII characters without spaces.', 'idempotencyKey');
  }
  if (runAt !== undefined && Number.isNaN(runAt.getTime())) throw badInput('runAt: expected an instant.', 'runAt');
  const timeout = timeoutMs ?? definition.timeoutMs;
  if (!Number.isInteger(timeout) || timeout < 1 || timeout > MAX_TIMEOUT_MS) {
    throw badInput(`timeoutMs: expected whole milliseconds from 1 to ${MAX_TIMEOUT_MS}, got ${timeout}.`, 'timeoutMs');
  }
  const { kind, retries, restartable } = definition;
  const announcement = { id: newJobId(), kind, priority: priority ?? definition.priority, attempt: 1, trace };
  const rest = JSON.stringify({
    id: announcement.id,
    kind,
    lane: PRIORITIES.indexOf(announcement.priority),
    subject,
    tenant,
    scopes,
    idempotency_key: idempotencyKey,
    retries,
    restartable,
    timeout_ms: timeout,
    trace,
    run_at: runAt,
  });
  const row = `${rest.slice(0, -1)},"input":${json}}`;
  if (!isStorableJson(row)) {
    throw badInput('input: expected text without the character U+0000 or half a surrogate pair.', 'input');
  }
  return { ...announcement, hasKey: idempotencyKey !== undefined, input: json, row };
}
