import type { Prediction } from '../../kit/model/defineModel.ts';
import type { Costs } from './decision/costs.ts';
import { type Decision, decide } from './decision/decide.ts';
import { FEATURES, type Feature, type Features } from './features/names.ts';

/** What a model of the island says of an order. */
export interface Risk {
  /** Probability that the order is reported as fraud. */
  readonly score: number;
  readonly decision: Decision;
  /** Log odds of the average order. With the contributions they are those of the score. */
  readonly base: number;
  /** By feature, in the order of FEATURES: what it adds to the log odds. */
  readonly contributions: readonly number[];
}

/** A feature that adds less to the log odds is no reason. */
const NOTICEABLE = 0.2;
const MOST_REASONS = 3;

/** What raises the score the most, the strongest first. */
export function reasonsOf({ contributions }: Pick<Risk, 'contributions'>): Feature[] {
  return FEATURES.map((feature, place) => ({ feature, contribution: contributions[place] ?? 0 }))
    .filter(({ contribution }) => contribution >= NOTICEABLE)
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, MOST_REASONS)
    .map(({ feature }) => feature);
}

/** Adds the decision, which goes by what an error costs with an order of that amount, and what monitoring lives on. */
export function judge(risk: Omit<Risk, 'decision'>, { AMOUNT: amount }: Features, costs: Costs): Prediction<Risk> {
  const decision = decide(risk.score, amount ?? 0, costs);
  return {
    output: { ...risk, decision },
    signals: {
      label: decision,
      confidence: Math.max(risk.score, 1 - risk.score),
      margin: Math.abs(2 * risk.score - 1),
    },
  };
}
