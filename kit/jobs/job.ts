import type { Identity } from '../context.ts';

/** What a job can be. docs/jobs.md draws the moves between them; migrations/001-jobs.sql enforces them. */
export const JOB_STATES = [
  /** Waits for a worker. */
  'QUEUED',
  /** Waits for its time. */
  'SCHEDULED',
  'RUNNING',
  /** An attempt failed; the next one waits for its time. */
  'RETRYING',
  'SUCCEEDED',
  /** It cannot be done, and trying again would not help. */
  'FAILED',
  'CANCELLED',
  /** Every attempt failed; somebody has to look at it. */
  'PARKED',
  /** It had begun, nobody knows how it ended, and it must not begin twice. */
  'OUTCOME_UNKNOWN',
] as const;
export type JobState = (typeof JOB_STATES)[number];

export const PRIORITIES = ['high', 'normal', 'low'] as const;
/** Of one kind, what is high begins before what is normal, and that before what is low. */
export type Priority = (typeof PRIORITIES)[number];

export const TERMINAL_STATES: readonly JobState[] = ['SUCCEEDED', 'FAILED', 'CANCELLED', 'PARKED', 'OUTCOME_UNKNOWN'];

export interface JobError {
  /** One of kit/errors.ts. */
  readonly code: string;
  readonly message: string;
}

export interface Progress {
  readonly done: number;
  /** Null while nobody knows how much there is. */
  readonly total: number | null;
  readonly note: string | null;
}

/** A job as it stands now. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly priority: Priority;
  /** On whose behalf it runs. */
  readonly identity: Identity;
  readonly input: unknown;
  /** What the handler returned; undefined unless it succeeded. */
  readonly result: unknown;
  readonly error: JobError | null;
  readonly progress: Progress | null;
  /** The number of the attempt that runs or ran last; 0 before the first. */
  readonly attempt: number;
  readonly restartable: boolean;
  readonly cancelRequested: boolean;
  readonly timeoutMs: number;
  readonly trace: string | null;
  readonly createdAt: Date;
  /** When it may begin at the earliest. */
  readonly runAt: Date;
  /** When its last attempt began. */
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** A job without what it was given and what it made, each of which may be a megabyte. */
export type JobSummary = Omit<Job, 'input' | 'result'>;

/** A row of jobs.jobs. */
export interface JobRecord {
  id: string;
  kind: string;
  state: JobState;
  lane: number;
  input: unknown;
  subject: string;
  tenant: string | null;
  scopes: string[];
  attempt: number;
  restartable: boolean;
  timeout_ms: number;
  progress_done: number | null;
  progress_total: number | null;
  progress_note: string | null;
  result: unknown;
  error_code: string | null;
  error_message: string | null;
  cancel_requested: boolean;
  trace: string | null;
  run_at: Date;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
}

/** What a worker needs to know of a job that it has begun. */
export type BegunJob = Pick<JobRecord, (typeof BEGUN_COLUMNS)[number]>;

export const BEGUN_COLUMNS = [
  'id',
  'kind',
  'attempt',
  'input',
  'subject',
  'tenant',
  'scopes',
  'restartable',
  'timeout_ms',
  'trace',
  'run_at',
] as const satisfies readonly (keyof JobRecord)[];

export type SummaryRecord = Pick<JobRecord, (typeof SUMMARY_COLUMNS)[number]>;

export const SUMMARY_COLUMNS = [
  'id',
  'kind',
  'state',
  'lane',
  'subject',
  'tenant',
  'scopes',
  'attempt',
  'restartable',
  'timeout_ms',
  'progress_done',
  'progress_total',
  'progress_note',
  'error_code',
  'error_message',
  'cancel_requested',
  'trace',
  'run_at',
  'created_at',
  'started_at',
  'finished_at',
] as const satisfies readonly (keyof JobRecord)[];

export function toJob(record: JobRecord): Job {
  return {
    ...toSummary(record),
    input: record.input,
    result: record.state === 'SUCCEEDED' ? record.result : undefined,
  };
}

export function toSummary(record: SummaryRecord): JobSummary {
  const { error_code: code, error_message: message, progress_done: done } = record;
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    priority: PRIORITIES[record.lane] ?? 'normal',
    identity: { subject: record.subject, tenant: record.tenant, scopes: record.scopes },
    error: code === null ? null : { code, message: message ?? '' },
    progress: done === null ? null : { done, total: record.progress_total, note: record.progress_note },
    attempt: record.attempt,
    restartable: record.restartable,
    cancelRequested: record.cancel_requested,
    timeoutMs: record.timeout_ms,
    trace: record.trace,
    createdAt: record.created_at,
    runAt: record.run_at,
    startedAt: record.started_at,
    finishedAt: record.finished_at,
  };
}
