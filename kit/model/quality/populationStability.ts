/** Items by bin. */
export type Counts = ArrayLike<number>;

export interface Stability {
  /** Population stability index, less what chance alone is expected to add; 0 when that leaves nothing. */
  readonly psi: number;
  /** Whether chance alone gives such an index less than once in a million comparisons. */
  readonly significant: boolean;
}

/** Half an item in every bin, after Jeffreys: the logarithm of an empty bin stays finite, and a full one barely moves. */
const PRIOR = 0.5;
/** Standard normal quantile of 1 − 10⁻⁶. */
const Z = 4.753424;

/** Items that chance must be expected to put into a bin, in the smaller sample: Cochran's rule for χ² (1954). */
const EXPECTED = 5;

/**
 * How far `now` is from `before`: PSI = Σ (p − q) ln (p / q) over the bins (Siddiqi, Credit Risk Scorecards, 2006).
 * Samples of n and N items of one population do not have 0: PSI / (1/n + 1/N) is then about χ² with one degree of
 * freedom less than bins (Yurdakul, Statistical Properties of Population Stability Index, 2018). So its mean,
 * (bins − 1)(1/n + 1/N), is taken off. Whether what is left may be believed, the G test tells: a baseline of 300 items
 * passes 0.1 by chance again and again, and G is χ² far out where PSI is larger than that. None of it holds for bins
 * that are almost empty, such as those of rare classes: they count as one bin together. Which they are is told from
 * both samples at once, so that a bin which was rare and is so no longer stands for itself.
 * @param now at least one item, as has `before`; both of the same length.
 */
export function populationStability(now: Counts, before: Counts): Stability {
  const [n, total] = [sum(now), sum(before)];
  const bins = poolRare(now, before, (EXPECTED * (n + total)) / Math.min(n, total));
  if (bins.length < 2) return { psi: 0, significant: false };
  let [psi, g] = [0, 0];
  for (const [items, baseline] of bins) {
    const p = (items + PRIOR) / (n + PRIOR * bins.length);
    const q = (baseline + PRIOR) / (total + PRIOR * bins.length);
    psi += (p - q) * Math.log(p / q);
    const share = (items + baseline) / (n + total);
    g += 2 * (surprise(items, n * share) + surprise(baseline, total * share));
  }
  const freedom = bins.length - 1;
  return {
    psi: Math.max(psi - freedom * (1 / n + 1 / total), 0),
    significant: g > chiSquareQuantile(freedom),
  };
}

/** Items of both samples by bin; the bins that have fewer than `enough` in both together are one, and the last. */
function poolRare(now: Counts, before: Counts, enough: number): readonly (readonly [number, number])[] {
  const bins: [number, number][] = [];
  const rest: [number, number] = [0, 0];
  for (let bin = 0; bin < before.length; bin++) {
    const [items, baseline] = [now[bin] ?? 0, before[bin] ?? 0];
    if (items + baseline >= enough) bins.push([items, baseline]);
    else {
      rest[0] += items;
      rest[1] += baseline;
    }
  }
  return rest[0] + rest[1] > 0 ? [...bins, rest] : bins;
}

function surprise(items: number, expected: number): number {
  return items === 0 ? 0 : items * Math.log(items / expected);
}

function sum(counts: Counts): number {
  let items = 0;
  for (let bin = 0; bin < counts.length; bin++) items += counts[bin] ?? 0;
  return items;
}

/** Of 1 − 10⁻⁶, by the cube root approximation of Wilson and Hilferty (1931): 15% too high at 1 degree, 1% at 19. */
function chiSquareQuantile(freedom: number): number {
  const spread = 2 / (9 * freedom);
  return freedom * (1 - spread + Z * Math.sqrt(spread)) ** 3;
}
