import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { pino } from 'pino';
import { Connection } from 'rabbitmq-client';
import { describe } from 'vitest';
import type { Identity } from '../context.ts';
import type { Database } from '../database/database.ts';
import { openTestDatabase } from '../database/testDatabase.ts';
import { serverAnswers, TEST_SERVER } from '../database/testServer.ts';
import type { Job, JobState } from './job.ts';
import { Jobs, type OpenJobsOptions } from './jobs.ts';
import { laneQueues } from './queue/topology.ts';
import type { JobTimings } from './timings.ts';

/** Where tests look for a broker; each names queues of its own there and deletes them. */
export const TEST_BROKER = 'amqp://guest:guest@127.0.0.1:5672';

/** Whether a broker answers the tests. */
export const brokerAnswers = await (async () => {
  const connection = new Connection({ url: TEST_BROKER, retryLow: 100_000 });
  const answered = once(connection, 'connection').then(() => true);
  const refused = once(connection, 'error').then(() => false);
  try {
    return await Promise.race([answered, refused]).catch(() => false);
  } finally {
    await connection.close();
  }
})();

const log = pino({ level: 'silent' });

/** Short enough for a test to see what time brings, long enough for a machine that is busy. */
export const TEST_TIMINGS = { leaseMs: 1_500, pulseMs: 50, announceAgainMs: 1_000, pollMs: 100, stopMs: 200 };

export const ALICE: Identity = { subject: 'alice', tenant: 'shop', scopes: ['read'] };
export const BOB: Identity = { subject: 'bob', tenant: 'shop', scopes: [] };
export const OPERATOR: Identity = { subject: 'olga', tenant: null, scopes: ['jobs:operate'] };

export interface TestJobs {
  readonly database: Database;
  readonly jobs: Jobs;
  /** Another process, as far as jobs know: same database, same broker. */
  another(timings?: Partial<JobTimings>): Promise<Jobs>;
  /** Resolves once the job is in one of the states. */
  until(id: string, ...states: readonly JobState[]): Promise<Job>;
  close(): Promise<void>;
}

/** A kind that no other test uses. */
export function testKind(): string {
  return `test${randomBytes(6).toString('hex')}.work`;
}

/** Runs the tests of `body` on each kind of queue, each in a `describe` of its own, skipped by name where it cannot be. */
export function describeOnQueues(title: string, body: (open: () => Promise<TestJobs>) => void): void {
  describe(`${title} on the embedded queue over PGlite`, () => body(() => openTestJobs('pglite')));
  const server = serverAnswers ? 'Postgres' : `Postgres (none answers at ${TEST_SERVER})`;
  const broker = brokerAnswers ? 'RabbitMQ' : `RabbitMQ (none answers at ${new URL(TEST_BROKER).host})`;
  describe.skipIf(!serverAnswers)(`${title} on the embedded queue over ${server}`, () =>
    body(() => openTestJobs('postgres')),
  );
  describe.skipIf(!serverAnswers || !brokerAnswers)(`${title} on ${broker} over ${server}`, () =>
    body(() => openTestJobs('postgres', TEST_BROKER)),
  );
}

export async function openTestJobs(kind: Database['kind'], rabbitUrl?: string): Promise<TestJobs> {
  const database = await openTestDatabase(kind);
  const options: OpenJobsOptions = { database, rabbitUrl, log, timings: TEST_TIMINGS };
  const jobs = await Jobs.open(options);
  const others: Jobs[] = [];
  return {
    database,
    jobs,
    another: async (timings) => {
      const other = await Jobs.open({ ...options, timings: { ...TEST_TIMINGS, ...timings } });
      others.push(other);
      return other;
    },
    until: (id, ...states) => untilJob(jobs, id, states),
    close: async () => {
      await Promise.all([jobs, ...others].map((each) => each.close()));
      const { rows } = await database.query<{ kind: string }>('select distinct kind from jobs.jobs');
      if (rabbitUrl !== undefined) await deleteQueues(rows.map((row) => row.kind));
      await database.close();
    },
  };
}

const POLL_MS = 20;

/** Resolves once the job is in one of the states. */
export async function untilJob(jobs: Jobs, id: string, states: readonly JobState[]): Promise<Job> {
  for (;;) {
    const [job] = await jobs.directory.find([id], OPERATOR);
    if (job && states.includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Forgets the queues of kinds that a test has done with. */
export async function deleteQueues(kinds: readonly string[]): Promise<void> {
  const connection = new Connection(TEST_BROKER);
  await Promise.all(kinds.flatMap(laneQueues).map(({ queue }) => connection.queueDelete(queue)));
  await connection.close();
}
