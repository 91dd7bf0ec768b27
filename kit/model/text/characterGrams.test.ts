import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterGrams } from './characterGrams.ts';

const OPTIONS = { from: 1, to: 3, places: 4_096, maxCharacters: 500 };
const placesOf = (text: string, options = OPTIONS): number[] => [...characterGrams(text, options).indices];

test('case, punctuation and the form of an accent make no difference', () => {
  expect(characterGrams('Giao HÀNG, chậm!', OPTIONS)).toEqual(
    characterGrams('giao hàng chậm'.normalize('NFD'), OPTIONS),
  );
});

test('a word has each of its grams once for each length, with its beginning and end', () => {
  // Of " ab ": 4 of one character of which 3 differ, 3 of two, 2 of three.
  expect(placesOf('ab')).toHaveLength(8);
  expect(placesOf('ab', { ...OPTIONS, from: 3 })).toHaveLength(2);
});

test('the vector has length 1 and no place twice, and nothing has no places', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const { indices, values } = characterGrams(text, OPTIONS);
      expect(new Set(indices).size).toBe(indices.length);
      expect(Math.max(0, ...indices)).toBeLessThan(OPTIONS.places);
      if (values.length > 0) expect(Math.hypot(...values)).toBeCloseTo(1, 5);
    }),
    { seed: 1, numRuns: 200 },
  );
  expect(placesOf(' … 🙂 !')).toEqual([]);
});

test('what comes after the limit is not read', () => {
  expect(placesOf(`${'word '.repeat(100)}other`)).toEqual(placesOf('word '.repeat(100)));
});
