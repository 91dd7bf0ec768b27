import { z } from 'zod';

export const WIDTH = 384;

/** head.json: a logistic regression over the encoder's pooled blocks. */
export const headSchema = z.strictObject({
  /** Which of the encoder's six transformer blocks it reads, counted from 1. */
  blocks: z.array(z.number().int().min(1).max(6)).min(1),
  /** Log odds are divided by it, so that the probability is honest on texts of a new kind. */
  temperature: z.number().positive(),
  bias: z.number(),
  /** One row for each block. */
  weights: z.array(z.array(z.number()).length(WIDTH)),
});

export type Head = z.infer<typeof headSchema>;

/** What the head reads of the encoder's `blocks` output of one text, end to end. */
export function features(pooled: Float32Array, blocks: readonly number[]): Float32Array {
  const vector = new Float32Array(blocks.length * WIDTH);
  for (const [row, block] of blocks.entries()) {
    vector.set(pooled.subarray((block - 1) * WIDTH, block * WIDTH), row * WIDTH);
  }
  return vector;
}

export interface Prediction {
  readonly label: 'POSITIVE' | 'NEGATIVE';
  /** -1 (negative) to 1 (positive): probability of positive minus that of negative. */
  readonly score: number;
  /** Calibrated probability of the label, 0.5 to 1. */
  readonly confidence: number;
}

/** @param pooled the encoder's `blocks` output of one text, end to end. */
export function judge({ blocks, temperature, bias, weights }: Head, pooled: Float32Array): Prediction {
  const vector = features(pooled, blocks);
  const logit = weights.flat().reduce((sum, weight, i) => sum + weight * (vector[i] ?? 0), bias);
  const positive = 1 / (1 + Math.exp(-logit / temperature));
  return {
    label: positive >= 0.5 ? 'POSITIVE' : 'NEGATIVE',
    score: 2 * positive - 1,
    confidence: Math.max(positive, 1 - positive),
  };
}
