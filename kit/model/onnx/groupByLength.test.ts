import { expect, test } from 'vitest';
import { groupByLength } from './groupByLength.ts';

test('texts of like length run together, a long one does not pad the short ones', () => {
  expect(groupByLength([16, 256, 15, 12, 16])).toEqual([
    { length: 256, members: [1] },
    { length: 16, members: [0, 4, 2, 3] },
  ]);
});

test('every text is in one group, no group pads by more than 4 tokens or holds more than 512 unless it is one text', () => {
  const lengths = Array.from({ length: 300 }, (_, index) => 3 + ((index * 37) % 600));
  const groups = groupByLength(lengths);
  expect(groups.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(lengths.map((_, index) => index));
  for (const { length, members } of groups) {
    const own = members.map((index) => lengths[index] ?? 0);
    expect(Math.max(...own)).toBe(length);
    expect(length - Math.min(...own)).toBeLessThanOrEqual(4);
    if (members.length > 1) expect(length * members.length).toBeLessThanOrEqual(512);
  }
});

test('no texts make no groups', () => {
  expect(groupByLength([])).toEqual([]);
});
