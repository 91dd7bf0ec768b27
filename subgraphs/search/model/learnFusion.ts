import { minimize } from '../../../models/training/minimize.ts';
import { BM25_SCALE, type Features, type Fusion } from '../fusion.ts';

/** A query, and what it has in common with each product. */
export interface Compared {
  readonly features: readonly Features[];
  /** The places of the right products. */
  readonly right: readonly number[];
  /** How much it counts: each kind of query as much as another. */
  readonly weight: number;
}

export type Weights = Pick<Fusion, 'bm25' | 'coverage' | 'inName' | 'meaning'>;

const PRIOR = 0.002;
const TOLERANCE = 1e-5;
const DIGITS = 3;

/**
 * Maximises the likelihood of the right products, the score being that of a softmax, with a prior on the weights; then all
 * are made so large that meaning, or without it the share of words, counts 1. Weights are exponentials: none is negative.
 */
export function learnFusion(queries: readonly Compared[], withMeaning: boolean): Weights {
  const rows = queries.map(({ features }) => features.map((one) => toRow(one, withMeaning)));
  const width = withMeaning ? 4 : 3;
  const point = minimize(
    (given) => {
      const weights = given.map(Math.exp);
      const gradient = new Float64Array(width);
      let loss = 0;
      for (const [place, { right, weight }] of queries.entries()) {
        const own = rows[place] ?? [];
        const scores = own.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
        const most = Math.max(...scores);
        const odds = scores.map((score) => Math.exp(score - most));
        const all = odds.reduce((sum, one) => sum + one, 0);
        const meant = right.reduce((sum, one) => sum + (odds[one] ?? 0), 0);
        loss -= weight * Math.log(Math.max(meant / all, Number.MIN_VALUE));
        for (const [product, row] of own.entries()) {
          const odd = odds[product] ?? 0;
          const error = odd / all - (right.includes(product) ? odd / Math.max(meant, Number.MIN_VALUE) : 0);
          if (error === 0) continue;
          for (const [at, value] of row.entries())
            gradient[at] = (gradient[at] ?? 0) + weight * error * value * (weights[at] ?? 0);
        }
      }
      for (const [at, value] of given.entries()) {
        loss += (PRIOR / 2) * value * value;
        gradient[at] = (gradient[at] ?? 0) + PRIOR * value;
      }
      return { loss, gradient };
    },
    width,
    TOLERANCE,
  );
  const [bm25 = 0, coverage = 0, inName = 0, meaning = 0] = point.map(Math.exp);
  const unit = withMeaning ? meaning : coverage;
  const rounded = (value: number): number => Number((value / unit).toFixed(DIGITS));
  return { bm25: rounded(bm25), coverage: rounded(coverage), inName: rounded(inName), meaning: withMeaning ? 1 : 0 };
}

function toRow({ bm25, coverage, inName, cosine }: Features, withMeaning: boolean): readonly number[] {
  const words = [bm25 / BM25_SCALE, coverage, inName];
  return withMeaning ? [...words, Math.max(0, cosine ?? 0)] : words;
}
