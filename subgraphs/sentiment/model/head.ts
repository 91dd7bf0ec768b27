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
