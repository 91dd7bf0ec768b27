import { characterGrams, type TextVector } from '../../../kit/model/text/characterGrams.ts';
import { MAX_CHARACTERS_READ } from '../readable.ts';

const GRAMS = { from: 1, to: 4, places: 1 << 15, maxCharacters: MAX_CHARACTERS_READ };
/** Whole words are grams too, of any length, with places of their own. */
const WORD_PLACES = 1 << 14;

/** A letter counts for the first that it is of; the last is every other script. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Han}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{L}/u,
];

/** How many weights a class has. */
export const FEATURES = GRAMS.places + WORD_PLACES + SCRIPTS.length;

/**
 * What a text is judged by, as one sparse vector of three parts: its character grams and its words, each of length 1, and
 * the roots of the shares of its letters that are of each script: a part of a line in Chinese says more than its share.
 */
export function featuresOf(text: string): TextVector {
  const grams = characterGrams(text, GRAMS);
  const words = wordPlaces(text);
  const scripts = scriptShares(text);
  const value = 1 / Math.sqrt(words.length);
  return {
    indices: Uint32Array.from([
      ...grams.indices,
      ...words.map((place) => GRAMS.places + place),
      ...scripts.map(([script]) => GRAMS.places + WORD_PLACES + script),
    ]),
    values: Float32Array.from([
      ...grams.values,
      ...words.map(() => value),
      ...scripts.map(([, share]) => Math.sqrt(share)),
    ]),
  };
}

/** The places of the words of a text, each once, by FNV-1a. */
function wordPlaces(text: string): readonly number[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const places = words.map((word) => {
    let hash = 2_166_136_261;
    for (const character of word) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
    return (hash ^ (hash >>> 15)) & (WORD_PLACES - 1);
  });
  return [...new Set(places)];
}

/** Of the letters of a text, the share of each script that has any, by its place in the list. */
function scriptShares(text: string): readonly (readonly [script: number, share: number])[] {
  const letters = SCRIPTS.map(() => 0);
  let all = 0;
  for (const character of text) {
    const script = SCRIPTS.findIndex((pattern) => pattern.test(character));
    if (script < 0) continue;
    letters[script] = (letters[script] ?? 0) + 1;
    all++;
  }
  return [...letters.entries()].flatMap(([script, count]) => (count === 0 ? [] : [[script, count / all] as const]));
}
