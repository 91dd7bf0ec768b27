import type { Signals } from '../../kit/model/quality/signals.ts';

/** What a model of the island says of a text. */
export interface Judgement {
  readonly label: 'POSITIVE' | 'NEGATIVE';
  /** -1 (negative) to 1 (positive): probability of positive minus that of negative. */
  readonly score: number;
  /** Calibrated probability of the label, 0.5 to 1. */
  readonly confidence: number;
}

/** @param logOdds of praise, calibrated. */
export function judgementOf(logOdds: number): Judgement {
  const positive = 1 / (1 + Math.exp(-logOdds));
  return {
    label: positive >= 0.5 ? 'POSITIVE' : 'NEGATIVE',
    score: 2 * positive - 1,
    confidence: Math.max(positive, 1 - positive),
  };
}

/** What monitoring lives on, of a judgement. */
export function signalsOf({ label, score, confidence }: Judgement): Signals {
  return { label, confidence, margin: Math.abs(score) };
}
