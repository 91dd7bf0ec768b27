import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../kit/database/openDatabase.ts';
import { createServerDatabase, serverAnswers, TEST_SERVER } from '../../../kit/database/testServer.ts';
import { typeParsers } from '../../../kit/database/typeParsers.ts';
import { newJobId } from '../../../kit/jobs/newJobId.ts';
import { prepareHammer } from './hammer.ts';

const LEASE = '10 seconds';
/** For a statement that must not wait for another. */
const PROMPT_MS = 2_000;

const where = serverAnswers ? 'Postgres' : `Postgres (none answers at ${TEST_SERVER})`;
describe.skipIf(!serverAnswers)(`statements of jobs that meet at a job on ${where}`, () => {
  let server: Awaited<ReturnType<typeof createServerDatabase>>;
  let one: pg.Client;
  let two: pg.Client;
  let three: pg.Client;
  let pidOfTwo: unknown;

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: server.url, types: typeParsers });
    await client.connect();
    return client;
  };
  beforeAll(async () => {
    server = await createServerDatabase();
    const database = await openDatabase({ url: server.url, directory: '', log: pino({ level: 'silent' }) });
    await prepareHammer(database);
    await database.close();
    [one, two, three] = [await connect(), await connect(), await connect()];
    pidOfTwo = (await rows(two, 'select pg_backend_pid() as pid'))[0]?.pid;
  });
  afterEach(async () => {
    // A test that failed in a transaction.
    await Promise.all([one, two].map((client) => client.query('rollback')));
  });
  afterAll(async () => {
    await Promise.all([one, two, three].map((client) => client?.end()));
    await server?.drop();
  });

  const rows = async (client: pg.Client, sql: string, ...parameters: unknown[]): Promise<Record<string, unknown>[]> =>
    (await client.query<Record<string, unknown>>(sql, parameters)).rows;

  const submit = async (kind: string): Promise<string> => {
    const id = newJobId();
    const job = { id, kind, lane: 1, input: 1, subject: 'tester', scopes: [], retries: 0, restartable: true };
    await rows(one, `select * from jobs.submit($1, interval '0')`, JSON.stringify([{ ...job, timeout_ms: 60_000 }]));
    return id;
  };
  const begin = (client: pg.Client, ids: readonly string[], attempt = 1, lease = LEASE) =>
    rows(
      client,
      'select id, attempt from jobs.claim($1, $2, $3)',
      ids,
      ids.map(() => attempt),
      lease,
    );
  const finish = (client: pg.Client, id: string, outcome: string) =>
    rows(client, 'select * from jobs.finish($1)', JSON.stringify([{ id, attempt: 1, outcome }]));

  /** Resolves once connection `two` waits for a lock of another. */
  const untilTwoWaits = async (): Promise<void> => {
    while ((await rows(three, 'select 1 from pg_locks where pid = $1 and not granted', pidOfTwo)).length === 0);
  };

  test('a cancellation that waits for a retry takes the whole of it back, and the job can be retried again', async () => {
    const id = await submit('meet.cancelled');
    await begin(one, [id]);
    await finish(one, id, 'RETRY');
    await one.query('begin');
    expect(await rows(one, 'select * from jobs.retry($1)', id)).toEqual([{ state: 'QUEUED', possible: true }]);
    const cancelled = rows(two, 'select * from jobs.cancel($1)', id);
    await untilTwoWaits();
    await one.query('commit');
    expect(await cancelled).toEqual([{ state: 'CANCELLED', possible: true }]);
    expect(await rows(one, 'select * from jobs.agenda where job_id = $1', id)).toEqual([]);
    expect(await rows(one, 'select * from jobs.retry($1)', id)).toEqual([{ state: 'QUEUED', possible: true }]);
  });

  test('while one job commits for long, the leases of the others are renewed', async () => {
    const ids = [await submit('meet.committing'), await submit('meet.committing')];
    await begin(one, ids, 1, '1 second');
    await one.query('begin');
    await rows(one, 'select jobs.hold($1, 1)', ids[0]);
    const pulses = ids.map((id) => ({ id, attempt: 1, done: 1, total: 2, note: null }));
    await two.query(`set statement_timeout = ${PROMPT_MS}`);
    expect(await rows(two, 'select * from jobs.pulse($1, $2)', JSON.stringify(pulses), LEASE)).toEqual([]);
    await one.query('commit');
    expect(
      await rows(
        one,
        `select id, progress_done, lease_until > now() + interval '5 seconds' as renewed from jobs.jobs where id = any($1) order by id`,
        ids,
      ),
    ).toEqual([
      { id: ids[0], progress_done: null, renewed: false },
      { id: ids[1], progress_done: 1, renewed: true },
    ]);
  });

  test('a job that waited for long is watched from its beginning on', async () => {
    const id = await submit('meet.waiting');
    for (let announcement = 0; announcement < 7; announcement++) {
      expect(await rows(one, `select job_id from jobs.take_due(10, interval '1 hour')`)).toContainEqual({ job_id: id });
      if (announcement < 6) await rows(one, 'select jobs.announce_again($1)', [id]);
    }
    await begin(one, [id]);
    const [watched] = await rows(
      one,
      `select due_at <= now() + $2::interval as soon from jobs.agenda where job_id = $1`,
      id,
      LEASE,
    );
    expect(watched).toEqual({ soon: true });
  });

  test('who looked for ready jobs before one failed does not begin its next attempt before its time', async () => {
    const [ready, failing] = [await submit('meet.failing'), await submit('meet.failing')];
    await one.query('begin');
    await rows(one, 'select 1 from jobs.agenda where job_id = $1 for update', ready);
    const begun = rows(two, `select id from jobs.claim_ready('meet.failing', 2, $1)`, LEASE);
    await untilTwoWaits();
    await begin(three, [failing]);
    await rows(three, `update jobs.jobs set retries = 1 where id = $1`, failing);
    await finish(three, failing, 'RETRY');
    await rows(three, `update jobs.agenda set due_at = now() + interval '1 minute' where job_id = $1`, failing);
    await one.query('commit');
    expect(await begun).toEqual([{ id: ready }]);
  });
});
