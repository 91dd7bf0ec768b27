import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../kit/database/openDatabase.ts';
import { copyTemplateCluster } from '../../../kit/database/testDatabase.ts';
import { harmUntil, seededRandom } from './chaos.ts';
import { Keeper } from './keeper.ts';
import { prepareDatabase } from './kinds.ts';
import { ask, leftOver, verdictOf } from './verdict.ts';

const JOBS = 1_000;
const LIMIT_MS = 120_000;
/** Jobs that have to end between two deaths, or nothing would be proven by the second. */
const PROGRESS = 300;

const ALL_DONE = { submitted: JOBS, effects: JOBS / 2, jobsWithEffect: JOBS / 2, marks: JOBS / 2, untrue: 0 };
const log = pino({ level: 'silent' });

describe('1,000 jobs on the embedded queue over PGlite', { timeout: LIMIT_MS }, () => {
  const scenario = 'alone';
  let directory: string;
  let keeper: Keeper | undefined;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
    await copyTemplateCluster(join(directory, 'postgres'));
    await prepareDatabase({ url: undefined, directory });
  });
  afterAll(async () => {
    await keeper?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test('are done once, though their process is killed at random and by one of them, and one of them hangs', async () => {
    const running = new Keeper({
      ...{ SCENARIO: scenario, ROLES: 'trouble submit work tell', JOBS: String(JOBS) },
      ARCHIPELAGO_DATA: directory,
    });
    keeper = running;
    let kills = 0;
    let endedBefore = 0;
    await harmUntil(running.untilEnded(JOBS + 2), seededRandom(3), [50, 500], () => {
      if (running.ended < endedBefore + PROGRESS) return;
      endedBefore = running.ended;
      kills += 1;
      running.signal('SIGKILL');
    });
    // It closes in good order.
    expect(await running.stop('SIGTERM')).toBe(0);
    expect(kills).toBeGreaterThan(1);
    expect(running.deaths).toBeGreaterThan(kills);

    const after = await openDatabase({ url: undefined, directory, log });
    try {
      const states = { SUCCEEDED: JOBS, PARKED: 2 };
      expect(await verdictOf(after, scenario)).toEqual({ ...ALL_DONE, jobs: JOBS + 2, states });
      const sql = `select kind, attempt, error_code from jobs.jobs where state = 'PARKED' order by kind`;
      expect(await ask(after, sql)).toEqual([
        // Killed with the others in one of its attempts, perhaps.
        { kind: 'alone.hanging', attempt: 2, error_code: expect.stringMatching(/DEADLINE_EXCEEDED|WORKER_LOST/) },
        { kind: 'alone.poison', attempt: 2, error_code: 'WORKER_LOST' },
      ]);
      expect(await leftOver(after)).toBe(0);
    } finally {
      await after.close();
    }
  });
});
