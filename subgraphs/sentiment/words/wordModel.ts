import { z } from 'zod';
import { type Terms, visitTerms } from './terms.ts';

/** A logistic regression over the words of a text. */
export interface WordModel extends Terms {
  /** Log odds of praise before a word is weighed. */
  readonly bias: number;
  /** What each term adds to the log odds, divided by the root of the text's words. Its words are the vocabulary. */
  readonly weights: ReadonlyMap<string, number>;
}

export interface Weighed {
  /** That the text is praise; 0 when the model knows none of its words, for then it cannot tell. */
  readonly logOdds: number;
  /** Words of the text that are in the vocabulary. */
  readonly known: number;
}

export function weigh(model: WordModel, words: readonly string[]): Weighed {
  let [sum, known] = [0, 0];
  visitTerms(words, model, (term, sign, isPair) => {
    const weight = model.weights.get(term);
    if (weight === undefined) return;
    sum += sign * weight;
    if (!isPair) known++;
  });
  return { logOdds: known === 0 ? 0 : model.bias + sum / Math.sqrt(words.length), known };
}

/** Weights are stored in hundredths. */
const SCALE = 100;

/** weights.json */
const weightsSchema = z.strictObject({
  reach: z.number().int().min(0),
  pairs: z.boolean(),
  /** Log odds are divided by it, so that the probability is honest on texts of a new kind. */
  temperature: z.number().positive(),
  bias: z.number(),
  /** The terms of each weight, the weight in hundredths. */
  terms: z.record(z.string().regex(/^-?\d+$/), z.string()),
});

/** A word model with the temperature that makes its probabilities honest. */
export interface CalibratedWordModel extends WordModel {
  readonly temperature: number;
}

/** @throws ZodError when the text is not that of a weights.json. */
export function parseWeights(json: string): CalibratedWordModel {
  const { terms, ...others } = weightsSchema.parse(JSON.parse(json));
  const weights = Object.entries(terms).flatMap(([weight, list]) =>
    list.split(' ').map((term) => [term, Number(weight) / SCALE] as const),
  );
  return { ...others, weights: new Map(weights) };
}

/** One line a weight, so that a change shows as such in version control. */
export function formatWeights({ reach, pairs, temperature, bias, weights }: CalibratedWordModel): string {
  const lists = new Map<number, string[]>();
  for (const [term, weight] of weights) {
    const key = Math.round(weight * SCALE);
    const list = lists.get(key);
    if (list) list.push(term);
    else lists.set(key, [term]);
  }
  const lines = [...lists]
    .sort(([a], [b]) => a - b)
    .map(([weight, terms]) => `${JSON.stringify(String(weight))}: ${JSON.stringify(terms.sort().join(' '))}`);
  const head = { reach, pairs, temperature: hundredths(temperature), bias: hundredths(bias) };
  return `${JSON.stringify(head).slice(0, -1)},"terms":{\n${lines.join(',\n')}\n}}\n`;
}

function hundredths(value: number): number {
  return Math.round(value * SCALE) / SCALE;
}
