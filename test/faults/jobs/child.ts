/**
 * A process of a fault test. Its environment says what it is: SCENARIO, ROLES, JOBS, and where the servers are.
 * - `submit`: exits with 0 once all is submitted, if that is its only role.
 * - `work`: until it is told to stop. `freeze`: works on the jobs that stop it.
 * - `trouble`: submits a job that kills its worker and one that hangs.
 * - `tell`: tells its parent how many jobs have ended, whenever that changed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../kit/database/openDatabase.ts';
import { Jobs } from '../../../kit/jobs/jobs.ts';
import { isTransient } from '../../../kit/jobs/work/persistently.ts';
import { createLogger } from '../../../kit/log.ts';
import { closeOnSignal } from '../../../kit/shutdown.ts';
import { freezingOf, kindsOf } from './kinds.ts';

const { SCENARIO = '', ROLES = '', JOBS = '0', DATABASE_URL, RABBITMQ_URL, ARCHIPELAGO_DATA = '' } = process.env;
const SUBMITTERS = 8;
const AGAIN_MS = 100;
const IDENTITY = { subject: 'tester', tenant: null, scopes: [] };

const log = createLogger({ level: 'info', service: ROLES, pretty: false });
const database = await openDatabase({ url: DATABASE_URL, directory: ARCHIPELAGO_DATA, log });
const timings = { leaseMs: 1_500, pulseMs: 100, announceAgainMs: 1_000, pollMs: 200, stopMs: 200 };
const jobs = await Jobs.open({ database, rabbitUrl: RABBITMQ_URL, log, timings });
closeOnSignal(async () => {
  await jobs.close();
  await database.close();
}, log);

const kinds = kindsOf(SCENARIO);
if (ROLES.includes('work')) jobs.work(Object.values(kinds), { services: { database } });
if (ROLES.includes('freeze')) jobs.work([freezingOf(SCENARIO)], { services: { database } });
process.send?.('ready');
if (ROLES.includes('tell')) void tellEnded();
if (ROLES.includes('trouble')) {
  const once = { identity: IDENTITY, idempotencyKey: 'trouble' };
  for (const kind of [kinds.poison, kinds.hanging]) await untilAnswered(() => jobs.submit(kind, { n: 0 }, once));
}
if (ROLES.includes('submit')) {
  await submitAll();
  process.send?.('submitted');
  if (!ROLES.includes('work')) {
    await jobs.close();
    await database.close();
    process.exit(0);
  }
}

/** For a parent that cannot look into the database itself. */
async function tellEnded(): Promise<void> {
  for (let told = -1; ; await sleep(AGAIN_MS)) {
    const sql = 'select count(*) as ended from jobs.jobs where finished_at is not null';
    const { rows } = await untilAnswered(() => database.query<{ ended: number }>(sql));
    const ended = rows[0]?.ended ?? 0;
    if (ended !== told) process.send?.({ ended });
    told = ended;
  }
}

/** Submits the jobs that are not submitted yet, each in the transaction that says so. */
async function submitAll(): Promise<void> {
  const left = new Set(Array.from({ length: Number(JOBS) }, (_, n) => n));
  const { rows } = await untilAnswered(() =>
    database.query<{ n: number }>('select n from public.submitted where scenario = $1', [SCENARIO]),
  );
  for (const { n } of rows) left.delete(n);
  const lane = async (): Promise<void> => {
    for (const n of left) {
      left.delete(n);
      await untilAnswered(() => submitOne(n));
    }
  };
  await Promise.all(Array.from({ length: SUBMITTERS }, lane));
}

function submitOne(n: number): Promise<void> {
  return database.transaction(async (transaction) => {
    // A transaction whose commit was not seen may have been committed: then this one finds its job.
    const { id } = await jobs.submit(
      n % 2 === 0 ? kinds.committed : kinds.marked,
      { n },
      { identity: IDENTITY, idempotencyKey: `${SCENARIO}-${n}`, transaction },
    );
    await transaction.query('insert into public.submitted values ($1, $2, $3) on conflict do nothing', [
      SCENARIO,
      n,
      id,
    ]);
  });
}

async function untilAnswered<Result>(question: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await question();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await sleep(AGAIN_MS);
    }
  }
}
