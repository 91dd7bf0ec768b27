import { z } from 'zod';
import type { Prediction } from '../../../kit/model/defineModel.ts';
import { CODES } from '../codes.ts';
import { type Detection, detectionOf, NOTHING_TO_READ } from '../detection.ts';
import { readable } from '../readable.ts';
import type { LinearWeights } from './adaGrad.ts';
import { FEATURES, featuresOf } from './features.ts';
import { softmax } from './softmax.ts';

/** Softmax regression whose weights are stored in 8 bits. */
export interface LinearModel {
  /** Log odds are divided by it, so that the probability is honest. */
  readonly temperature: number;
  /** A language is told when its probability is at least that. */
  readonly threshold: number;
  readonly bias: readonly number[];
  /** What one step of a class's weights is worth. */
  readonly scales: readonly number[];
  /** Those of a feature stand together, in the order of the codes. */
  readonly weights: Int8Array;
}

const STEPS = 127;
const DIGITS = 6;

const perCode = z.array(z.number()).length(CODES.length);

/** weights.json */
const weightsSchema = z.strictObject({
  temperature: z.number().positive(),
  threshold: z.number().min(0).max(1),
  bias: perCode,
  scales: perCode,
  weights: z.base64(),
});

/** @throws ZodError or RangeError when the text is not that of a weights.json. */
export function parseWeights(json: string): LinearModel {
  const { weights, ...others } = weightsSchema.parse(JSON.parse(json));
  const bytes = Buffer.from(weights, 'base64');
  if (bytes.length !== FEATURES * CODES.length) {
    throw new RangeError(`Expected ${FEATURES * CODES.length} weights, got ${bytes.length}.`);
  }
  return { ...others, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
}

/** Rounds trained weights to 8 bits, a class at a time. */
export function formatWeights(
  { weights, bias }: LinearWeights,
  { temperature, threshold }: Pick<LinearModel, 'temperature' | 'threshold'>,
): string {
  const scales = CODES.map((_, c) => {
    let most = 0;
    for (let place = c; place < weights.length; place += CODES.length)
      most = Math.max(most, Math.abs(weights[place] ?? 0));
    return rounded(most / STEPS);
  });
  const steps = Int8Array.from(weights, (weight, place) => Math.round(weight / (scales[place % CODES.length] || 1)));
  const file = { temperature, threshold, bias: [...bias].map(rounded), scales };
  const base64 = Buffer.from(steps.buffer).toString('base64');
  return `${JSON.stringify({ ...file, weights: base64 })}\n`;
}

/** What language a text is in, by the model. */
export function detect(model: LinearModel, text: string): Prediction<Detection> {
  const words = readable(text);
  if (words === null) return NOTHING_TO_READ;
  const { indices, values } = featuresOf(words);
  const sums = CODES.map(() => 0);
  for (let i = 0; i < indices.length; i++) {
    const [first, value] = [(indices[i] ?? 0) * CODES.length, values[i] ?? 0];
    for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] ?? 0) + (model.weights[first + c] ?? 0) * value;
  }
  const odds = sums.map((sum, c) => (model.bias[c] ?? 0) + sum * (model.scales[c] ?? 0));
  return detectionOf(softmax(odds, model.temperature), model.threshold, words.length);
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
