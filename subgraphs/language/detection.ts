import type { Prediction } from '../../kit/model/defineModel.ts';
import { CODES, type Code } from './codes.ts';

/** What a model of the island says of a text. */
export interface Detection {
  readonly code: Code;
  /** Calibrated probability that the code is right, 0 to 1. */
  readonly confidence: number;
}

/** What a text without a letter to go by is. */
export const NOTHING_TO_READ: Prediction<Detection> = {
  output: { code: 'unknown', confidence: 1 },
  signals: { label: 'unknown', confidence: 1, margin: 1, length: 1 },
};

/**
 * @param probabilities of the codes, in their order.
 * @param threshold below which a language is not told: the text is `unknown`, with the confidence that it is.
 * @param length of what was read, in characters.
 */
export function detectionOf(
  probabilities: ArrayLike<number>,
  threshold: number,
  length: number,
): Prediction<Detection> {
  const of = (code: Code): number => probabilities[CODES.indexOf(code)] ?? 0;
  const [likeliest = 'unknown', next = 'unknown'] = CODES.toSorted((a, b) => of(b) - of(a));
  const code = of(likeliest) < threshold ? 'unknown' : likeliest;
  const output = { code, confidence: of(code) };
  return {
    output,
    signals: { label: code, confidence: output.confidence, margin: of(likeliest) - of(next), length },
  };
}
