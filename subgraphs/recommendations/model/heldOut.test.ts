import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createOrderWorld } from '../../../world/orders.ts';
import { nextOrdersOf } from '../learn/nextOrders.ts';
import { TEST } from './months.ts';
import { worldSales } from './worldSales.ts';

test('the held-out orders are the first that buyers placed in the last month, each once, and all of them', async () => {
  const text = await readFile(new URL('eval/nextOrders.jsonl', import.meta.url), 'utf8');
  const named = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).order);
  const sales = worldSales(createOrderWorld());
  const nextOrders = nextOrdersOf(sales, TEST.from, TEST.until);
  expect(named).toEqual(nextOrders.map(({ order }) => order));
  expect(new Set(nextOrders.map(({ user }) => user)).size).toBe(named.length);
  expect(nextOrders.filter(({ fresh }) => fresh.length > 0).length).toBeGreaterThan(200);
  const orders = new Set(named);
  const placed = sales.purchases.filter(({ order }) => orders.has(order)).map(({ at }) => at);
  expect(Math.min(...placed)).toBeGreaterThanOrEqual(TEST.from);
});
