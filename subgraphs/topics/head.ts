import { z } from 'zod';
import type { Prediction } from '../../kit/model/defineModel.ts';
import type { TextVector } from '../../kit/model/text/characterGrams.ts';
import { type SoftmaxModel, softmax } from '../../models/training/softmaxRegression.ts';
import { type Judgement, judge, signalsOf, type Thresholds } from './judgement.ts';
import { GRAM_PLACES } from './text/features.ts';
import { CLASSES, type Language } from './topics.ts';

/** Weights are stored as whole numbers of steps, from -127 to 127. */
const MOST_STEPS = 127;

const calibration = z.strictObject({
  /** Scores are divided by it before their softmax, so that probabilities are honest. */
  temperature: z.number().positive(),
  topicFrom: z.number().min(0).max(1),
  subtopicFrom: z.number().min(0).max(1),
});

/** head.json: a linear model over the features of a message. */
const headSchema = z.strictObject({
  en: calibration,
  id: calibration,
  /** What a step is worth, of a gram's weight and of a block's; 0 where there are no blocks, whose bytes are 0 then. */
  step: z.strictObject({ grams: z.number().positive(), blocks: z.number().min(0) }),
  bias: z.array(z.number()).length(CLASSES.length),
  /** For each class, one signed byte a feature, in base64: the grams' places, then the blocks. */
  weights: z.array(z.base64()).length(CLASSES.length),
});

export interface Calibration extends Thresholds {
  readonly temperature: number;
}

export interface Head {
  readonly calibrations: Readonly<Record<Language, Calibration>>;
  readonly step: { readonly grams: number; readonly blocks: number };
  readonly bias: readonly number[];
  readonly weights: readonly Int8Array[];
}

/** @throws ZodError when the text is not that of a head.json. */
export function parseHead(json: string): Head {
  const { en, id, step, bias, weights } = headSchema.parse(JSON.parse(json));
  return {
    calibrations: { en, id },
    step,
    bias,
    weights: weights.map((row) => new Int8Array(Buffer.from(row, 'base64'))),
  };
}

/** One row a class, so that a change shows as such in version control. */
export function formatHead({ weights, bias }: SoftmaxModel, calibrations: Head['calibrations']): string {
  const step = {
    grams: stepOf(weights.map((row) => row.subarray(0, GRAM_PLACES))),
    blocks: stepOf(weights.map((row) => row.subarray(GRAM_PLACES))),
  };
  const rows = weights.map((row) => {
    const steps = Int8Array.from(row, (weight, place) =>
      Math.round(weight / (place < GRAM_PLACES ? step.grams : step.blocks)),
    );
    return Buffer.from(steps.buffer).toString('base64');
  });
  const head = { ...calibrations, step, bias: [...bias].map((value) => Number(value.toFixed(5))), weights: rows };
  return `${JSON.stringify(head).replaceAll('","', '",\n"')}\n`;
}

/** What each class has for it. */
export function scoresOf({ step, bias, weights }: Head, { indices, values }: TextVector): Float64Array {
  return Float64Array.from(weights, (row, label) => {
    let [grams, blocks] = [0, 0];
    for (const [position, place] of indices.entries()) {
      const product = (row[place] ?? 0) * (values[position] ?? 0);
      if (place < GRAM_PLACES) grams += product;
      else blocks += product;
    }
    return grams * step.grams + blocks * step.blocks + (bias[label] ?? 0);
  });
}

/** What the head says of a message that these are the features of. */
export function judgeFeatures(head: Head, language: Language, features: TextVector): Prediction<Judgement> {
  const calibrated = head.calibrations[language];
  const probabilities = softmax(scoresOf(head, features), calibrated.temperature);
  const output = judge(probabilities, calibrated);
  return { output, signals: signalsOf(output, probabilities) };
}

function stepOf(rows: readonly Float64Array[]): number {
  const most = rows.reduce((high, row) => row.reduce((max, value) => Math.max(max, Math.abs(value)), high), 0);
  // Rounded up, so that no weight has more steps than a byte holds.
  return Math.ceil((most / MOST_STEPS) * 1e6) / 1e6;
}
