import type { Page } from '../connection.ts';
import type { Identity } from '../context.ts';
import type { Database } from '../database/database.ts';
import { CodedError } from '../errors.ts';
import type { NewestFirstKey } from '../newestFirst.ts';
import { recordJobSpan } from '../telemetry/jobSpans.ts';
import {
  type Job,
  type JobRecord,
  type JobState,
  type JobSummary,
  SUMMARY_COLUMNS,
  type SummaryRecord,
  toJob,
  toSummary,
} from './job.ts';
import type { Relay } from './relay.ts';

/** Whoever has it sees and changes the jobs of everybody. */
export const OPERATOR_SCOPE = 'jobs:operate';

export interface JobFilter {
  readonly states?: readonly JobState[] | undefined;
  readonly kind?: string | undefined;
}

const SUMMARY = SUMMARY_COLUMNS.map((column) => `j.${column}`).join(', ');

/** The jobs there are, to those who may know of them: whoever submitted one, and operators. */
export class JobDirectory {
  readonly #database: Database;
  readonly #relay: Relay;

  constructor(database: Database, relay: Relay) {
    this.#database = database;
    this.#relay = relay;
  }

  /** One job or null per id, in the order of the ids. A job of somebody else is null, as one that does not exist. */
  async find(ids: readonly string[], identity: Identity): Promise<(Job | null)[]> {
    const { condition, parameters } = visibleTo(identity, 2);
    const { rows } = await this.#database.query<JobRecord>(
      `select j.* from jobs.jobs j where j.id = any($1) and ${condition}`,
      [ids, ...parameters],
    );
    const found = new Map(rows.map((record) => [record.id, toJob(record)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** As `find`, without what may be large. */
  async summaries(ids: readonly string[], identity: Identity): Promise<(JobSummary | null)[]> {
    const { condition, parameters } = visibleTo(identity, 2);
    const { rows } = await this.#database.query<SummaryRecord>(
      `select ${SUMMARY} from jobs.jobs j where j.id = any($1) and ${condition}`,
      [ids, ...parameters],
    );
    const found = new Map(rows.map((record) => [record.id, toSummary(record)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** The newest jobs after the page's key, one more than the page holds. */
  async newest({ first, after }: Page<NewestFirstKey>, filter: JobFilter, identity: Identity): Promise<JobSummary[]> {
    const [, id] = after ?? [null, null];
    const { condition, parameters } = visibleTo(identity, 5);
    const { rows } = await this.#database.query<SummaryRecord>(
      `select ${SUMMARY} from jobs.jobs j
       where ($1::text[] is null or j.state = any($1)) and ($2::text is null or j.kind = $2)
         and ($3::text is null or j.id < $3) and ${condition}
       order by j.id desc limit $4`,
      [filter.states, filter.kind, id, first + 1, ...parameters],
    );
    return rows.map(toSummary);
  }

  /** Each job's place among those of its kind that could begin now; null for one that is not QUEUED. In the order of the ids. */
  async positions(ids: readonly string[]): Promise<(number | null)[]> {
    const { rows } = await this.#database.query<{ id: string; position: number }>(
      // The line is counted once, however many places are asked for.
      `with wanted as (
         select j.id, j.kind from jobs.jobs j where j.id = any($1) and j.state = 'QUEUED'
       ), line as (
         select a.job_id as id, row_number() over (partition by a.kind order by a.lane, a.seq) as position
         from jobs.agenda a join jobs.jobs j on j.id = a.job_id
         where a.kind in (select kind from wanted) and not a.leased
           and (j.state = 'QUEUED' or j.state <> 'RUNNING' and (a.due_at <= now() or a.announced > 0))
       )
       select id, position from line where id in (select id from wanted)`,
      [ids],
    );
    const found = new Map(rows.map((row) => [row.id, row.position]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /**
   * Ends a job that has not begun; one that runs is told to stop, and ends within a second if its handler listens.
   * @throws CodedError `NOT_FOUND`, or `CONFLICT` for one that has ended.
   */
  async cancel(id: string, identity: Identity): Promise<JobSummary> {
    return this.#change('cancel', id, identity, 'Only a job that has not ended, or is parked, can be cancelled');
  }

  /**
   * Begins a job anew that FAILED, was PARKED or CANCELLED.
   * @throws CodedError `NOT_FOUND`, or `CONFLICT` for one that has not ended so, or must not begin twice.
   */
  async retry(id: string, identity: Identity): Promise<JobSummary> {
    const job = await this.#change(
      'retry',
      id,
      identity,
      'Only a job that FAILED, was PARKED or CANCELLED can begin anew, and one that must not begin twice only if it never began',
    );
    this.#relay.announce([{ id, kind: job.kind, priority: job.priority, attempt: job.attempt + 1, trace: job.trace }]);
    return job;
  }

  async #change(what: 'cancel' | 'retry', id: string, identity: Identity, rule: string): Promise<JobSummary> {
    const [job] = await this.summaries([id], identity);
    if (!job) throw new CodedError('NOT_FOUND', `id: expected the id of a job of yours, got ${JSON.stringify(id)}.`);
    const { rows } = await this.#database.query<{ state: JobState; possible: boolean }>(
      `select * from jobs.${what}($1)`,
      [id],
    );
    const [answer] = rows;
    if (!answer?.possible) {
      throw new CodedError('CONFLICT', `${rule}; this one is ${answer?.state ?? 'forgotten'}.`, {
        details: { status: answer?.state },
      });
    }
    recordJobSpan(what, job.kind, job.trace, { 'job.id': id, 'job.status': answer.state });
    const [changed] = await this.summaries([id], identity);
    return changed ?? job;
  }
}

/**
 * The condition for the jobs `j` that the one who asks may see: his own, or all. Its parameters begin at `$first`.
 * Two conditions rather than one with an `or`, as each has an index of its own.
 */
function visibleTo(
  { subject, tenant, scopes }: Identity,
  first: number,
): { readonly condition: string; readonly parameters: readonly (string | null)[] } {
  if (scopes.includes(OPERATOR_SCOPE)) return { condition: 'true', parameters: [] };
  return {
    condition: `j.subject = $${first} and coalesce(j.tenant, '') = coalesce($${first + 1}, '')`,
    parameters: [subject, tenant],
  };
}
