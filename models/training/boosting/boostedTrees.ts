/** A node of a tree. A split sends an item left when its feature is at most the threshold. */
export interface TreeNode {
  /** Mean of the leaves below, weighted by the training items that reached them; of a leaf its value. In log odds. */
  readonly value: number;
  /** Null for a leaf. */
  readonly split: Split | null;
}

export interface Split {
  /** Place of the feature among an item's. */
  readonly feature: number;
  /** A float32, as ONNX has it. */
  readonly threshold: number;
  /** Where an item goes whose feature is missing (NaN). */
  readonly missingLeft: boolean;
  /** Places of the children among the tree's nodes. */
  readonly left: number;
  readonly right: number;
}

/** The root first. */
export type Tree = readonly TreeNode[];

/** Sum of the trees and the bias: log odds of class 1. */
export interface BoostedTrees {
  readonly bias: number;
  readonly trees: readonly Tree[];
  readonly features: number;
}

/** What an item's log odds are made of: their sum, with `base`, is the item's log odds. */
export interface Attribution {
  /** Log odds of an item of which nothing is known: the mean over the training items. */
  readonly base: number;
  /** By feature. */
  readonly contributions: Float64Array;
}

/** @param item the features, float32, NaN where missing */
export function logitOf({ bias, trees }: BoostedTrees, item: ArrayLike<number>): number {
  return trees.reduce((sum, tree) => sum + (tree[pathOf(tree, item).at(-1) ?? 0]?.value ?? 0), bias);
}

/**
 * Path attribution (Saabas, 2014): on its way down a tree an item's expected value changes at each split, and that change
 * is the contribution of the split's feature. Unlike Shapley values it is a property of the leaf alone.
 */
export function attribute(model: BoostedTrees, item: ArrayLike<number>): Attribution {
  const contributions = new Float64Array(model.features);
  for (const tree of model.trees) {
    for (const [feature, change] of changesAlong(tree, pathOf(tree, item))) {
      contributions[feature] = (contributions[feature] ?? 0) + change;
    }
  }
  return { base: baseOf(model), contributions };
}

export function baseOf({ bias, trees }: BoostedTrees): number {
  return trees.reduce((sum, [root]) => sum + (root?.value ?? 0), bias);
}

/** The change of the expected value at each split of a path, with the split's feature. */
export function changesAlong(tree: Tree, path: readonly number[]): (readonly [feature: number, change: number])[] {
  return path.slice(1).map((place, step) => {
    const parent = tree[path[step] ?? 0];
    return [parent?.split?.feature ?? 0, (tree[place]?.value ?? 0) - (parent?.value ?? 0)];
  });
}

/** The places of the nodes that an item passes, from the root to its leaf. */
function pathOf(tree: Tree, item: ArrayLike<number>): number[] {
  const path = [0];
  for (let split = tree[0]?.split; split; ) {
    const value = item[split.feature] ?? Number.NaN;
    const goesLeft = Number.isNaN(value) ? split.missingLeft : value <= split.threshold;
    const next = goesLeft ? split.left : split.right;
    path.push(next);
    split = tree[next]?.split;
  }
  return path;
}
