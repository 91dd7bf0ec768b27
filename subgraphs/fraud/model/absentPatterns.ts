import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import { type BoostedTrees, logitOf } from '../../../models/training/boosting/boostedTrees.ts';
import type { Features } from '../features/names.ts';
import { toVector } from '../features/toVector.ts';
import { type Example, MOMENTS, type Moment } from './dataset.ts';
import { digits, ON, rounded, type Score, share } from './evaluate.ts';
import { CUTOFF, learnTrees } from './learn.ts';

const ALERTS = 0.01;
const PATTERNS = ['STOLEN_CARD', 'ACCOUNT_TAKEOVER', 'PROMO_ABUSE', 'REFUND_ABUSE', 'CARD_TESTING'] as const;

/**
 * How many orders of a pattern are among the 1% that score highest, by trees that learned from no order of it, by
 * those that are served, and by the rules. The trees that did not learn from it are also asked for the pattern's orders of before the held-out
 * months; there are more of those.
 */
export function measureAbsentPatterns(
  examples: readonly Example[],
  { trees, rules }: { readonly trees: BoostedTrees; readonly rules: Score },
  rounds: number,
): Manifest['quality'] {
  return PATTERNS.flatMap((pattern) => {
    const others = learnTrees(
      examples.filter((example) => example.pattern !== pattern),
      rounds,
    );
    return MOMENTS.flatMap((moment) => {
      const rank = (model: BoostedTrees) => (features: Features) => logitOf(model, toVector(features));
      const absent = foundBy(rank(others), examples, pattern, moment);
      const known = foundBy(rank(trees), examples, pattern, moment);
      const byRules = foundBy((features) => rules(features).score, examples, pattern, moment);
      console.log(
        [
          `${pattern}, ${moment}: held out ${share(...absent.held)} of ${absent.held[1]}`,
          `before ${share(...absent.before)} of ${absent.before[1]}`,
          `had they learned from it: held out ${share(...known.held)}`,
          `by the rules: held out ${share(...byRules.held)}`,
        ].join('; '),
      );
      const [found, n] = absent.held;
      if (n === 0) return [];
      return [
        {
          metric: `recall at 1% alerts of ${pattern}, absent from training`,
          on: ON[moment],
          value: digits(found / n),
          n,
          interval: rounded(wilsonInterval(found, n)),
        },
      ];
    });
  });
}

type Found = readonly [found: number, n: number];

function foundBy(
  rank: (features: Features) => number,
  examples: readonly Example[],
  pattern: Example['pattern'],
  moment: Moment,
): { readonly held: Found; readonly before: Found } {
  const scored = examples.flatMap(({ placedAt, pattern: truth, [moment]: features }) => {
    if (!features || (truth !== pattern && placedAt < CUTOFF)) return [];
    return [{ own: truth === pattern, held: placedAt >= CUTOFF, rank: rank(features) }];
  });
  const held = scored.filter((one) => one.held).map((one) => one.rank);
  const alert = held.sort((a, b) => b - a)[Math.ceil(held.length * ALERTS) - 1] ?? 0;
  const count = (own: readonly { readonly rank: number }[]): Found => [
    own.filter((one) => one.rank >= alert).length,
    own.length,
  ];
  return {
    held: count(scored.filter((one) => one.own && one.held)),
    before: count(scored.filter((one) => one.own && !one.held)),
  };
}
