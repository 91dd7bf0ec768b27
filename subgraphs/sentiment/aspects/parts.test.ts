import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from './parts.ts';

test.each([
  ['It came late. The cup is lovely!', ['It came late.', 'The cup is lovely!']],
  ['Bagus tapi mahal', ['Bagus', 'tapi mahal']],
  [
    'The zip broke on day one, and nobody ever answered my mails',
    ['The zip broke on day one', 'and nobody ever answered my mails'],
  ],
  ['Murah, cepat, bagus', ['Murah, cepat, bagus']],
  ['👍', []],
])('%s has the parts %j', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

test('any text has at most twelve parts, and the time that a long one takes is bounded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(partsOf(`${text}. `.repeat(30)).length).toBeLessThanOrEqual(12);
    }),
    { seed: 1 },
  );
  const started = performance.now();
  partsOf(', , but '.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(500);
});
