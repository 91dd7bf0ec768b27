import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestJobs, type TestJobs } from '../jobs/testJobs.ts';
import { startSubgraph } from '../start.ts';
import { defineSubgraph } from '../subgraph.ts';
import { NO_RESOURCES } from '../testResources.ts';
import type { Projection } from './defineProjection.ts';
import { ItemOwner, Shelf } from './testItems.ts';

const LENGTHS = new URL('../fixtures/lengths.graphql', import.meta.url);
const define = (name: string, projection: Projection) =>
  defineSubgraph({ name, schema: LENGTHS, resolvers: {}, projections: [projection] });

let t: TestJobs;
beforeAll(async () => {
  t = await openTestJobs('pglite');
});
afterAll(() => t.close());

test('the projections that an island declares are kept by the process that does its work, and by no other', async () => {
  const entity = `Item${randomBytes(6).toString('hex')}`;
  const [owner, shelf] = [new ItemOwner(t.database, entity), new Shelf(t.database, entity)];
  await Promise.all([owner.create(), shelf.create()]);
  await owner.write(t.jobs.changes, [{ id: 'item-1', version: 1, name: 'a lamp' }]);
  const resources = { ...NO_RESOURCES, database: async () => t.database, jobs: async () => t.jobs };
  const island = await startSubgraph(define('shelf', shelf.projection()), {
    resources,
    log: pino({ level: 'silent' }),
  });
  const subscribed = async () =>
    (await t.database.query('select from jobs.subscriptions where entity = $1', [entity])).rows;
  expect(await subscribed()).toEqual([]);
  await island.work(owner.graph);
  await expect.poll(() => shelf.rows(), { timeout: 10_000 }).toEqual(await owner.rows());
});

test('an island keeps projections under its own name', () => {
  const projection = new Shelf(t.database, 'Item').projection();
  expect(() => define('search', projection)).toThrow(
    'The subgraph search keeps projections as the consumer search; that of Item names shelf.',
  );
});
