import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import { openDatabase } from '../../../kit/database/openDatabase.ts';
import { createServerDatabase, serverAnswers, TEST_SERVER } from '../../../kit/database/testServer.ts';
import { Jobs } from '../../../kit/jobs/jobs.ts';
import { OPERATOR, untilJob } from '../../../kit/jobs/testJobs.ts';
import { Keeper } from './keeper.ts';
import { freezingOf, prepareDatabase } from './kinds.ts';

const SCENARIO = 'frozen';
const log = pino({ level: 'silent' });

const where = serverAnswers ? 'Postgres' : `Postgres (none answers at ${TEST_SERVER})`;
describe.skipIf(!serverAnswers)(`a worker that is stopped in the middle of a commit on ${where}`, () => {
  let server: Awaited<ReturnType<typeof createServerDatabase>>;
  let database: Database;
  let jobs: Jobs;
  const workers: Keeper[] = [];
  beforeAll(async () => {
    server = await createServerDatabase();
    const place = { url: server.url, directory: '' };
    await prepareDatabase(place);
    database = await openDatabase({ ...place, log });
    jobs = await Jobs.open({ database, log });
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await jobs?.close();
    await database?.close();
    await server?.drop();
  });

  test('keeps its job from no other worker, and adds nothing when it wakes', async () => {
    for (let count = 0; count < 2; count++)
      workers.push(new Keeper({ SCENARIO, ROLES: 'freeze', DATABASE_URL: server.url }));
    const { id } = await jobs.submit(freezingOf(SCENARIO), { n: 1 }, { identity: OPERATOR });
    expect(await untilJob(jobs, id, ['SUCCEEDED'])).toMatchObject({ attempt: 2, result: 'by attempt 2' });
    for (const worker of workers) worker.signal('SIGCONT');
    expect(await Promise.all(workers.map((worker) => worker.stop('SIGTERM')))).toEqual([0, 0]);
    expect((await database.query('select attempt from public.effects')).rows).toEqual([{ attempt: 2 }]);
    expect(await untilJob(jobs, id, ['SUCCEEDED'])).toMatchObject({ attempt: 2, result: 'by attempt 2' });
  });
});
