import { type ExecutionResult, parse, subscribe } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ANONYMOUS } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { openTestDatabase } from '../../kit/database/testDatabase.ts';
import { CodedError } from '../../kit/errors.ts';
import { defineJob, type JobContext } from '../../kit/jobs/defineJob.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import { ALICE, BOB, OPERATOR, testKind } from '../../kit/jobs/testJobs.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { startTestIsland, type TestIsland } from '../../kit/testIsland.ts';
import definition from './index.ts';
import { createContext } from './resolvers.ts';

const log = pino({ level: 'silent' });
const LATER = new Date('2200-01-01T00:00:00.000Z');
const FIELDS = 'status attempts progress { done total } error { code } cancelRequested position';

let database: Database;
let island: TestIsland;
let jobs: Jobs;
beforeAll(async () => {
  database = await openTestDatabase('pglite');
  island = await startTestIsland(definition, database);
  jobs = await island.jobs();
});
afterAll(async () => {
  await island?.close();
  await database?.close();
});

type Answers = AsyncGenerator<ExecutionResult, void, void>;

async function follow(
  id: string,
  { identity = ALICE, signal = new AbortController().signal, fields = FIELDS } = {},
): Promise<Answers | ExecutionResult> {
  const request = createRequestContext({ identity, signal, log });
  return subscribe({
    schema: island.schema,
    document: parse(`subscription ($id: ID!) { jobUpdated(id: $id) { ${fields} } }`),
    variableValues: { id },
    contextValue: createContext(request, async () => jobs.directory),
  });
}

async function followed(...given: Parameters<typeof follow>): Promise<Answers> {
  const answers = await follow(...given);
  if (Symbol.asyncIterator in answers) return answers;
  throw new Error(`refused: ${JSON.stringify(answers)}`);
}

async function statusesOf(answers: Answers): Promise<unknown[]> {
  const statuses: unknown[] = [];
  for await (const { data } of answers) statuses.push(data);
  return statuses;
}

const idle = defineJob({ kind: testKind(), input: z.null(), handler: async () => null });
const submitIdle = async (identity = ALICE) => (await jobs.submit(idle, null, { identity, runAt: LATER })).id;

test('a job is told as it is and after each change, until it has ended', async () => {
  const progressed: (() => void)[] = [];
  const next = (): Promise<void> => new Promise((resolve) => progressed.push(resolve));
  const steps = async (_: null, { attempt, progress }: JobContext<undefined>) => {
    progress(1, 2);
    await next();
    if (attempt === 1) throw new CodedError('OVERLOADED', 'later', { details: { retryAfterMs: 1_500 } });
    progress(2, 2);
    await next();
  };
  const kind = defineJob({ kind: testKind(), input: z.null(), handler: steps });
  const { id } = await jobs.submit(kind, null, { identity: ALICE });
  const answers = await followed(id);
  const read = async () => (await answers.next()).value?.data?.jobUpdated;
  const told = { attempts: 0, progress: null, error: null, cancelRequested: false, position: null };
  expect(await read()).toEqual({ ...told, status: 'QUEUED', position: 1 });

  jobs.work([kind], { services: undefined });
  // Depends on when it is looked at: before or after the first progress.
  await expect.poll(read).toEqual({ ...told, status: 'RUNNING', attempts: 1, progress: { done: 1, total: 2 } });
  progressed.shift()?.();
  const error = { code: 'OVERLOADED' };
  const progress = { done: 1, total: 2 };
  expect(await read()).toEqual({ ...told, status: 'RETRYING', attempts: 1, progress, error });
  await expect.poll(read).toMatchObject({ status: 'RUNNING', attempts: 2, progress: { done: 1, total: 2 } });
  progressed.shift()?.();
  expect(await read()).toMatchObject({ status: 'RUNNING', attempts: 2, progress: { done: 2, total: 2 } });
  progressed.shift()?.();
  expect(await read()).toEqual({ ...told, status: 'SUCCEEDED', attempts: 2, progress: { done: 2, total: 2 } });
  expect(await answers.next()).toEqual({ value: undefined, done: true });
});

test('a job that has ended is told once', async () => {
  const id = await submitIdle();
  await jobs.directory.cancel(id, ALICE);
  expect(await statusesOf(await followed(id, { fields: 'status' }))).toEqual([{ jobUpdated: { status: 'CANCELLED' } }]);
});

test('an operator follows the job of anybody; nobody else does', async () => {
  const id = await submitIdle();
  const operated = await followed(id, { identity: OPERATOR, fields: 'id' });
  expect((await operated.next()).value).toEqual({ data: { jobUpdated: { id } } });
  await operated.return();
  for (const identity of [BOB, { ...ALICE, tenant: null }, ANONYMOUS]) {
    expect(await follow(id, { identity })).toMatchObject({
      errors: [{ message: `id: expected the id of a job of yours, got "${id}".`, extensions: { code: 'NOT_FOUND' } }],
    });
  }
  expect(await follow('1')).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

test('who leaves is told at once that it is over, also while waiting, and so is whoever hangs up', async () => {
  const id = await submitIdle();
  const client = new AbortController();
  const left = await followed(id);
  const hungUp = await followed(id, { signal: client.signal });
  for (const answers of [left, hungUp]) await answers.next();
  const waiting = [left.next(), hungUp.next()];
  await left.return();
  client.abort();
  expect(await Promise.all(waiting)).toEqual([
    { value: undefined, done: true },
    { value: undefined, done: true },
  ]);
});

test('all jobs that are followed take one query every half second, and none once nobody follows', async () => {
  const asked = vi.spyOn(jobs.directory, 'summaries');
  const many = async () => asked.mock.calls.map(([ids]) => ids).filter((ids) => ids.length > 1);
  const ids = await Promise.all([submitIdle(), submitIdle(BOB), submitIdle()]);
  const [first = '', second = '', third = ''] = ids;
  const answers = await Promise.all([
    followed(first),
    followed(first),
    followed(second, { identity: BOB }),
    followed(third),
  ]);
  for (const each of answers) await each.next();
  const began = Date.now();
  await expect.poll(many, { timeout: 5_000 }).toHaveLength(3);
  expect(Date.now() - began).toBeGreaterThan(900);
  expect((await many()).map((asking) => [...asking].sort())).toEqual(Array(3).fill([...ids].sort()));

  for (const each of answers.slice(1)) await each.return();
  await jobs.directory.cancel(first, ALICE);
  expect((await answers[0]?.next())?.value).toMatchObject({ data: { jobUpdated: { status: 'CANCELLED' } } });
  expect(await answers[0]?.next()).toEqual({ value: undefined, done: true });
  asked.mockClear();
  // Nothing is to happen: that takes as long as it would have taken.
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});
