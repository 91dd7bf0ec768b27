import { expect, test } from 'vitest';
import { parseCharacters, spell } from './spelling.ts';

const characters = parseCharacters('a\nb\n2\n３\n');

/** Probabilities in which each step is sure of the character with that index. */
function steps(...indices: readonly number[]): Float32Array {
  return Float32Array.from(indices.flatMap((index) => characters.map((_, at) => (at === index ? 0.9 : 0.02))));
}

test('the first character is none, the last a space', () => {
  expect(characters).toEqual(['', 'a', 'b', '2', '３', ' ']);
});

test('repeated steps are one character, unless nothing is between them', () => {
  expect(spell(steps(0, 1, 1, 0, 1, 2, 2), characters)).toEqual({ text: 'aab', confidence: expect.closeTo(0.9, 5) });
  expect(spell(steps(0, 0), characters)).toEqual({ text: '', confidence: 0 });
});

test('letters of the width of Chinese ones become plain ones', () => {
  expect(spell(steps(4), characters).text).toBe('3');
});

test('a space is put into a gap between two words, and none beside one that was read', () => {
  expect(spell(steps(1, 0, 0, 2), characters, [{ at: 2, wide: false }]).text).toBe('a b');
  expect(spell(steps(1, 5, 2), characters, [{ at: 1.2, wide: false }]).text).toBe('a b');
  expect(spell(steps(1, 2), characters, [{ at: 3, wide: true }]).text).toBe('ab');
});

test('between two digits only a wide gap is one', () => {
  expect(spell(steps(3, 0, 0, 4), characters, [{ at: 2, wide: false }]).text).toBe('23');
  expect(spell(steps(3, 0, 0, 4), characters, [{ at: 2, wide: true }]).text).toBe('2 3');
});
