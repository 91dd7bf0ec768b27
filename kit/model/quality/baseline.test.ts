import { expect, test } from 'vitest';
import { baselineSchema, createBaseline } from './baseline.ts';

const NOTHING_COUNTED = 'expected at least one item to be counted; leave out a signal that no item has';

/** Twenty zeros, but for the given bins. */
function bins(filled: Record<number, number>): number[] {
  return Array.from({ length: 20 }, (_, bin) => filled[bin] ?? 0);
}

test('a baseline counts each signal in its bins, and leaves out those that no item has', () => {
  const baseline = createBaseline('three reviews', [
    { label: 'POSITIVE', confidence: 0.99, length: 1 },
    { label: 'NEGATIVE', confidence: 0.5, length: 2, unknownTokens: 0.05 },
    { label: 'POSITIVE', confidence: 0.52, length: 1_000 },
  ]);
  expect(baseline).toEqual({
    on: 'three reviews',
    n: 3,
    labels: { NEGATIVE: 1, POSITIVE: 2 },
    confidence: bins({ 10: 2, 19: 1 }),
    length: bins({ 0: 1, 2: 1, 19: 1 }),
    unknownTokens: bins({ 1: 1 }),
  });
  expect(baselineSchema.parse(JSON.parse(JSON.stringify(baseline)))).toEqual(baseline);
});

test('values beyond the ends count in the end bins, and NaN not at all', () => {
  const strange = [1.0000001, -0.1, Number.NaN, Number.POSITIVE_INFINITY];
  const baseline = createBaseline(
    'strange',
    strange.map((value) => ({ margin: value, length: value, embeddingNorm: Number.NaN })),
  );
  expect(baseline.margin).toEqual(bins({ 0: 1, 19: 2 }));
  expect(baseline.length).toEqual(bins({ 0: 2, 19: 1 }));
  expect(baseline.embeddingNorm).toBeUndefined();
});

test('norms are counted between their widened ends', () => {
  const { embeddingNorm } = createBaseline('spread', [{ embeddingNorm: 10 }, { embeddingNorm: 20 }]);
  expect(embeddingNorm).toEqual({ from: 9, to: 21.1, counts: bins({ 1: 1, 18: 1 }) });
});

test.each([1, 0, 12.5])('norms that are all %d but for rounding fall into one bin', (norm) => {
  const baseline = createBaseline('same', [{ embeddingNorm: norm }, { embeddingNorm: norm * (1 + 1e-7) }]);
  expect(baseline.embeddingNorm?.counts).toEqual(bins({ 9: 2 }));
  expect(baselineSchema.safeParse(baseline).success).toBe(true);
});

test('a baseline over nothing is refused', () => {
  expect(() => createBaseline('nothing', [])).toThrow(
    new RangeError('A baseline is counted over at least one item; got none.'),
  );
});

test.each([
  ['19 bins', { margin: Array(19).fill(1) }, 'Too small: expected array to have exactly 20 items'],
  ['half an item', { margin: bins({ 0: 0.5 }) }, 'Invalid input: expected int, received number'],
  ['only empty bins', { confidence: bins({}) }, NOTHING_COUNTED],
  ['only labels that no item has', { labels: { POSITIVE: 0 } }, NOTHING_COUNTED],
  [
    'a range that ends where it begins',
    { embeddingNorm: { from: 1, to: 1, counts: bins({ 0: 1 }) } },
    'expected `from` to be less than `to`',
  ],
  ['an unknown signal', { mood: bins({ 0: 1 }) }, 'Unrecognized key: "mood"'],
])('a manifest whose baseline has %s is refused', (_, signals, message) => {
  const { error } = baselineSchema.safeParse({ on: 'x', n: 1, ...signals });
  expect(error?.issues.map((issue) => issue.message)).toContain(message);
});
