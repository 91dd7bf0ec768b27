import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineProjection } from '../../../kit/changes/defineProjection.ts';
import type { Graph } from '../../../kit/graph.ts';
import { openTestJobs, type TestJobs } from '../../../kit/jobs/testJobs.ts';
import { startSubgraph } from '../../../kit/start.ts';
import { NO_RESOURCES } from '../../../kit/testResources.ts';
import definition from '../index.ts';

const WAIT = { timeout: 20_000 };

/** What fraud has decided, as its graph tells it when orders reads it anew. */
let decided: { order: { id: string }; version: number; decision: string; review: { decision: string } | null }[] = [];
const graph: Graph = {
  execute: async () => {
    const pageInfo = { hasNextPage: false, endCursor: null };
    return { data: { fraudAssessments: { nodes: decided, pageInfo }, products: { nodes: [], pageInfo } } };
  },
};

let t: TestJobs;
/** What others are told of orders. */
const told: { id: string; version: number; status: string | undefined }[] = [];
beforeAll(async () => {
  t = await openTestJobs('pglite');
  const log = pino({ level: 'silent' });
  const resources = { ...NO_RESOURCES, database: async () => t.database, jobs: async () => t.jobs };
  const island = await startSubgraph(definition, { resources, log });
  for (const id of ['approved', 'declined', 'reviewed', 'shipped', 'missed']) await place(`order-${id}`);
  await t.database.query(`update orders.orders set status = 'SHIPPED' where id = 'order-shipped'`);
  decided = [{ order: { id: 'order-missed' }, version: 2, decision: 'REVIEW', review: { decision: 'APPROVE' } }];
  const listener = defineProjection({
    consumer: 'fraud',
    entity: 'Order',
    payload: z.object({ status: z.string() }),
    identity: { subject: 'fraud', tenant: null, scopes: [] },
    apply: async (_, { id, version, payload }) => void told.push({ id, version, status: payload?.status }),
    clear: async () => {},
    async *rebuild() {},
  });
  t.jobs.changes.project(listener, undefined);
  const subscribed = 'select from jobs.subscriptions where rebuild_at is null';
  const built = (count: number) =>
    vi.waitUntil(async () => (await t.database.query(subscribed)).rows.length === count, WAIT);
  await built(1);
  await island.work(graph);
  await built(3);
});
afterAll(() => t?.close());

const place = (id: string) =>
  t.database.query(
    `insert into orders.orders (id, user_id, status, currency, total_minor, recipient, street, town, postal_code, country)
     values ($1, 'user-may', 'PENDING_REVIEW', 'SGD', 4000, 'May', 'Street 1', 'Town', '1', 'SG')`,
    [id],
  );
const decide = (id: string, version: number, decision: string) =>
  t.database.transaction((transaction) =>
    t.jobs.changes.publish(transaction, { entity: 'FraudAssessment', id, version, payload: { decision } }),
  );
const stateOf = async (id: string) =>
  (await t.database.query('select status, version from orders.orders where id = $1', [id])).rows[0];
const toldOf = (id: string) => told.filter((one) => one.id === id);

test('an approved order is confirmed and a declined one declined, once, and others are told', async () => {
  await decide('order-approved', 1, 'APPROVE');
  await decide('order-approved', 1, 'APPROVE');
  await decide('order-declined', 1, 'DECLINE');
  await expect.poll(() => stateOf('order-approved'), WAIT).toEqual({ status: 'CONFIRMED', version: 2 });
  await expect.poll(() => stateOf('order-declined'), WAIT).toEqual({ status: 'DECLINED', version: 2 });
  await expect.poll(() => told.length, WAIT).toBeGreaterThanOrEqual(3);
  expect(toldOf('order-approved')).toEqual([{ id: 'order-approved', version: 2, status: 'CONFIRMED' }]);
  expect(toldOf('order-declined')).toEqual([{ id: 'order-declined', version: 2, status: 'DECLINED' }]);
});

test('an order to be reviewed waits until a person has decided, whichever word comes first', async () => {
  await decide('order-reviewed', 1, 'REVIEW');
  await decide('order-unknown', 1, 'APPROVE');
  await decide('order-reviewed', 2, 'DECLINE');
  await expect.poll(() => stateOf('order-reviewed'), WAIT).toEqual({ status: 'DECLINED', version: 2 });
  // Late: what a person has said stands.
  await decide('order-reviewed', 1, 'APPROVE');
  await decide('order-reviewed', 3, 'APPROVE');
  await decide('order-shipped', 1, 'DECLINE');
  await place('order-last');
  await decide('order-last', 1, 'APPROVE');
  await expect.poll(() => stateOf('order-last'), WAIT).toEqual({ status: 'CONFIRMED', version: 2 });
  expect(await stateOf('order-reviewed')).toEqual({ status: 'DECLINED', version: 2 });
  expect(await stateOf('order-shipped')).toEqual({ status: 'SHIPPED', version: 1 });
  expect(toldOf('order-reviewed').length).toBe(1);
});

test('what was decided before orders listened is read from the graph of fraud', async () => {
  await expect.poll(() => stateOf('order-missed'), WAIT).toEqual({ status: 'CONFIRMED', version: 2 });
});
