import { expect, test } from 'vitest';
import { createOrderWorld } from '../orders.ts';
import { products } from '../products.ts';
import { createTruePreferences } from './preferences.ts';
import { COMMITTED } from './setting.ts';

/** How evenly sales are spread: the share of the 20 best sold products. */
function shareOfBest({ orders }: ReturnType<typeof createOrderWorld>): number {
  const sold = new Map<string, number>();
  for (const { productId } of orders.flatMap(({ lines }) => lines)) sold.set(productId, (sold.get(productId) ?? 0) + 1);
  const counts = [...sold.values()].sort((a, b) => b - a);
  const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
  return sum(counts.slice(0, 20)) / sum(counts);
}

test('a setting makes another world of the same people and products, and leaves the committed one alone', () => {
  const committed = createOrderWorld();
  const herd = createOrderWorld({ taste: 0.5, popularity: 1.1, activity: 0.5 });
  expect(herd.accounts.map(({ id }) => id)).toEqual(committed.accounts.map(({ id }) => id));
  expect(herd.orders.length).toBeLessThan(0.75 * committed.orders.length);
  expect(shareOfBest(herd)).toBeGreaterThan(shareOfBest(committed));
  expect(createOrderWorld()).toBe(committed);
  expect(createOrderWorld({ ...COMMITTED }).orders).toEqual(committed.orders);
});

test('where tastes count for nothing, all of a country like the same', () => {
  const preferencesOf = createTruePreferences({ ...COMMITTED, taste: 0 });
  const { accounts } = createOrderWorld();
  const [first, second] = accounts.filter(({ country }) => country === 'SG').map(({ id }) => preferencesOf(id));
  const best = (preferences: typeof first) => [...(preferences ?? [])].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  expect(first?.size).toBe(products.length);
  expect(best(first)).toBe(best(second));
});
