import { z } from 'zod';
import { LANGUAGES } from '../text/language.ts';

/** Of an embedding. */
export const SIZE = 384;

/**
 * adapter.json: for each language a square matrix that is added to the identity, row by row as bytes from -128 to 127 in
 * base64, to be multiplied by `scale`. It turns a question's embedding towards the passages that answer such questions.
 */
export const adapterSchema = z.record(z.enum(LANGUAGES), z.strictObject({ scale: z.number(), matrix: z.base64() }));
export type Adapter = z.infer<typeof adapterSchema>;

export interface AdapterMatrix {
  readonly scale: number;
  readonly rows: Int8Array;
}

export function readMatrix({ scale, matrix }: Adapter['en']): AdapterMatrix {
  const bytes = Buffer.from(matrix, 'base64');
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (rows.length !== SIZE * SIZE) throw new RangeError(`An adapter has ${SIZE * SIZE} bytes; got ${rows.length}.`);
  return { scale, rows };
}

/** The nearest of 255 steps; small changes of a weight that one processor makes and another does not are rounded away. */
export function writeMatrix(weights: Float64Array): Adapter['en'] {
  const most = weights.reduce((high, weight) => Math.max(high, Math.abs(weight)), 0);
  const scale = Number((most / 127).toPrecision(3));
  const rows = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  return { scale, matrix: Buffer.from(rows.buffer).toString('base64') };
}

/** The adapted embedding, of length 1. */
export function adapt({ scale, rows }: AdapterMatrix, vector: Float32Array): Float32Array {
  const adapted = vector.map((value, row) => {
    let sum = 0;
    for (let column = 0; column < SIZE; column++) sum += (rows[row * SIZE + column] ?? 0) * (vector[column] ?? 0);
    return value + scale * sum;
  });
  const norm = Math.hypot(...adapted) || 1;
  return adapted.map((value) => value / norm);
}
