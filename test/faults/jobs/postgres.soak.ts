import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PrivatePostgres, postgresInstalled, startPostgres } from '../../services/privatePostgres.ts';
import { seededRandom } from './chaos.ts';
import { disturb } from './disturb.ts';
import { Keeper } from './keeper.ts';
import { prepareDatabase } from './kinds.ts';
import { leftOver, verdictOf } from './verdict.ts';

const JOBS = 1_000;
const LIMIT_MS = 120_000;
const ALL_DONE = { submitted: JOBS, effects: JOBS / 2, jobsWithEffect: JOBS / 2, marks: JOBS / 2, untrue: 0 };

const title = `1,000 jobs on the embedded queue over Postgres${postgresInstalled ? '' : ' (not installed here)'}`;
describe.skipIf(!postgresInstalled)(title, { timeout: LIMIT_MS }, () => {
  const scenario = 'together';
  let postgres: PrivatePostgres;
  const keepers: Keeper[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
    await prepareDatabase({ url: postgres.url, directory: '' });
  }, LIMIT_MS);
  afterEach(async () => {
    await Promise.all(keepers.map((keeper) => keeper.stop()));
  });
  afterAll(() => postgres?.stop());

  test('are done once by two workers and a submitter that are killed and stopped at random', async () => {
    for (const ROLES of ['work', 'work', 'submit'])
      keepers.push(new Keeper({ SCENARIO: scenario, ROLES, JOBS: String(JOBS), DATABASE_URL: postgres.url }));
    const { url } = postgres;
    const random = seededRandom(4);
    const disturbances = await disturb({ url, scenario, jobs: JOBS, victims: keepers, random, every: 200 });
    expect(disturbances).toBeGreaterThan(2);
    expect(await verdictOf(postgres.url, scenario)).toEqual({ ...ALL_DONE, jobs: JOBS, states: { SUCCEEDED: JOBS } });
    expect(await leftOver(postgres.url)).toBe(0);
  });
});
