import { z } from 'zod';
import type { Prediction } from '../../kit/model/defineModel.ts';
import type { TextVector } from '../../kit/model/text/characterGrams.ts';
import { type SoftmaxModel, softmax } from '../../models/training/softmaxRegression.ts';
import { dot } from '../../models/training/vector.ts';
import { type Judgement, KINDS, NO_KIND } from './kinds.ts';
import { hasText } from './text/features.ts';

/** Weights are stored as whole numbers of steps, from -127 to 127. */
const MOST_STEPS = 127;

/** head.json: a linear model over the features of a text. */
const headSchema = z.strictObject({
  /** Scores are divided by it before their softmax, so that probabilities are honest. */
  temperature: z.number().positive(),
  /** A kind is told from this probability on. */
  kindFrom: z.number().min(0).max(1),
  /** What a step of a weight is worth. */
  step: z.number().positive(),
  bias: z.array(z.number()).length(KINDS.length),
  /** For each kind, one signed byte a feature, in base64. */
  weights: z.array(z.base64()).length(KINDS.length),
});

export interface Calibration {
  readonly temperature: number;
  readonly kindFrom: number;
}

export interface Head extends Calibration {
  readonly step: number;
  readonly bias: readonly number[];
  readonly weights: readonly Float64Array[];
}

/** @throws ZodError when the text is not that of a head.json. */
export function parseHead(json: string): Head {
  const { weights, ...head } = headSchema.parse(JSON.parse(json));
  return { ...head, weights: weights.map((row) => Float64Array.from(new Int8Array(Buffer.from(row, 'base64')))) };
}

/** One row a kind, so that a change shows as such in version control. */
export function formatHead({ weights, bias }: SoftmaxModel, calibration: Calibration): string {
  const most = weights.reduce((high, row) => row.reduce((max, weight) => Math.max(max, Math.abs(weight)), high), 0);
  // Rounded up, so that no weight has more steps than a byte holds.
  const step = Math.ceil((most / MOST_STEPS) * 1e6) / 1e6;
  const rows = weights.map((row) =>
    Buffer.from(Int8Array.from(row, (weight) => Math.round(weight / step)).buffer).toString('base64'),
  );
  const head = { ...calibration, step, bias: [...bias].map((value) => Number(value.toFixed(5))), weights: rows };
  return `${JSON.stringify(head).replaceAll('","', '",\n"')}\n`;
}

/** What each kind has for it. */
export function scoresOf({ step, bias, weights }: Head, features: TextVector): Float64Array {
  return Float64Array.from(weights, (row, kind) => dot(features, row) * step + (bias[kind] ?? 0));
}

/** What the head says of a text by its features; of one without words it says nothing. */
export function judge(head: Head, text: string, featuresOf: (text: string) => TextVector): Prediction<Judgement> {
  const length = Math.max(1, text.length);
  if (!hasText(text))
    return { output: { kind: null, confidence: 0 }, signals: { label: NO_KIND, confidence: 0, length } };
  return judgeScores(scoresOf(head, featuresOf(text)), head, length);
}

export function judgeScores(scores: Float64Array, calibration: Calibration, length: number): Prediction<Judgement> {
  const ranked = [...softmax(scores, calibration.temperature)]
    .map((probability, index) => ({ probability, kind: KINDS[index] ?? 'OTHER' }))
    .sort((a, b) => b.probability - a.probability);
  const { probability, kind } = ranked[0] ?? { probability: 0, kind: 'OTHER' as const };
  const confidence = Math.min(1, probability);
  const told = confidence >= calibration.kindFrom ? kind : null;
  const margin = Math.max(0, confidence - (ranked[1]?.probability ?? 0));
  return { output: { kind: told, confidence }, signals: { label: told ?? NO_KIND, confidence, margin, length } };
}
