import type { Costs } from './costs.ts';

export const DECISIONS = ['APPROVE', 'REVIEW', 'DECLINE'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What each decision costs, on average, of orders of this amount that are fraud with this probability. */
export function expectedCosts(probability: number, amount: number, costs: Costs): Readonly<Record<Decision, number>> {
  const fraud = probability * (amount + costs.chargeback);
  const good = (1 - probability) * (amount * costs.margin + costs.goodwill);
  return {
    APPROVE: fraud,
    REVIEW: costs.review + (1 - costs.reviewStops) * fraud + costs.reviewDeclines * good,
    DECLINE: good,
  };
}

/** The cheapest; of two that cost the same the milder. */
export function decide(probability: number, amount: number, costs: Costs): Decision {
  const expected = expectedCosts(probability, amount, costs);
  return DECISIONS.reduce((best, decision) => (expected[decision] < expected[best] ? decision : best));
}
