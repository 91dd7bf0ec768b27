import { z } from 'zod';
import type { Prediction } from '../../../kit/model/defineModel.ts';
import type { Encoding } from '../../../kit/model/onnx/textEncoder.ts';
import { type Judgement, judgementOf, signalsOf } from '../judgement.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { readWords } from '../words/terms.ts';
import { valenceOf } from '../words/valences.ts';

export const WIDTH = 384;

/** head.json: a logistic regression over the encoder's pooled blocks and the valence of the text's words. */
export const headSchema = z.strictObject({
  /** Which of the encoder's six transformer blocks it reads, counted from 1. */
  blocks: z.array(z.number().int().min(1).max(6)).min(1),
  /** Log odds are divided by it, so that the probability is honest on texts of a new kind. */
  temperature: z.number().positive(),
  bias: z.number(),
  /** Of the valence. */
  valence: z.number(),
  /** One row for each block. */
  weights: z.array(z.array(z.number()).length(WIDTH)),
});

export type Head = z.infer<typeof headSchema>;

/** What the encoder and the lexicon make of a text. */
export interface ReadText {
  /** Its vector is the encoder's `blocks` output, end to end. */
  readonly encoding: Encoding;
  /** How well its words speak of a purchase. */
  readonly valence: number;
}

export function readText(text: string, encoding: Encoding, lexicon: Lexicon): ReadText {
  return { encoding, valence: valenceOf(readWords(text), lexicon) };
}

/** What the head reads of one text: the encoder's blocks, then the valence. */
export function features({ encoding, valence }: ReadText, blocks: readonly number[]): Float32Array {
  const pooled = encoding.vector;
  const vector = new Float32Array(blocks.length * WIDTH + 1);
  for (const [row, block] of blocks.entries()) {
    vector.set(pooled.subarray((block - 1) * WIDTH, block * WIDTH), row * WIDTH);
  }
  vector[blocks.length * WIDTH] = valence;
  return vector;
}

/** What the head says of a text. */
export function judgeText(
  { blocks, temperature, bias, valence, weights }: Head,
  text: ReadText,
): Prediction<Judgement> {
  const { tokens, unknownTokens, norm } = text.encoding;
  const read = features(text, blocks);
  const logit = [...weights.flat(), valence].reduce((sum, weight, i) => sum + weight * (read[i] ?? 0), bias);
  const output = judgementOf(logit / temperature);
  return { output, signals: { ...signalsOf(output), length: tokens, unknownTokens, embeddingNorm: norm } };
}
