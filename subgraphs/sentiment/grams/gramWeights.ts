import { z } from 'zod';
import type { TextVector } from '../../../kit/model/text/characterGrams.ts';

/** Weights of hashed character grams in 8 bits: what each counts is `unit` times its byte. */
export const gramWeightsSchema = z
  .strictObject({ unit: z.number().positive(), bytes: z.base64() })
  .transform(({ unit, bytes }): GramWeights => ({ unit, bytes: new Int8Array(Buffer.from(bytes, 'base64')) }));

export interface GramWeights {
  readonly unit: number;
  readonly bytes: Int8Array;
}

const LARGEST = 127;
/** Finer units are noise. */
const DIGITS = 5;

export function toGramWeights(weights: Float64Array): GramWeights {
  const most = weights.reduce((high, weight) => Math.max(high, Math.abs(weight)), 0);
  const unit = Math.max(Number((most / LARGEST).toFixed(DIGITS)), 10 ** -DIGITS);
  const bytes = Int8Array.from(weights, (weight) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / unit))));
  return { unit, bytes };
}

/** As `gramWeightsSchema` reads it. */
export function writeGramWeights({ unit, bytes }: GramWeights): { unit: number; bytes: string } {
  return { unit, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') };
}

export function weighGrams({ unit, bytes }: GramWeights, { indices, values }: TextVector): number {
  let sum = 0;
  for (let i = 0; i < indices.length; i++) sum += (values[i] ?? 0) * (bytes[indices[i] ?? 0] ?? 0);
  return sum * unit;
}
