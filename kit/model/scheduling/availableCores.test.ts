import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { availableCores, quotaV1, quotaV2 } from './availableCores.ts';

test.each([
  ['200000 100000\n', 2],
  ['150000 100000\n', 1.5],
  ['max 100000\n', Number.POSITIVE_INFINITY],
  ['', Number.POSITIVE_INFINITY],
  [undefined, Number.POSITIVE_INFINITY],
])('cpu.max of %j is a quota of %d cores', (text, cores) => {
  expect(quotaV2(() => text)).toBe(cores);
});

test.each([
  ['300000', '100000', 3],
  ['-1', '100000', Number.POSITIVE_INFINITY],
  [undefined, undefined, Number.POSITIVE_INFINITY],
])('a quota of %s in a period of %s is %d cores', (quota, period, cores) => {
  expect(quotaV1((file) => (file.endsWith('quota_us') ? quota : period))).toBe(cores);
});

test('there is at least one, and no more than the process may run on', () => {
  expect(availableCores()).toBeGreaterThanOrEqual(1);
  expect(availableCores()).toBeLessThanOrEqual(availableParallelism());
});
