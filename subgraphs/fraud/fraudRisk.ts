import type { RequestContext } from '../../kit/context.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { FEATURES, type Features } from './features/names.ts';
import type { FraudRiskRow } from './model.ts';
import type { Risk } from './risk.ts';

export async function fraudRisk(
  features: Features,
  risk: ModelHandle<Features, Risk>,
  context: RequestContext,
): Promise<FraudRiskRow> {
  return { ...(await risk.predict(features, context)), features };
}

/** What each feature does, the strongest first; what does nothing is left out. */
export function contributionsOf({ output, features }: FraudRiskRow) {
  return FEATURES.map((feature, place) => ({
    feature,
    value: features[feature],
    contribution: output.contributions[place] ?? 0,
  }))
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}
