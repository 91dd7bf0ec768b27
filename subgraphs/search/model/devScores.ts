import { BM25_SCALE } from '../fusion.ts';
import type { Compared, Weights } from './learnFusion.ts';

/** As the island scores, of a product that can be compared by its meaning. */
export function scoreBy(features: Compared['features'][number] | undefined, weights: Weights): number {
  if (features === undefined) return 0;
  const { bm25, coverage, inName, cosine } = features;
  return (
    (weights.bm25 * bm25) / BM25_SCALE +
    weights.coverage * coverage +
    weights.inName * inName +
    weights.meaning * Math.max(0, cosine ?? 0)
  );
}

/** How many of the queries have a right product first, and among the first five. */
export function shares(queries: readonly Compared[], weights: Weights): string {
  const ranks = queries.map(({ features, right }) => {
    const scores = features.map((one) => scoreBy(one, weights));
    const best = Math.max(...right.map((one) => scores[one] ?? 0));
    return scores.filter((score) => score > best).length;
  });
  const share = (most: number): string => (ranks.filter((rank) => rank < most).length / ranks.length).toFixed(3);
  return `R@1 ${share(1)}, R@5 ${share(5)} of ${queries.length}`;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Number((sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(3));
}
