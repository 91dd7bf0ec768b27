import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCosts } from './costs.ts';
import { decide, expectedCosts } from './decide.ts';

const costs = parseCosts(readFileSync(new URL('../model/costs.json', import.meta.url), 'utf8'));

test.each([
  [0.01, 40, 'APPROVE'],
  [0.05, 40, 'APPROVE'],
  [0.2, 40, 'REVIEW'],
  // More is at stake: it is looked at sooner.
  [0.05, 900, 'REVIEW'],
  [0.9, 40, 'DECLINE'],
  [0.5, 900, 'REVIEW'],
  [0.99, 900, 'DECLINE'],
])('with probability %d, an order of %d dollars: %s', (probability, amount, decision) => {
  expect(decide(probability, amount, costs)).toBe(decision);
});

test('what is decided costs the least, and a likelier fraud is never treated more mildly', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  const severity = { APPROVE: 0, REVIEW: 1, DECLINE: 2 };
  fc.assert(
    fc.property(probability, probability, amount, (one, other, dollars) => {
      const expected = expectedCosts(one, dollars, costs);
      expect(expected[decide(one, dollars, costs)]).toBe(Math.min(...Object.values(expected)));
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(severity[decide(high, dollars, costs)]).toBeGreaterThanOrEqual(severity[decide(low, dollars, costs)]);
    }),
  );
});

test('a table of costs that says something else is refused', () => {
  expect(() => parseCosts(JSON.stringify({ ...costs, margin: 25 }))).toThrow('margin');
  expect(() => parseCosts(JSON.stringify({ ...costs, fine: 1 }))).toThrow('fine');
});
