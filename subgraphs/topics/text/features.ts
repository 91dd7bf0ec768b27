import { characterGrams, type GramOptions, type TextVector } from '../../../kit/model/text/characterGrams.ts';
import type { Message } from '../topics.ts';
import { glossOf, type Lexicon } from './gloss.ts';

/** Of the encoder's six transformer blocks, counted from 1, those that are read. */
export const BLOCKS = [4, 5, 6] as const;
export const BLOCK_WIDTH = 384;

export const GRAM_PLACES = 8_192;
/** Read of a message; its gloss is of as much. */
const MAX_CHARACTERS = 1_000;
const GRAMS: GramOptions = { from: 2, to: 5, places: GRAM_PLACES, maxCharacters: 4 * MAX_CHARACTERS };

/** Of a vector's square length, what its character grams have beside the encoder's blocks. */
const GRAM_SHARE = 0.3;

/**
 * A message as English, for an encoder that knows no other language: Indonesian word for word. So both languages learn from
 * one another's examples.
 */
export function asEnglish({ text, language }: Message, lexicon: Lexicon): string {
  return language === 'en' ? text : glossOf(text.slice(0, MAX_CHARACTERS), lexicon);
}

/** The character grams of a message, and of its gloss where it has one. */
export function gramsOf({ text, language }: Message, lexicon: Lexicon): TextVector {
  const read = text.slice(0, MAX_CHARACTERS);
  return characterGrams(language === 'en' ? read : `${read} ${glossOf(read, lexicon)}`, GRAMS);
}

/**
 * Grams, and behind them the blocks that a message's English has in the encoder.
 * @param pooled the encoder's output `blocks`, each of length 1, end to end.
 */
export function withBlocks(grams: TextVector, pooled: Float32Array): TextVector {
  const read = BLOCKS.flatMap((block) => [...pooled.subarray((block - 1) * BLOCK_WIDTH, block * BLOCK_WIDTH)]);
  const [ofGrams, ofBlocks] = [Math.sqrt(GRAM_SHARE), Math.sqrt((1 - GRAM_SHARE) / BLOCKS.length)];
  return {
    indices: Uint32Array.from([...grams.indices, ...read.map((_, index) => GRAM_PLACES + index)]),
    values: Float32Array.from([
      ...grams.values.map((value) => value * ofGrams),
      ...read.map((value) => value * ofBlocks),
    ]),
  };
}
