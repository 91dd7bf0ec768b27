import type { BinnedColumn } from './binning.ts';
import type { Split, Tree, TreeNode } from './boostedTrees.ts';
import { type FoundSplit, findSplit, plus, type SplitRules, type Sums } from './findSplit.ts';
import { type Gradients, Histogram } from './histogram.ts';

export interface GrowthRules extends SplitRules {
  readonly learningRate: number;
  readonly maxLeaves: number;
  /** Splits on the way to a leaf, at most. */
  readonly maxDepth: number;
}

/** Items that are in one leaf so far. */
interface Growing {
  readonly place: number;
  readonly depth: number;
  readonly rows: Int32Array;
  readonly sums: Sums;
  readonly histogram: Histogram;
  readonly split: FoundSplit | null;
}

/** The largest float32: all that is not missing is at most that. */
const MOST = 3.4028234663852886e38;

interface Draft {
  split: Split | null;
  value: number;
  readonly count: number;
}

/** Grows a tree best split first (Shi, 2007), and adds its values to the log odds of the items in `rows`. */
export function growTree(
  rows: Int32Array,
  columns: readonly BinnedColumn[],
  gradients: Gradients,
  logits: Float64Array,
  rules: GrowthRules,
): Tree {
  const open = (place: number, depth: number, own: Int32Array, sums: Sums, histogram: Histogram): Growing => {
    const split = depth < rules.maxDepth ? findSplit(histogram, columns, sums, rules) : null;
    return { place, depth, rows: own, sums, histogram, split };
  };
  const all = sumOf(rows, gradients);
  const nodes: Draft[] = [leafOf(all, rules)];
  let leaves = [open(0, 0, rows, all, Histogram.of(rows, columns, gradients))];
  while (leaves.length < rules.maxLeaves) {
    const next = leaves.reduce((best, leaf) => ((leaf.split?.gain ?? 0) > (best.split?.gain ?? 0) ? leaf : best));
    const { split } = next;
    const column = split && columns[split.feature];
    if (!split || !column) break;
    const [left, right] = part(next.rows, column, split);
    const smaller = Histogram.of(left.length < right.length ? left : right, columns, gradients);
    const larger = next.histogram.without(smaller);
    const [ofLeft, ofRight] = left.length < right.length ? [smaller, larger] : [larger, smaller];
    const place = nodes.length;
    nodes.push(leafOf(split.left, rules), leafOf(split.right, rules));
    const parent = nodes[next.place];
    if (parent) {
      parent.split = {
        feature: split.feature,
        threshold: column.thresholds[split.bin] ?? MOST,
        missingLeft: split.missingLeft,
        left: place,
        right: place + 1,
      };
    }
    leaves = [
      ...leaves.filter((leaf) => leaf !== next),
      open(place, next.depth + 1, left, split.left, ofLeft),
      open(place + 1, next.depth + 1, right, split.right, ofRight),
    ];
  }
  for (const leaf of leaves) {
    const value = nodes[leaf.place]?.value ?? 0;
    for (const row of leaf.rows) logits[row] = (logits[row] ?? 0) + value;
  }
  return withMeans(nodes);
}

function leafOf({ first, second, count }: Sums, { l2, learningRate }: GrowthRules): Draft {
  return { split: null, value: Math.fround((-learningRate * first) / (second + l2)), count };
}

function sumOf(rows: Int32Array, { first, second }: Gradients): Sums {
  let sums: Sums = { first: 0, second: 0, count: 0 };
  for (const row of rows) sums = plus(sums, { first: first[row] ?? 0, second: second[row] ?? 0, count: 1 });
  return sums;
}

function part(rows: Int32Array, { bins, missing }: BinnedColumn, split: FoundSplit): [Int32Array, Int32Array] {
  const goesLeft = (row: number): boolean => {
    const bin = bins[row] ?? missing;
    return bin === missing ? split.missingLeft : bin <= split.bin;
  };
  return [rows.filter(goesLeft), rows.filter((row) => !goesLeft(row))];
}

/** Children come after their parents: from the end on, each mean has those that it is of. */
function withMeans(nodes: readonly Draft[]): TreeNode[] {
  const means = nodes.map(({ value }) => value);
  for (let place = nodes.length - 1; place >= 0; place--) {
    const { split, count } = nodes[place] ?? { split: null, count: 0 };
    if (!split) continue;
    const weigh = (child: number): number => (means[child] ?? 0) * (nodes[child]?.count ?? 0);
    means[place] = (weigh(split.left) + weigh(split.right)) / count;
  }
  return nodes.map(({ split }, place) => ({ split, value: means[place] ?? 0 }));
}
