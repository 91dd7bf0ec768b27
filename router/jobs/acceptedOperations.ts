import { setTimeout as sleep } from 'node:timers/promises';
import { badInput, CodedError } from '../../kit/errors.ts';
import { MAX_TIMEOUT_MS } from '../../kit/jobs/defineJob.ts';
import { type Job, TERMINAL_STATES } from '../../kit/jobs/job.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import type { SubmittedJob } from '../../kit/jobs/submission.ts';
import type { Caller } from '../execution/caller.ts';
import type { CheckedOperation, JsonAnswer, OperationRequest, Refusal } from '../supergraph/snapshot.ts';
import { toOperationInput } from './operationInput.ts';
import { isOperationKind, operationJobs } from './operationJobs.ts';

export interface AcceptedOperationsOptions {
  /** Opened when first needed, and again after it failed. */
  readonly jobs: () => Promise<Jobs>;
  /** Tells whether an operation would be executed, and as what. */
  readonly check: (request: OperationRequest, caller: Caller) => Promise<CheckedOperation>;
}

export interface AcceptOptions {
  readonly idempotencyKey: string | undefined;
  /** How long an attempt may take, in milliseconds; the kind's default when undefined. */
  readonly timeoutMs: number | undefined;
}

/** What a client is told of its operation while it has no answer. */
export type OperationJob = Pick<Job, 'id' | 'kind' | 'state' | 'progress'>;

export type Acceptance =
  | { readonly job: OperationJob; readonly refused: null }
  | (JsonAnswer & { readonly refused: Refusal });

/** Between two looks at the job that a client waits for: short at first, then ever longer. */
const FIRST_PAUSE_MS = 25;
const LAST_PAUSE_MS = 500;

/** How long an operation may take to be checked, in milliseconds, whatever time its execution is given. */
const CHECK_TIMEOUT_MS = 30_000;

/** Takes operations as jobs, and tells their submitters what became of them. */
export class AcceptedOperations {
  readonly #options: AcceptedOperationsOptions;
  readonly #stopped = new AbortController();

  constructor(options: AcceptedOperationsOptions) {
    this.#options = options;
  }

  /**
   * Makes a job of an operation that would be executed; what would be refused is refused now.
   * @throws CodedError `UNAUTHENTICATED` for an anonymous caller, `BAD_USER_INPUT` for a mutation without a key, a
   * subscription, or what cannot be a job, `IDEMPOTENCY_KEY_REUSED`, `DATABASE_UNAVAILABLE`, `OVERLOADED`.
   */
  async accept(
    request: OperationRequest,
    caller: Caller,
    { idempotencyKey, timeoutMs }: AcceptOptions,
  ): Promise<Acceptance> {
    const { identity, headers } = caller;
    if (identity.subject === null) {
      throw new CodedError(
        'UNAUTHENTICATED',
        'An operation that is answered later belongs to whoever sends it: send a token that says who you are.',
      );
    }
    checkTimeout(timeoutMs);
    const checked = await this.#options.check(request, { ...caller, deadline: Date.now() + CHECK_TIMEOUT_MS });
    if (checked.refused !== null) return checked;
    if (checked.kind === 'subscription') {
      throw badInput('Expected a query or a mutation; a subscription has no one answer that could be kept.');
    }
    if (checked.kind === 'mutation' && idempotencyKey === undefined) {
      throw badInput('A mutation that is answered later needs an Idempotency-Key, so that repeating it does it once.');
    }
    const definition = operationJobs[checked.kind];
    const input = toOperationInput(request, headers);
    const submitted = await this.#ask(
      (jobs): Promise<SubmittedJob> => jobs.submit(definition, input, { identity, idempotencyKey, timeoutMs }),
    );
    return { job: { id: submitted.id, kind: definition.kind, state: submitted.state, progress: null }, refused: null };
  }

  /**
   * The operation's job as it is now; with `waitS` as it is once it has ended, so many seconds have passed, the caller
   * has left, or `stopWaiting` was called. Null when it is not for the caller to know.
   * @throws CodedError `DATABASE_UNAVAILABLE`, `OVERLOADED`.
   */
  async find(id: string, { identity, waiting }: Pick<Caller, 'identity' | 'waiting'>, waitS = 0): Promise<Job | null> {
    const until = Date.now() + waitS * 1_000;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LAST_PAUSE_MS)) {
      const [job] = await this.#ask((jobs) => jobs.directory.find([id], identity));
      if (!job || !isOperationKind(job.kind)) return null;
      const leftMs = until - Date.now();
      if (leftMs <= 0 || TERMINAL_STATES.includes(job.state)) return job;
      const signal = AbortSignal.any([waiting.signal, this.#stopped.signal]);
      if (signal.aborted) return job;
      // Told to stop, it looks a last time.
      await sleep(Math.min(pauseMs, leftMs), undefined, { signal }).catch(() => {});
    }
  }

  /** Lets those who wait have what there is. */
  stopWaiting(): void {
    this.#stopped.abort();
  }

  /** What is wrong with the database of jobs is for the log; that they cannot be reached is all a client may know. */
  async #ask<Answer>(question: (jobs: Jobs) => Promise<Answer>): Promise<Answer> {
    const jobs = await this.#options.jobs().catch((error: unknown) => {
      throw unreachable(error);
    });
    try {
      return await question(jobs);
    } catch (error) {
      throw error instanceof CodedError && error.code === 'DATABASE_UNAVAILABLE' ? unreachable(error) : error;
    }
  }
}

const RETRY_AFTER_MS = 5_000;

function unreachable(cause: unknown): CodedError {
  return new CodedError(
    'DATABASE_UNAVAILABLE',
    'Operations that are answered later cannot be taken or looked up now: their database does not answer. Send the same request again, with the same Idempotency-Key if it had one.',
    { cause, details: { retryAfterMs: RETRY_AFTER_MS } },
  );
}

function checkTimeout(timeoutMs: number | undefined): void {
  if (timeoutMs === undefined || (timeoutMs >= 1 && timeoutMs <= MAX_TIMEOUT_MS)) return;
  throw badInput(
    `Expected x-deadline-ms from 1 to ${MAX_TIMEOUT_MS}, a day, for an operation that is answered later; got ${timeoutMs}.`,
  );
}
