import type { z } from 'zod';
import type { Identity } from '../context.ts';
import type { Transaction } from '../database/database.ts';
import { CodedError, type ErrorCode } from '../errors.ts';
import type { AskGraph, AskGraphPartly } from '../graph.ts';
import type { Logger } from '../log.ts';
import { readInput } from '../readInput.ts';
import { PRIORITIES, type Priority } from './job.ts';

/** What a handler has at hand while it runs. */
export interface JobContext<Services> {
  /** The job's id: the key by which an effect outside of the database is made once. */
  readonly id: string;
  /** On whose behalf it runs: the claims of whoever submitted it. */
  readonly identity: Identity;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Aborts when the job was cancelled, took too long, was given to another worker, or this one shuts down. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds at which the attempt has taken as long as it may, and its signal aborts. */
  readonly deadline: number;
  readonly log: Logger;
  /** What the island has started: its database, its models. */
  readonly services: Services;
  /** How far it is; told to whoever asks within half a second. `total` is null while nobody knows. */
  progress(done: number, total: number | null, note?: string): void;
  /**
   * Asks the whole graph on behalf of `identity`.
   * @throws CodedError with the first error of the answer, if it has any.
   */
  readonly graph: AskGraph;
  /**
   * As `graph`, for what may be missing in part: a field that failed is null, its error told beside.
   * @throws CodedError with the first error of an answer that has no data.
   */
  readonly askPartly: AskGraphPartly;
  /**
   * Ends the job in the transaction that does its effect, so that both happen, once, or neither.
   * @returns what `effect` returned, which is the job's result; return it from the handler.
   * @throws CodedError `CONFLICT` when this attempt is no longer the job's; then nothing was done.
   */
  commit<Result>(effect: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

export interface JobOptions<Input, Result, Services> {
  /** `<island>.<whatItDoes>`; also the name of its queue. */
  readonly kind: string;
  /** Checks what is submitted, and again what a worker is to do: another version may have submitted it. */
  readonly input: z.ZodType<Input>;
  /**
   * Does the work. It may be run again for the same job, so what it does outside of `commit` must be harmless twice.
   * What it returns is stored as JSON, at most 1 MiB, and kept for a week. A CodedError of the caller's fault (such as
   * `BAD_USER_INPUT` or `NOT_FOUND`) ends the job as FAILED; any other error is followed by another attempt.
   */
  handler(input: Input, context: JobContext<Services>): Promise<Result>;
  /** Attempts after the first that failed or was lost; 3 by default. Then the job is PARKED. */
  readonly retries?: number;
  /** The most that one attempt may take, in milliseconds; 10 minutes by default. */
  readonly timeoutMs?: number;
  /** Jobs of the kind that one worker process runs at once; 1 by default. */
  readonly concurrency?: number;
  /** `normal` by default. */
  readonly priority?: Priority;
  /**
   * Whether an attempt that was lost may be followed by another; true by default. If not, a job that has begun and
   * whose end nobody saw ends as OUTCOME_UNKNOWN.
   */
  readonly restartable?: boolean;
  /** Codes of errors that end a job of the kind as FAILED, beside those of the caller's fault; none by default. */
  readonly finalErrors?: readonly ErrorCode[];
}

/** A kind of job, as whoever submits one or runs one knows it. */
export interface JobDefinition<Input = unknown, Services = never>
  extends Required<Omit<JobOptions<Input, unknown, Services>, 'handler'>> {
  /** Checks what was stored as the input and hands it to the handler. */
  run(stored: unknown, context: JobContext<Services>): Promise<unknown>;
}

/**
 * Declares a kind of job.
 * @throws CodedError `CONFIG_INVALID` for a kind that cannot be the name of a queue, or numbers that make no sense.
 */
export function defineJob<Input, Result, Services = unknown>({
  handler,
  ...options
}: JobOptions<Input, Result, Services>): JobDefinition<Input, Services> {
  const definition = { ...DEFAULTS, ...options };
  const { kind, input, retries, timeoutMs, concurrency, priority } = definition;
  const complain = (expected: string, came: unknown): never => {
    throw new CodedError('CONFIG_INVALID', `The job ${kind}: expected ${expected}, got ${JSON.stringify(came)}.`);
  };
  if (!/^[a-z][a-z0-9]*\.[a-z][a-zA-Z0-9]*$/.test(kind) || kind.length > MAX_KIND)
    complain('a kind such as reviews.analyse: the island, a dot, and what is done', kind);
  if (!Number.isInteger(retries) || retries < 0) complain('retries to be a whole number from 0', retries);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > MAX_TIMEOUT_MS)
    complain(`timeoutMs to be whole milliseconds from 1 to ${MAX_TIMEOUT_MS}`, timeoutMs);
  if (!Number.isInteger(concurrency) || concurrency < 1)
    complain('concurrency to be a whole number from 1', concurrency);
  if (!PRIORITIES.includes(priority)) complain(`priority to be one of ${PRIORITIES.join(', ')}`, priority);
  return { ...definition, run: async (stored, context) => handler(readInput(input, stored, 'input'), context) };
}

const DEFAULTS = {
  retries: 3,
  timeoutMs: 600_000,
  concurrency: 1,
  priority: 'normal',
  restartable: true,
  finalErrors: [],
} as const;

const MAX_KIND = 100;

/** What is kept of a handler's result, as JSON. */
export const MAX_RESULT_BYTES = 1_048_576;

/** A day. */
export const MAX_TIMEOUT_MS = 86_400_000;
