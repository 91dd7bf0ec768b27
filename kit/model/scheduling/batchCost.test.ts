import { expect, test } from 'vitest';
import { BatchCost } from './batchCost.ts';

test('it learns what an item and a batch cost', () => {
  const cost = new BatchCost(5);
  expect(cost.estimate(1)).toBe(5);
  for (let round = 0; round < 20; round++) for (const items of [1, 4, 8]) cost.learn(items, 2 * items + 6);
  expect(cost.estimate(1)).toBeCloseTo(8);
  expect(cost.estimate(16)).toBeCloseTo(38);
  expect(cost.mostWithin(20)).toBe(7);
  expect(cost.mostWithin(1)).toBe(1);
  expect(cost.estimatePerItem(8)).toBeCloseTo(22 / 8);
});

test('items go together where that saves at least 15% for each', () => {
  const cheap = new BatchCost(5);
  for (const items of [1, 8, 1, 8]) cheap.learn(items, items + 1);
  expect(cheap.batchSize(20, 8)).toBe(8);
  expect(cheap.batchSize(2, 8)).toBe(2);
  expect(cheap.batchSize(1, 8)).toBe(1);
  // Ten items cost 10.8 together and 10.9 apart.
  const dear = new BatchCost(5);
  expect(dear.batchSize(20, 8)).toBe(8);
  for (const items of [1, 8, 1, 8]) dear.learn(items, items + 0.09);
  expect(dear.batchSize(20, 8)).toBe(1);
});

test('it finds out for itself, and again when it changes', () => {
  const cost = new BatchCost(5);
  let perBatch = 4;
  const sizes = (rounds: number) =>
    Array.from({ length: rounds }, () => {
      const size = cost.batchSize(8, 8);
      cost.learn(size, size + perBatch);
      return size;
    });
  sizes(100);
  expect(sizes(200).filter((size) => size === 8).length).toBeGreaterThan(150);
  perBatch = 0;
  sizes(100);
  expect(sizes(200).filter((size) => size === 1).length).toBeGreaterThan(150);
  perBatch = 4;
  sizes(100);
  expect(sizes(200).filter((size) => size === 8).length).toBeGreaterThan(150);
});

test('a batch that costs more than its items do alone is not made', () => {
  const cost = new BatchCost(5);
  const sizes = Array.from({ length: 320 }, () => {
    const size = cost.batchSize(8, 8);
    cost.learn(size, size ** 1.2);
    return size;
  });
  expect(sizes.filter((size) => size === 8).length).toBeLessThanOrEqual(11);
});
