import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from '../../../kit/database/database.ts';

export interface Verdict {
  /** Jobs that the submitter says it has submitted, and jobs there are of those kinds. */
  readonly submitted: number;
  readonly jobs: number;
  /** By state. */
  readonly states: Readonly<Record<string, number>>;
  /** Effects of jobs that end in their effect's transaction; how many jobs have one. */
  readonly effects: number;
  readonly jobsWithEffect: number;
  readonly marks: number;
  /** Jobs that SUCCEEDED without an effect, or have one and did not. */
  readonly untrue: number;
}

const POLL_MS = 100;

/** Where the jobs are: a server, or a database that is open here. */
export type Where = string | Database;

/** Runs a statement, on a server again and again while it is away. */
export async function ask<Row extends object>(where: Where, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  if (typeof where !== 'string') return (await where.query<Row>(sql, parameters)).rows;
  for (;;) {
    const client = new pg.Client({ connectionString: where, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query<Row>(sql, parameters)).rows;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.severity === 'ERROR') throw error;
      await sleep(POLL_MS);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** Resolves once no job of the scenario is left to be done. */
export async function untilDone(where: Where, scenario: string, jobs: number): Promise<void> {
  for (;;) {
    const [row] = await ask<{ ended: number }>(
      where,
      `select count(*)::integer as ended from jobs.jobs j where j.kind like $1 || '.%' and j.finished_at is not null`,
      [scenario],
    );
    if ((row?.ended ?? 0) >= jobs) return;
    await sleep(POLL_MS);
  }
}

export async function verdictOf(where: Where, scenario: string): Promise<Verdict> {
  const [counts] = await ask<Omit<Verdict, 'states'>>(
    where,
    `with mine as (select * from jobs.jobs where kind like $1 || '.%'),
       happened as (
         select m.id, m.kind, m.state, count(e.job_id) as effects, (select count(*) from public.marks k where k.job_id = m.id) as marks
         from mine m left join public.effects e on e.job_id = m.id group by m.id, m.kind, m.state)
     select (select count(*) from public.submitted s join mine m on m.id = s.job_id where s.scenario = $1)::integer as submitted,
       count(*)::integer as jobs, sum(effects)::integer as effects,
       count(*) filter (where effects > 0)::integer as "jobsWithEffect", sum(marks)::integer as marks,
       count(*) filter (where (state = 'SUCCEEDED') <> (effects + marks = 1))::integer as untrue
     from happened`,
    [scenario],
  );
  const states = await ask<{ state: string; count: number }>(
    where,
    `select state, count(*)::integer from jobs.jobs where kind like $1 || '.%' group by state`,
    [scenario],
  );
  if (!counts) throw new Error('a count of nothing is a row all the same');
  return { ...counts, states: Object.fromEntries(states.map(({ state, count }) => [state, count])) };
}

/** Rows of the agenda that belong to no job that is still to be done. */
export async function leftOver(where: Where): Promise<number> {
  const [row] = await ask<{ count: number }>(
    where,
    'select count(*)::integer from jobs.agenda a left join jobs.jobs j on j.id = a.job_id where j.id is null or j.finished_at is not null',
  );
  return row?.count ?? Number.NaN;
}
