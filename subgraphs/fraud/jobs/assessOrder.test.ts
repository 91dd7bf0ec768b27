import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../../kit/graph.ts';
import { openTestJobs, type TestJobs } from '../../../kit/jobs/testJobs.ts';
import { ModelRuntime } from '../../../kit/model/runtime.ts';
import { startSubgraph } from '../../../kit/start.ts';
import { NO_RESOURCES } from '../../../kit/testResources.ts';
import definition from '../index.ts';
import { readAssessments } from '../store.ts';
import { changeOf, stolenCardSpree } from '../testOrders.ts';

const WAIT = { timeout: 60_000 };
const log = pino({ level: 'silent' });
const spree = stolenCardSpree();

let runtime: ModelRuntime;
let t: TestJobs;
beforeAll(async () => {
  [runtime, t] = await Promise.all([ModelRuntime.start({ log, workers: 1 }), openTestJobs('pglite')]);
});
afterAll(async () => {
  await t?.close();
  await runtime?.close();
});

test('no order is judged before those of before it are there', async () => {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  /** The graph of the owner of orders, which takes its time. */
  const slow: Graph = {
    execute: async () => {
      await released;
      const nodes = spree.slice(0, -1).map(([id, order]) => ({ id, version: 1, ...order }));
      return { data: { orders: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } } };
    },
  };
  const resources = {
    ...NO_RESOURCES,
    models: async () => runtime,
    database: async () => t.database,
    jobs: async () => t.jobs,
  };
  const island = await startSubgraph(definition, { resources, log });
  await island.work(slow);
  const subscribed = async () => (await t.database.query('select from jobs.subscriptions')).rows.length;
  await expect.poll(subscribed, WAIT).toBe(1);
  const [id = '', last] = spree.at(-1) ?? [];
  await t.database.transaction((transaction) => t.jobs.changes.publish(transaction, changeOf(id, last)));

  const jobs = async () => (await t.database.query<{ id: string }>('select id from jobs.jobs')).rows;
  await expect.poll(async () => (await jobs()).length, WAIT).toBe(1);
  const [job] = await jobs();
  expect(await t.until(job?.id ?? '', 'RETRYING')).toMatchObject({ error: { code: 'OVERLOADED' } });
  expect(await readAssessments(t.database, [id])).toEqual([null]);

  release();
  await expect.poll(() => readAssessments(t.database, [id]), WAIT).toMatchObject([{ decision: 'DECLINE' }]);
  expect(await t.until(job?.id ?? '', 'SUCCEEDED')).toMatchObject({ result: { decision: 'DECLINE' } });
}, 120_000);
