import { z } from 'zod';
import { defineModel } from '../../kit/model/defineModel.ts';
import { probability } from '../../models/training/calibration.ts';
import { parseCosts } from './decision/costs.ts';
import { FIRST_ORDER } from './features/firstOrder.ts';
import { FEATURES, type Features } from './features/names.ts';
import { itemFault } from './itemFault.ts';
import { judge, type Risk } from './risk.ts';

const feature = z.enum(FEATURES);
const points = z.number();

/** rules.json: points, which are log odds, for a feature that is at least, or less than, a number. */
const rulesSchema = z.strictObject({
  base: points,
  rules: z.array(
    z.union([
      z.strictObject({ feature, from: z.number(), points }),
      z.strictObject({ feature, below: z.number(), points }),
    ]),
  ),
});
export type Rules = z.infer<typeof rulesSchema>;

/** @throws ZodError when the text is not that of a rules.json. */
export function parseRules(json: string): Rules {
  return rulesSchema.parse(JSON.parse(json));
}

/** A feature contributes the points of its rules that hold; of what is missing none does. */
export function applyRules({ base, rules }: Rules, features: Features): Omit<Risk, 'decision'> {
  const contributions = FEATURES.map((one) => {
    const value = features[one];
    if (value === null) return 0;
    const holding = rules.filter(
      (rule) => rule.feature === one && ('from' in rule ? value >= rule.from : value < rule.below),
    );
    return holding.reduce((sum, rule) => sum + rule.points, 0);
  });
  return { score: probability(contributions.reduce((sum, one) => sum + one, base)), base, contributions };
}

/** What a person who knows shops would look at: answers when the trees cannot. */
export default defineModel<Features, Risk>({
  warmUp: [FIRST_ORDER],
  async load(folder) {
    const costs = parseCosts(String(await folder.read('costs.json')));
    const rules = parseRules(String(await folder.read('rules.json')));
    return {
      async predict(items) {
        return items.map((item) => itemFault(item) ?? judge(applyRules(rules, item), item, costs));
      },
    };
  },
});
