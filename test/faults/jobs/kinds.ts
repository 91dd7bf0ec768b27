import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { z } from 'zod';
import type { Database } from '../../../kit/database/database.ts';
import { openDatabase } from '../../../kit/database/openDatabase.ts';
import { defineJob, type JobDefinition } from '../../../kit/jobs/defineJob.ts';
import { Jobs } from '../../../kit/jobs/jobs.ts';

const input = z.object({ n: z.number() });
export type Input = z.infer<typeof input>;
export type Services = { readonly database: Database };
type Kind = JobDefinition<Input, Services>;

const LONGEST_MS = 8;
const CONCURRENCY = 20;

export interface Kinds {
  /** Its effect is a row of public.effects, without any uniqueness, written in the transaction that ends the job. */
  readonly committed: Kind;
  /** Its effect is a row of public.marks, made by a statement of its own that is harmless twice. */
  readonly marked: Kind;
  /** Kills its worker, each time. */
  readonly poison: Kind;
  /** Never ends, and does not heed its signal. */
  readonly hanging: Kind;
}

/** The kinds of one scenario: no other test has their queues. */
export function kindsOf(scenario: string): Kinds {
  const working = () => sleep(Math.random() * LONGEST_MS);
  return {
    committed: defineJob({
      kind: `${scenario}.committed`,
      input,
      retries: 20,
      concurrency: CONCURRENCY,
      handler: async ({ n }, { id, attempt, commit }) => {
        await working();
        return commit(async (transaction) => {
          await transaction.query('insert into public.effects (job_id, attempt) values ($1, $2)', [id, attempt]);
          return n;
        });
      },
    }),
    marked: defineJob<Input, number, Services>({
      kind: `${scenario}.marked`,
      input,
      retries: 20,
      concurrency: CONCURRENCY,
      handler: async ({ n }, { id, services }) => {
        await working();
        await services.database.query('insert into public.marks (job_id) values ($1) on conflict do nothing', [id]);
        return n;
      },
    }),
    poison: defineJob<Input, never, Services>({
      kind: `${scenario}.poison`,
      input,
      retries: 1,
      handler: async () => {
        process.kill(process.pid, 'SIGKILL');
        return new Promise<never>(() => {});
      },
    }),
    hanging: defineJob<Input, never, Services>({
      kind: `${scenario}.hanging`,
      input,
      retries: 1,
      timeoutMs: 300,
      handler: () => new Promise<never>(() => {}),
    }),
  };
}

/** Stops its process in the middle of its commit, the first time. */
export function freezingOf(scenario: string): Kind {
  return defineJob({
    kind: `${scenario}.freezing`,
    input,
    timeoutMs: 500,
    handler: (_, { id, attempt, commit }) =>
      commit(async (transaction) => {
        await transaction.query('insert into public.effects (job_id, attempt) values ($1, $2)', [id, attempt]);
        if (attempt === 1) process.kill(process.pid, 'SIGSTOP');
        return `by attempt ${attempt}`;
      }),
  });
}

/** What the kinds leave behind, and what the submitter says that it has submitted. */
const TABLES = [
  'create table public.effects (job_id text not null, attempt integer not null)',
  'create table public.marks (job_id text primary key)',
  'create table public.submitted (scenario text, n integer, job_id text not null, primary key (scenario, n))',
];

/** Makes the tables of jobs and of the tests. */
export async function prepareDatabase(where: { url: string | undefined; directory: string }): Promise<void> {
  const log = pino({ level: 'silent' });
  const database = await openDatabase({ ...where, log });
  for (const table of TABLES) await database.query(table);
  await (await Jobs.open({ database, log })).close();
  await database.close();
}
