import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import { openTestDatabase } from '../../../kit/database/testDatabase.ts';
import { serverAnswers, TEST_SERVER } from '../../../kit/database/testServer.ts';
import { seededRandom } from './chaos.ts';
import { Hammer, KIND, LEASE, prepareHammer } from './hammer.ts';

const SEED = 5;
const ACTORS = 8;
const LASTS_MS = 3_000;
const CHECK_EVERY_MS = 20;

const where = serverAnswers ? 'Postgres' : `Postgres (none answers at ${TEST_SERVER})`;
describe.skipIf(!serverAnswers)(`the statements of jobs, all at once on ${where}`, () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase('postgres');
    await prepareHammer(database);
  });
  afterAll(() => database.close());

  /** Jobs whose rows contradict each other, seen by one snapshot. */
  const contradictions = async (): Promise<object[]> => {
    const { rows } = await database.query(
      `select j.id, j.state, j.attempt, j.lease_until, a.leased, a.due_at, clock_timestamp() as now
       from jobs.jobs j full join jobs.agenda a on a.job_id = j.id
       where j.id is null
         or (j.finished_at is null) <> (a.job_id is not null)
         or (j.finished_at is null) <> (j.state in ('QUEUED', 'SCHEDULED', 'RUNNING', 'RETRYING'))
         or a.leased and j.state <> 'RUNNING'
         -- When its lease ends, somebody has to look.
         or j.state = 'RUNNING' and a.due_at > clock_timestamp() + $1::interval`,
      [LEASE],
    );
    return rows;
  };

  test('leave every job in one state, begin each attempt once, and wait for each other in no circle', async () => {
    const hammer = new Hammer(database, seededRandom(SEED));
    const end = Date.now() + LASTS_MS;
    const seen: object[] = [];
    const actor = async (): Promise<void> => {
      while (Date.now() < end) await hammer.strike();
    };
    const checker = async (): Promise<void> => {
      while (Date.now() < end) {
        seen.push(...(await contradictions()));
        await sleep(CHECK_EVERY_MS);
      }
    };
    await Promise.all([...Array.from({ length: ACTORS }, actor), checker()]);
    expect(seen).toEqual([]);
    expect(hammer.complaints).toEqual([]);
    for (const [strike, count] of Object.entries(hammer.strikes)) expect(count, strike).toBeGreaterThan(10);

    await hammer.drain();
    expect(await contradictions()).toEqual([]);
    expect((await database.query('select job_id from jobs.agenda')).rows).toEqual([]);
    const { rows } = await database.query<{ id: string; attempt: number; state: string; effects: number }>(
      `select j.id, j.attempt, j.state, (select count(*) from public.effects e where e.job_id = j.id) as effects
       from jobs.jobs j where j.kind = $1`,
      [KIND],
    );
    expect(rows.filter(({ state, effects }) => effects !== (state === 'SUCCEEDED' ? 1 : 0))).toEqual([]);
    // Every number was begun by one, and none was left out.
    for (const { id, attempt } of rows) expect(hammer.begun(id), id).toBe(attempt);
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(['SUCCEEDED', 'FAILED', 'PARKED', 'CANCELLED', 'OUTCOME_UNKNOWN']),
    );
  });
});
