import { binColumn } from './binning.ts';
import { type BoostedTrees, logitOf, type Tree } from './boostedTrees.ts';
import { type GrowthRules, growTree } from './growTree.ts';
import { itemOf, type Table } from './table.ts';

export interface BoostingOptions extends GrowthRules {
  /** Trees, at most. */
  readonly rounds: number;
  /** Ends early, and keeps the trees up to the best, when so many more have not lowered the validation's log loss. */
  readonly stopping?: { readonly validation: Table; readonly patience: number };
}

export interface Boosted extends BoostedTrees {
  /** Mean log loss on the validation after each tree; empty without one. */
  readonly losses: readonly number[];
}

/**
 * Gradient-boosted trees for two classes (Friedman, 2001): log loss, to its second order (Chen & Guestrin, XGBoost, 2016),
 * splits found in histograms (Ke et al., LightGBM, 2017), shrinkage, missing values on the side that suits them.
 * There is no seed: equal input gives an equal model.
 */
export function trainBoostedTrees({ columns, labels }: Table, options: BoostingOptions): Boosted {
  const binned = columns.map((column) => binColumn(column));
  const bias = Math.fround(logOdds(labels.reduce((sum, label) => sum + label, 0) / labels.length));
  const logits = new Float64Array(labels.length).fill(bias);
  const rows = Int32Array.from(labels.keys());
  const trees: Tree[] = [];
  const watch = options.stopping && new Watch(options.stopping.validation, bias, options.stopping.patience);
  while (trees.length < options.rounds && !watch?.over) {
    const tree = growTree(rows, binned, derivatives(logits, labels), logits, options);
    trees.push(tree);
    watch?.add(tree);
  }
  const kept = watch ? trees.slice(0, watch.best) : trees;
  return { bias, trees: kept, features: columns.length, losses: watch?.losses ?? [] };
}

/** What the trees make of the validation as they grow. */
class Watch {
  readonly losses: number[] = [];
  readonly #labels: Uint8Array;
  readonly #items: readonly Float32Array[];
  readonly #logits: Float64Array;
  readonly #patience: number;

  constructor(validation: Table, bias: number, patience: number) {
    this.#labels = validation.labels;
    this.#items = Array.from(validation.labels, (_, row) => itemOf(validation, row));
    this.#logits = new Float64Array(validation.labels.length).fill(bias);
    this.#patience = patience;
  }

  /** How many trees have the lowest loss. */
  get best(): number {
    return this.losses.indexOf(Math.min(...this.losses)) + 1;
  }

  get over(): boolean {
    return this.losses.length - this.best >= this.#patience;
  }

  add(tree: Tree): void {
    const one: BoostedTrees = { bias: 0, trees: [tree], features: 0 };
    for (const [row, item] of this.#items.entries()) this.#logits[row] = (this.#logits[row] ?? 0) + logitOf(one, item);
    this.losses.push(meanLogLoss(this.#logits, this.#labels));
  }
}

function derivatives(logits: Float64Array, labels: Uint8Array) {
  const first = new Float64Array(labels.length);
  const second = new Float64Array(labels.length);
  for (let row = 0; row < labels.length; row++) {
    const probability = 1 / (1 + Math.exp(-(logits[row] ?? 0)));
    first[row] = probability - (labels[row] ?? 0);
    second[row] = probability * (1 - probability);
  }
  return { first, second };
}

function meanLogLoss(logits: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (const [row, odds] of logits.entries()) {
    sum += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - (labels[row] ?? 0) * odds;
  }
  return sum / labels.length;
}

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}
