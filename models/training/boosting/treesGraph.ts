import { OnnxGraph } from '../../onnx/onnxGraph.ts';
import { type BoostedTrees, baseOf, changesAlong, type Tree } from './boostedTrees.ts';

/** Names of the graph's tensors. */
export const TREES_TENSORS = { input: 'features', score: 'score', parts: 'parts' } as const;

/**
 * Boosted trees as ONNX: of `features` [batch, features], NaN where missing, `score` [batch, 1] is the probability of
 * class 1, and `parts` [batch, 1 + features] its log odds and what each feature contributes to them. A path attribution is
 * a property of the leaf, so one TreeEnsembleRegressor with a target for each gives all of it.
 */
export function treesGraph(name: string, model: BoostedTrees): Uint8Array {
  const graph = new OnnxGraph(name);
  const targets = 1 + model.features;
  const input = graph.input(TREES_TENSORS.input, 'float32', ['batch', model.features]);
  graph.node('TreeEnsembleRegressor', TREES_TENSORS.parts, [input], {
    ...ensembleOf(model.trees),
    n_targets: targets,

    base_values: { floats: [baseOf(model), ...Array.from({ length: model.features }, () => 0)] },
  });
  const first = graph.int64('first', [1], [0]);
  const second = graph.int64('second', [1], [1]);
  const axis = graph.int64('axis', [1], [1]);
  graph.node('Slice', 'logit', [TREES_TENSORS.parts, first, second, axis]);
  graph.node('Sigmoid', TREES_TENSORS.score, ['logit']);
  graph.output(TREES_TENSORS.score, 'float32', ['batch', 1]);
  graph.output(TREES_TENSORS.parts, 'float32', ['batch', targets]);
  return graph.encode();
}

interface EnsembleNode {
  readonly tree: number;
  readonly place: number;
  readonly node: Tree[number];
}

function ensembleOf(trees: readonly Tree[]) {
  const nodes = trees.flatMap((tree, index) => tree.map((node, place): EnsembleNode => ({ tree: index, place, node })));
  const weights = trees.flatMap((tree, index) =>
    leavesOf(tree).flatMap((path) => {
      const byTarget = new Map<number, number>();
      const add = (target: number, value: number) => byTarget.set(target, (byTarget.get(target) ?? 0) + value);
      for (const [feature, change] of changesAlong(tree, path)) {
        add(0, change);
        add(1 + feature, change);
      }
      const place = path.at(-1) ?? 0;
      return [...(byTarget.size > 0 ? byTarget : [[0, 0] as const])].map(([target, value]) => ({
        index,
        place,
        target,
        value,
      }));
    }),
  );
  const of = (read: (node: EnsembleNode) => number) => nodes.map(read);
  return {
    nodes_treeids: of(({ tree }) => tree),
    nodes_nodeids: of(({ place }) => place),
    nodes_modes: { strings: nodes.map(({ node }) => (node.split ? 'BRANCH_LEQ' : 'LEAF')) },
    nodes_featureids: of(({ node }) => node.split?.feature ?? 0),
    nodes_values: { floats: of(({ node }) => node.split?.threshold ?? 0) },
    nodes_truenodeids: of(({ node }) => node.split?.left ?? 0),
    nodes_falsenodeids: of(({ node }) => node.split?.right ?? 0),
    nodes_missing_value_tracks_true: of(({ node }) => (node.split?.missingLeft ? 1 : 0)),
    target_treeids: weights.map(({ index }) => index),
    target_nodeids: weights.map(({ place }) => place),
    target_ids: weights.map(({ target }) => target),
    target_weights: { floats: weights.map(({ value }) => value) },
  };
}

/** The path to each leaf. */
function leavesOf(tree: Tree, path: readonly number[] = [0]): number[][] {
  const split = tree[path.at(-1) ?? 0]?.split;
  if (!split) return [[...path]];
  return [...leavesOf(tree, [...path, split.left]), ...leavesOf(tree, [...path, split.right])];
}
