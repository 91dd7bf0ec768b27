import { z } from 'zod';
import type { Prediction } from '../../../kit/model/defineModel.ts';
import { characterGrams, type TextVector } from '../../../kit/model/text/characterGrams.ts';
import { type GramWeights, gramWeightsSchema, weighGrams, writeGramWeights } from '../grams/gramWeights.ts';
import { type Judgement, judgementOf, signalsOf } from '../judgement.ts';
import { standardWords } from '../words/indonesian.ts';
import { readWords } from '../words/terms.ts';
import { type CalibratedWordModel, formatWeights, parseWeights, weigh } from '../words/wordModel.ts';

export const GRAMS = { from: 3, to: 5, places: 8_192, maxCharacters: 1_200 };

/** A regression over words, each in one spelling, and over the grams of the text as they make it. */
export interface IndonesianModel {
  readonly words: CalibratedWordModel;
  readonly grams: GramWeights;
}

export interface IndonesianText {
  readonly words: readonly string[];
  readonly grams: TextVector;
}

export function readIndonesian(text: string): IndonesianText {
  const words = standardWords(readWords(text));
  return { words, grams: characterGrams(words.join(' '), GRAMS) };
}

/** 0 when it knows none of the words, for then it cannot tell. */
export function logOddsOf({ words, grams }: IndonesianModel, text: IndonesianText): number {
  const { logOdds, known } = weigh(words, text.words);
  return known === 0 ? 0 : (logOdds + weighGrams(grams, text.grams)) / words.temperature;
}

export function judgeIndonesian(model: IndonesianModel, text: IndonesianText): Prediction<Judgement> {
  const output = judgementOf(logOddsOf(model, text));
  const { known } = weigh(model.words, text.words);
  const count = text.words.length;
  const unknownTokens = count === 0 ? 1 : (count - known) / count;
  return { output, signals: { ...signalsOf(output), length: Math.max(1, count), unknownTokens } };
}

export const gramsSchema = z.strictObject({ sentiment: gramWeightsSchema });

/** @throws ZodError when the files are not those that `formatIndonesian` makes. */
export function parseIndonesian(weightsJson: string, gramsJson: string): IndonesianModel {
  return { words: parseWeights(weightsJson), grams: gramsSchema.parse(JSON.parse(gramsJson)).sentiment };
}

export function formatIndonesian({ words, grams }: IndonesianModel): Record<'weights.json' | 'grams.json', string> {
  return {
    'weights.json': formatWeights(words),
    'grams.json': `${JSON.stringify({ sentiment: writeGramWeights(grams) })}\n`,
  };
}
