import { characterGrams, type TextVector } from '../../../kit/model/text/characterGrams.ts';
import { shapeOf } from './shape.ts';
import { wordFeatures } from './wordFeatures.ts';

/** What follows is not read: what a document is stands near its beginning. */
export const MAX_CHARACTERS = 6_000;
const GRAM_PLACES = 8_192;
const WORD_PLACES = 8_192;
export const SHAPES = shapeOf('').length;
/** How many weights a class has. */
export const FEATURES = GRAM_PLACES + WORD_PLACES + SHAPES;

/** Of a document's text: its characters 3 to 5 at a time, its words one and two at a time, and its shape. */
export function featuresOf(text: string): TextVector {
  const grams = characterGrams(text, { from: 3, to: 5, places: GRAM_PLACES, maxCharacters: MAX_CHARACTERS });
  const words = wordFeatures(text.slice(0, MAX_CHARACTERS), WORD_PLACES);
  const shape = shapeOf(text.slice(0, MAX_CHARACTERS));
  return {
    indices: Uint32Array.from([
      ...grams.indices,
      ...words.indices.map((place) => GRAM_PLACES + place),
      ...shape.map((_, place) => GRAM_PLACES + WORD_PLACES + place),
    ]),
    values: Float32Array.from([...grams.values, ...words.values, ...shape]),
  };
}

/** How many weights a class of the cheaper model has. */
export const WORDS = 8_192;

/** Of a document's text its words alone. */
export function wordsOf(text: string): TextVector {
  return wordFeatures(text.slice(0, MAX_CHARACTERS), WORDS);
}

/** Whether there is anything to judge by. */
export function hasText(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) >= 3;
}
