import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../kit/database/database.ts';
import { migrate } from '../../../kit/database/migrate.ts';
import { openTestDatabase } from '../../../kit/database/testDatabase.ts';
import { createOrderWorld } from '../../../world/orders.ts';
import { Random } from '../../../world/random.ts';
import { featuresOf } from '../features/featuresOf.ts';
import { asPlaced, readExamples } from '../model/dataset.ts';
import { orders as projection } from '../projections/orders.ts';
import { readWithPast } from './orderTable.ts';
import { payloadOf } from './worldOrders.ts';

/** With shared devices and thieves among them. */
const ORDERS = 800;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await migrate(database, 'fraud', new URL('../migrations/', import.meta.url));
});
afterAll(() => database?.close());

test('the features that the trees learned from are those that the island reads from its projection', async () => {
  const world = createOrderWorld();
  const first = { ...world, orders: world.orders.slice(0, ORDERS) };
  const registeredAt = new Map(world.accounts.map((account) => [account.id, account.registeredAt]));
  await database.transaction(async (transaction) => {
    // As changes may come: in any order.
    for (const order of new Random('replay').shuffled(first.orders)) {
      const payload = payloadOf(order, registeredAt.get(order.userId) ?? null);
      await projection.apply(transaction, { id: order.id, version: 1, payload: JSON.parse(JSON.stringify(payload)) });
    }
  });
  const examples = readExamples(first);
  const read = await readWithPast(
    database,
    examples.map(({ id }) => id),
  );
  const online = read.map((found) => {
    if (found === null) return null;
    const { order, past } = found;
    return {
      placed: featuresOf(asPlaced(order), past),
      tried: order.attempts.length > 0 ? featuresOf(order, past) : null,
    };
  });
  expect(online).toEqual(examples.map(({ placed, tried }) => ({ placed, tried })));
  const shared = examples.filter(({ placed }) => (placed.DEVICE_OTHER_ACCOUNTS ?? 0) > 0);
  expect(shared.length).toBeGreaterThan(5);
}, 120_000);

test('an order that nothing is known of is null', async () => {
  expect(await readWithPast(database, ['order-unknown'])).toEqual([null]);
});
