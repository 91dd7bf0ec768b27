import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { defineJob, type JobOptions } from './defineJob.ts';
import { ALICE, BOB, describeOnQueues, OPERATOR, type TestJobs, testKind } from './testJobs.ts';

const input = z.object({ n: z.number() });
type Input = z.infer<typeof input>;

/** What a test waits for, and opens. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describeOnQueues('jobs', (open) => {
  let t: TestJobs;
  beforeAll(async () => {
    t = await open();
  });
  afterAll(() => t.close());

  /** A kind of job, at work in the process of the test. */
  const working = <Result>(
    options: Partial<JobOptions<Input, Result, undefined>> & Pick<JobOptions<Input, Result, undefined>, 'handler'>,
  ) => {
    const definition = defineJob<Input, Result, undefined>({ kind: testKind(), input, ...options });
    t.jobs.work([definition], { services: undefined });
    return definition;
  };

  test('a job is done, and its result is kept', async () => {
    const double = working({ handler: async ({ n }) => ({ twice: 2 * n }) });
    const submitted = await t.jobs.submit(double, { n: 21 }, { identity: ALICE });
    expect(submitted).toEqual({ id: expect.stringMatching(/^job-[0-9a-f-]{36}$/), state: 'QUEUED', isNew: true });
    const job = await t.until(submitted.id, 'SUCCEEDED');
    expect(job).toMatchObject({
      kind: double.kind,
      result: { twice: 42 },
      attempt: 1,
      error: null,
      identity: ALICE,
      input: { n: 21 },
    });
    expect(job.finishedAt?.getTime()).toBeGreaterThanOrEqual(job.startedAt?.getTime() ?? Number.NaN);
  });

  test('null is an input like any other', async () => {
    const kind = defineJob({ kind: testKind(), input: z.null(), handler: async (given) => ({ given }) });
    t.jobs.work([kind], { services: undefined });
    const submit = () => t.jobs.submit(kind, null, { identity: ALICE, idempotencyKey: 'none' });
    const { id } = await submit();
    expect(await t.until(id, 'SUCCEEDED')).toMatchObject({ input: null, result: { given: null } });
    expect(await submit()).toMatchObject({ id, isNew: false });
  });

  test('a job submitted in a transaction exists when that is committed, and not when it is rolled back', async () => {
    const seen: number[] = [];
    const note = working({ handler: async ({ n }) => void seen.push(n) });
    const lost = t.database.transaction(async (transaction) => {
      await t.jobs.submit(note, { n: 1 }, { identity: ALICE, transaction });
      throw new Error('changed my mind');
    });
    await expect(lost).rejects.toThrow('changed my mind');
    const kept = await t.database.transaction((transaction) =>
      t.jobs.submit(note, { n: 2 }, { identity: ALICE, transaction }),
    );
    await t.until(kept.id, 'SUCCEEDED');
    expect(seen).toEqual([2]);
  });

  test('of jobs with one idempotency key there is one, for each subject', async () => {
    const kind = working({ handler: async () => null });
    const submit = (n: number, identity = ALICE) => t.jobs.submit(kind, { n }, { identity, idempotencyKey: 'once' });
    const [first, second] = await Promise.all([submit(1), submit(1)]);
    expect(second.id).toBe(first.id);
    expect([first.isNew, second.isNew].sort()).toEqual([false, true]);
    expect((await submit(1, BOB)).id).not.toBe(first.id);
    await expect(submit(2)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', extensions: { jobId: first.id } });
  });

  test('what cannot be a job is refused, with the reason', async () => {
    const kind = working({ handler: async () => null });
    const refused = (given: unknown, options: object) =>
      expect(t.jobs.submit(kind, given as Input, { identity: ALICE, ...options })).rejects;
    await refused({ n: 'one' }, {}).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('input.n'),
    });
    await refused({ n: 1 }, { identity: { subject: null, tenant: null, scopes: [] } }).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await refused({ n: 1 }, { idempotencyKey: 'two words' }).toMatchObject({ code: 'BAD_USER_INPUT' });
    await refused({ n: 1 }, { timeoutMs: 0 }).toMatchObject({ code: 'BAD_USER_INPUT' });
    await refused({ n: 1 }, { runAt: new Date('never') }).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('a scheduled job waits for its time', async () => {
    const kind = working({ handler: async () => Date.now() });
    const runAt = new Date(Date.now() + 700);
    const { id, state } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE, runAt });
    expect(state).toBe('SCHEDULED');
    const job = await t.until(id, 'SUCCEEDED');
    // Clocks of the database and this process are one machine's.
    expect(job.result).toBeGreaterThanOrEqual(runAt.getTime() - 5);
  });

  test('a job that fails is tried again, and parked after its last try; retried, it begins with all its tries', async () => {
    let broken = true;
    const attempts: number[] = [];
    const kind = working({
      retries: 1,
      handler: async (_, { attempt }) => {
        attempts.push(attempt);
        if (broken) throw new CodedError('SUBGRAPH_UNAVAILABLE', 'reviews are away');
        return 'done';
      },
    });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    await t.until(id, 'RETRYING');
    expect(await t.until(id, 'PARKED')).toMatchObject({
      attempt: 2,
      error: { code: 'SUBGRAPH_UNAVAILABLE', message: 'reviews are away' },
      result: undefined,
    });
    broken = false;
    // By the time it is looked at, a worker may have it.
    expect(['QUEUED', 'RUNNING', 'SUCCEEDED']).toContain((await t.jobs.directory.retry(id, ALICE)).state);
    expect(await t.until(id, 'SUCCEEDED')).toMatchObject({ attempt: 3, result: 'done', error: null });
    expect(attempts).toEqual([1, 2, 3]);
  });

  test('what trying again would not change has failed, and a fault of ours does not tell its cause', async () => {
    const wrong = working({
      handler: async () => {
        throw new CodedError('NOT_FOUND', 'no such product');
      },
    });
    const { id } = await t.jobs.submit(wrong, { n: 1 }, { identity: ALICE });
    expect(await t.until(id, 'FAILED')).toMatchObject({
      attempt: 1,
      error: { code: 'NOT_FOUND', message: 'no such product' },
    });

    const incomplete = working({
      finalErrors: ['MODEL_UNAVAILABLE'],
      handler: async () => {
        throw new CodedError('MODEL_UNAVAILABLE', 'nothing to learn from');
      },
    });
    const ended = await t.jobs.submit(incomplete, { n: 1 }, { identity: ALICE });
    expect(await t.until(ended.id, 'FAILED')).toMatchObject({ attempt: 1, error: { code: 'MODEL_UNAVAILABLE' } });

    const faulty = working({
      retries: 0,
      handler: async () => {
        throw new Error('password=secret');
      },
    });
    const other = await t.jobs.submit(faulty, { n: 1 }, { identity: ALICE });
    const parked = await t.until(other.id, 'PARKED');
    expect(parked.error).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'The job failed on a fault of ours; the log of its worker has the cause.',
    });
  });

  test('a job that waits or is scheduled is cancelled at once; one that runs, within a second', async () => {
    const begun = gate();
    const kind = working({
      handler: (_, { signal }) => {
        begun.open();
        return new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    });
    const running = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    await begun.opened;
    const waiting = await t.jobs.submit(kind, { n: 2 }, { identity: ALICE });
    const scheduled = await t.jobs.submit(kind, { n: 3 }, { identity: ALICE, runAt: new Date(Date.now() + 60_000) });
    for (const { id } of [waiting, scheduled])
      expect(await t.jobs.directory.cancel(id, ALICE)).toMatchObject({ state: 'CANCELLED', attempt: 0, error: null });
    const asked = Date.now();
    const { state, cancelRequested } = await t.jobs.directory.cancel(running.id, ALICE);
    // By the time it is looked at, it may have ended.
    expect({ state, cancelRequested }).toEqual({
      state: expect.stringMatching(/RUNNING|CANCELLED/),
      cancelRequested: true,
    });
    expect(await t.until(running.id, 'CANCELLED')).toMatchObject({ attempt: 1, error: null });
    expect(Date.now() - asked).toBeLessThan(1_000);
    await expect(t.jobs.directory.cancel(running.id, ALICE)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('this one is CANCELLED'),
    });
  });

  test('a handler that hangs does not hold its place', async () => {
    const kind = working({
      retries: 0,
      timeoutMs: 200,
      handler: ({ n }) => (n === 1 ? new Promise(() => {}) : Promise.resolve(n)),
    });
    const hung = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    const next = await t.jobs.submit(kind, { n: 2 }, { identity: ALICE });
    expect(await t.until(hung.id, 'PARKED')).toMatchObject({
      error: { code: 'DEADLINE_EXCEEDED', message: 'The attempt did not end within 200 ms.' },
    });
    expect(await t.until(next.id, 'SUCCEEDED')).toMatchObject({ result: 2 });
  });

  test('nor does one that hangs while it commits hold its job, or what it has done by then', async () => {
    await t.database.query('create table public.half (n integer)');
    const kind = working({
      retries: 0,
      timeoutMs: 200,
      handler: ({ n }, { commit }) =>
        commit(async (transaction) => {
          await transaction.query('insert into public.half values ($1)', [n]);
          return new Promise<never>(() => {});
        }),
    });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    expect(await t.until(id, 'PARKED')).toMatchObject({ attempt: 1, error: { code: 'DEADLINE_EXCEEDED' } });
    expect((await t.database.query('select n from public.half')).rows).toEqual([]);
  });

  test('a job that must not begin twice ends unknown when its end was not seen, and is not begun again', async () => {
    const kind = working({ restartable: false, timeoutMs: 100, handler: () => new Promise(() => {}) });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    expect(await t.until(id, 'OUTCOME_UNKNOWN')).toMatchObject({ attempt: 1, error: { code: 'DEADLINE_EXCEEDED' } });
    await expect(t.jobs.directory.retry(id, ALICE)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('progress is seen while it runs', async () => {
    const go = gate();
    const kind = working({
      handler: async (_, { progress }) => {
        progress(3, 7, 'reading reviews');
        await go.opened;
      },
    });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    let job = await t.until(id, 'RUNNING');
    while (job.progress === null) job = await t.until(id, 'RUNNING');
    expect(job.progress).toEqual({ done: 3, total: 7, note: 'reading reviews' });
    go.open();
    await t.until(id, 'SUCCEEDED');
  });

  test('numbers that are none, or beyond all bounds, harm nobody', async () => {
    const odd = working({
      retries: 0,
      concurrency: 10,
      handler: async ({ n }, { progress }) => {
        progress(n === 1 ? Number.MAX_VALUE : Number.NaN, n === 2 ? Number.POSITIVE_INFINITY : null);
        if (n === 3) throw new CodedError('OVERLOADED', 'later', { details: { retryAfterMs: 3e9 } });
        return n;
      },
    });
    const ids = await Promise.all(
      [1, 2, 3, 4].map(async (n) => (await t.jobs.submit(odd, { n }, { identity: ALICE })).id),
    );
    const states = await Promise.all(ids.map(async (id) => (await t.until(id, 'SUCCEEDED', 'PARKED')).state));
    expect(states).toEqual(['SUCCEEDED', 'SUCCEEDED', 'PARKED', 'SUCCEEDED']);
    expect((await t.until(ids[0] ?? '', 'SUCCEEDED')).progress?.done).toBe(Number.MAX_SAFE_INTEGER);
  });

  test('what a job says of our own plant is for the log alone', async () => {
    const kind = working({
      retries: 0,
      handler: async () => {
        throw new CodedError('DATABASE_UNAVAILABLE', 'The Postgres server at db.internal:5432 does not answer.');
      },
    });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    const { error } = await t.until(id, 'PARKED');
    expect(error?.code).toBe('DATABASE_UNAVAILABLE');
    expect(error?.message).not.toContain('db.internal');
  });

  test('a job that runs is watched before anything of it is due', async () => {
    const go = gate();
    const kind = working({ handler: () => go.opened });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    await expect
      .poll(async () => (await t.database.query('select leased from jobs.agenda where job_id = $1', [id])).rows)
      .toEqual([{ leased: true }]);
    go.open();
    await t.until(id, 'SUCCEEDED');
  });

  test('the last progress of a job that succeeded is kept', async () => {
    const kind = working({ handler: async (_, { progress }) => progress(7, 7, 'done') });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    expect((await t.until(id, 'SUCCEEDED')).progress).toEqual({ done: 7, total: 7, note: 'done' });
  });

  test('of jobs that wait, those of a higher priority begin first, and each knows its position', async () => {
    const go = gate();
    const order: number[] = [];
    const kind = working({
      handler: async ({ n }) => {
        order.push(n);
        await go.opened;
      },
    });
    const first = await t.jobs.submit(kind, { n: 0 }, { identity: ALICE });
    await t.until(first.id, 'RUNNING');
    const waiting = [];
    for (const [n, priority] of [
      [1, 'low'],
      [2, 'normal'],
      [3, 'high'],
    ] as const)
      waiting.push((await t.jobs.submit(kind, { n }, { identity: ALICE, priority })).id);
    expect(await t.jobs.directory.positions([first.id, ...waiting])).toEqual([null, 3, 2, 1]);
    // What was announced before this one has come by now.
    const fence = working({ handler: async () => null });
    await t.until((await t.jobs.submit(fence, { n: 0 }, { identity: ALICE })).id, 'SUCCEEDED');
    go.open();
    await Promise.all(waiting.map((id) => t.until(id, 'SUCCEEDED')));
    expect(order).toEqual([0, 3, 2, 1]);
  });

  test('what waits for its time has no place in the line', async () => {
    const kind = defineJob({ kind: testKind(), input, handler: async () => null });
    const scheduled = await t.jobs.submit(
      kind,
      { n: 1 },
      { identity: ALICE, priority: 'high', runAt: new Date(Date.now() + 60_000) },
    );
    const queued = await t.jobs.submit(kind, { n: 2 }, { identity: ALICE });
    expect(await t.jobs.directory.positions([scheduled.id, queued.id, 'job-none'])).toEqual([null, 1, null]);
  });

  test('so many run at once as the kind allows', async () => {
    let running = 0;
    let most = 0;
    const three = gate();
    const kind = working({
      concurrency: 3,
      handler: async () => {
        running += 1;
        most = Math.max(most, running);
        if (running === 3) three.open();
        await three.opened;
        running -= 1;
      },
    });
    const ids = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => (await t.jobs.submit(kind, { n }, { identity: ALICE })).id),
    );
    await Promise.all(ids.map((id) => t.until(id, 'SUCCEEDED')));
    expect(most).toBe(3);
  });

  test('an effect that is committed with the job happens once, even when the attempt was given to another', async () => {
    await t.database.query('create table public.effects (n integer)');
    const stalled = gate();
    const kind = defineJob<Input, string, undefined>({
      kind: testKind(),
      input,
      handler: async ({ n }, { attempt, commit }) => {
        if (attempt === 1) await stalled.opened;
        return commit(async (transaction) => {
          await transaction.query('insert into public.effects values ($1)', [n]);
          return `by attempt ${attempt}`;
        });
      },
    });
    // As if it had stopped: its lease runs out.
    const frozen = await t.another({ pulseMs: 1_000_000 });
    frozen.work([kind], { services: undefined });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    await t.until(id, 'RETRYING');
    t.jobs.work([kind], { services: undefined });
    expect(await t.until(id, 'SUCCEEDED')).toMatchObject({ attempt: 2, result: 'by attempt 2' });
    stalled.open();
    await frozen.close();
    expect((await t.database.query('select n from public.effects')).rows).toEqual([{ n: 1 }]);
    expect(await t.until(id, 'SUCCEEDED')).toMatchObject({ attempt: 2, result: 'by attempt 2' });
  });

  test('a worker that shuts down gives back what it cannot finish, and that counts as no failure', async () => {
    const kind = defineJob<Input, string, undefined>({
      kind: testKind(),
      input,
      retries: 0,
      handler: (_, { attempt, signal }) =>
        attempt > 1
          ? Promise.resolve('done')
          : new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    });
    const leaving = await t.another();
    leaving.work([kind], { services: undefined });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    await t.until(id, 'RUNNING');
    await leaving.close({ patienceMs: 50 });
    t.jobs.work([kind], { services: undefined });
    expect(await t.until(id, 'SUCCEEDED')).toMatchObject({ attempt: 2, result: 'done' });
  });

  test('only its subject and operators see, list, cancel or retry a job', async () => {
    const kind = working({ handler: async () => 'secret' });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    await t.until(id, 'SUCCEEDED');
    const page = { of: 'jobs', first: 10, after: null };
    const filter = { kind: kind.kind };
    const strangers = [BOB, { ...ALICE, tenant: 'other' }, { subject: null, tenant: 'shop', scopes: [] }];
    for (const identity of strangers) {
      expect(await t.jobs.directory.find([id], identity)).toEqual([null]);
      expect(await t.jobs.directory.newest(page, filter, identity)).toEqual([]);
      await expect(t.jobs.directory.cancel(id, identity)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(t.jobs.directory.retry(id, identity)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    for (const identity of [ALICE, OPERATOR]) {
      expect(await t.jobs.directory.find([id], identity)).toMatchObject([{ id }]);
      expect(await t.jobs.directory.newest(page, filter, identity)).toMatchObject([{ id }]);
    }
  });

  test('no statement moves a job where it cannot go', async () => {
    const kind = working({ handler: async () => null });
    const { id } = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    await t.until(id, 'SUCCEEDED');
    await expect(t.database.query(`update jobs.jobs set state = 'RUNNING' where id = $1`, [id])).rejects.toThrow(
      'a job does not go from SUCCEEDED to RUNNING',
    );
  });

  test('a result that is too large is refused, and so is one that is no JSON', async () => {
    const kind = working({ retries: 0, handler: async ({ n }) => (n === 1 ? 'x'.repeat(2 ** 20) : () => {}) });
    const large = await t.jobs.submit(kind, { n: 1 }, { identity: ALICE });
    expect(await t.until(large.id, 'FAILED')).toMatchObject({ error: { code: 'RESULT_TOO_LARGE' } });
    const none = await t.jobs.submit(kind, { n: 2 }, { identity: ALICE });
    expect(await t.until(none.id, 'PARKED')).toMatchObject({ error: { code: 'INTERNAL_SERVER_ERROR' } });
  });

  test('text that Postgres cannot store is refused as input, and replaced in what a job made', async () => {
    const texts = ['a\u0000b', '\ud83d', '\\\u0000'];
    const echo = defineJob({
      kind: testKind(),
      input: z.object({ text: z.string().optional(), n: z.number().optional() }),
      retries: 0,
      handler: async ({ n = 0 }, { progress }) => {
        progress(1, 2, texts[n]);
        if (n > texts.length - 1) throw new CodedError('NOT_FOUND', texts.join());
        return { text: texts[n], same: '\\u0000 👍' };
      },
    });
    t.jobs.work([echo], { services: undefined });
    for (const text of texts) {
      await expect(t.jobs.submit(echo, { text }, { identity: ALICE })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
    const results = ['a\ufffdb', '\ufffd', '\\\ufffd'];
    for (const [n, text] of results.entries()) {
      const { id } = await t.jobs.submit(echo, { n, text: '\\u0000 👍' }, { identity: ALICE });
      expect(await t.until(id, 'SUCCEEDED')).toMatchObject({ attempt: 1, result: { text, same: '\\u0000 👍' } });
    }
    const { id } = await t.jobs.submit(echo, { n: 9 }, { identity: ALICE });
    expect(await t.until(id, 'FAILED')).toMatchObject({ attempt: 1, error: { message: results.join() } });
  });
});
