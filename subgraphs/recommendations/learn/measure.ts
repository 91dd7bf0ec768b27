import { Random } from '../../../world/random.ts';

/** How well one list of ten does. */
export interface Hit {
  /** Whether any of the ten was bought. */
  readonly hit: number;
  /** Normalised discounted cumulative gain (Järvelin & Kekäläinen, 2002). */
  readonly ndcg: number;
}

export interface Figure {
  readonly value: number;
  readonly n: number;
  /** 95%: percentiles of resampled lists (Efron, 1979). */
  readonly interval: readonly [low: number, high: number];
}

export interface Figures {
  readonly hitRate: Figure;
  readonly ndcg: Figure;
}

export const LENGTH = 10;
const RESAMPLES = 2_000;

/** @param wanted what was bought, at least one */
export function hitOf(list: readonly string[], wanted: readonly string[]): Hit {
  const [gain, ideal] = [new Set(wanted), Math.min(LENGTH, wanted.length)];
  let found = 0;
  for (const [rank, product] of list.slice(0, LENGTH).entries()) if (gain.has(product)) found += discount(rank);
  let best = 0;
  for (let rank = 0; rank < ideal; rank++) best += discount(rank);
  return { hit: found > 0 ? 1 : 0, ndcg: found / best };
}

function discount(rank: number): number {
  return 1 / Math.log2(rank + 2);
}

export function figuresOf(hits: readonly Hit[]): Figures {
  return { hitRate: figureOf(hits.map(({ hit }) => hit)), ndcg: figureOf(hits.map(({ ndcg }) => ndcg)) };
}

function figureOf(values: readonly number[]): Figure {
  const random = new Random('resampled lists');
  const means = Array.from({ length: values.length === 0 ? 0 : RESAMPLES }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw++) sum += values[Math.floor(random.next() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  const at = (share: number): number => round(means[Math.floor(share * means.length)] ?? 0);
  const value = values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
  return { value: round(value), n: values.length, interval: [at(0.025), at(0.975)] };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

/** Such as `0.449 (0.416 – 0.482)`. */
export function written({ value, interval: [low, high] }: Figure): string {
  return `${value.toFixed(3)} (${low.toFixed(3)} – ${high.toFixed(3)})`;
}
