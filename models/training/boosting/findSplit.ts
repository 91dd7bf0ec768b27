import type { BinnedColumn } from './binning.ts';
import { Histogram } from './histogram.ts';

/** Sums over items. */
export interface Sums {
  readonly first: number;
  readonly second: number;
  readonly count: number;
}

export interface SplitRules {
  /** Prior on leaves: as if a leaf had seen so much more of the second derivative, at 0. */
  readonly l2: number;
  /** Items that each side has, at least. */
  readonly minLeafItems: number;
  /** Sum of second derivatives that each side has, at least: of rare classes it says more than the number of items. */
  readonly minLeafHessian: number;
}

export interface FoundSplit {
  readonly feature: number;
  /** Items up to this bin go left. */
  readonly bin: number;
  readonly missingLeft: boolean;
  readonly gain: number;
  readonly left: Sums;
  readonly right: Sums;
}

/** The split of some items that lowers the loss the most; null where none is allowed that lowers it. */
export function findSplit(
  histogram: Histogram,
  columns: readonly BinnedColumn[],
  total: Sums,
  rules: SplitRules,
): FoundSplit | null {
  let best: FoundSplit | null = null;
  const before = score(total, rules.l2);
  for (const [feature, { thresholds, missing }] of columns.entries()) {
    const offset = Histogram.offsetOf(feature);
    const at = (bin: number): Sums => ({
      first: histogram.first[offset + bin] ?? 0,
      second: histogram.second[offset + bin] ?? 0,
      count: histogram.counts[offset + bin] ?? 0,
    });
    const absent = at(missing);
    for (const missingLeft of absent.count > 0 ? [false, true] : [false]) {
      let left = missingLeft ? absent : NONE;
      // After the last threshold there is what is missing, or nothing.
      for (let bin = 0; bin < thresholds.length + (absent.count > 0 && !missingLeft ? 1 : 0); bin++) {
        left = plus(left, at(bin));
        const right = minus(total, left);
        if (!allowed(left, rules)) continue;
        if (!allowed(right, rules)) break;
        const gain = score(left, rules.l2) + score(right, rules.l2) - before;
        if (gain > (best?.gain ?? MIN_GAIN)) best = { feature, bin, missingLeft, gain, left, right };
      }
    }
  }
  if (best === null) return null;
  // Of a feature that no item lacks: what lacks it later goes where most went.
  const lacked = (histogram.counts[Histogram.offsetOf(best.feature) + (columns[best.feature]?.missing ?? 0)] ?? 0) > 0;
  return lacked ? best : { ...best, missingLeft: best.left.count > best.right.count };
}

/** Below it a gain is rounding. */
const MIN_GAIN = 1e-9;
const NONE: Sums = { first: 0, second: 0, count: 0 };

function allowed({ count, second }: Sums, { minLeafItems, minLeafHessian }: SplitRules): boolean {
  return count >= minLeafItems && second >= minLeafHessian;
}

function score({ first, second }: Sums, l2: number): number {
  return (first * first) / (second + l2);
}

export function plus(a: Sums, b: Sums): Sums {
  return { first: a.first + b.first, second: a.second + b.second, count: a.count + b.count };
}

function minus(a: Sums, b: Sums): Sums {
  return { first: a.first - b.first, second: a.second - b.second, count: a.count - b.count };
}
