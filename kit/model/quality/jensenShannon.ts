import type { Counts } from './populationStability.ts';

/**
 * Jensen–Shannon divergence of two samples in bits: 0 for the same shares in every bin, 1 for no bin in common
 * (Lin, Divergence Measures Based on the Shannon Entropy, 1991). An empty bin needs no smoothing: each sample is
 * compared with the mean of both. Nothing is taken off for chance; 500 items in 20 bins have about 0.01 by it.
 * @param now at least one item, as has `before`; both of the same length.
 */
export function jensenShannon(now: Counts, before: Counts): number {
  const [n, total] = [sum(now), sum(before)];
  let divergence = 0;
  for (let bin = 0; bin < before.length; bin++) {
    const [p, q] = [(now[bin] ?? 0) / n, (before[bin] ?? 0) / total];
    divergence += (information(p, (p + q) / 2) + information(q, (p + q) / 2)) / 2;
  }
  return Math.min(Math.max(divergence, 0), 1);
}

function information(share: number, mean: number): number {
  return share === 0 ? 0 : share * Math.log2(share / mean);
}

function sum(counts: Counts): number {
  let items = 0;
  for (let bin = 0; bin < counts.length; bin++) items += counts[bin] ?? 0;
  return items;
}
