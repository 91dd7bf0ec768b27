import { type Dimension, OnnxGraph } from '../onnx/onnxGraph.ts';
import type { QuantizedWeight } from '../tfjs/quantizedWeights.ts';
import { addFloatWeight } from './floatProduct.ts';
import type { Product } from './product.ts';

const WIDTH = 384;
const HEADS = 12;
const HEAD_WIDTH = WIDTH / HEADS;
const BLOCKS = 6;
const NORM_EPSILON = 1e-12;
/** Added to the attention score of a padding token: its weight becomes exactly 0 in float32. */
const MASKED = -10_000;

const BERT = 'StatefulPartitionedCall/model/tf_bert_model/bert/';
const TOKENS: readonly Dimension[] = ['batch', 'tokens'];

/**
 * all-MiniLM-L6-v2 as ONNX. `product` is how it multiplies by the weights of its 36 dense layers, which is where
 * nearly all of its time goes; all else is float32.
 *
 * Inputs: `input_ids`, `attention_mask`, `token_type_ids`, int64 [batch, tokens].
 * Outputs: `embedding`, float32 [batch, 384], the sentence embedding of length 1; `blocks`, float32 [batch, 6, 384],
 * the same pooling after each of the six transformer blocks (lower ones know more of wording, higher ones of topic);
 * `norm`, float32 [batch], the length of the mean that the embedding is, before it is set to 1.
 */
export function minilmGraph(weights: ReadonlyMap<string, QuantizedWeight>, product: Product): OnnxGraph {
  const graph = new OnnxGraph('all-MiniLM-L6-v2');
  const stored = (name: string, source: string): QuantizedWeight => {
    const found = weights.get(source);
    if (!found) throw new Error(`The TensorFlow.js model has no weight ${source}, which ${name} needs.`);
    return found;
  };
  const weight = (name: string, source: string) => addFloatWeight(graph, name, stored(name, source));

  const ids = graph.input('input_ids', 'int64', TOKENS);
  const mask = graph.input('attention_mask', 'int64', TOKENS);
  const types = graph.input('token_type_ids', 'int64', TOKENS);

  const zero = graph.int64('zero', [], [0]);
  const one = graph.int64('one', [], [1]);
  const axis1 = graph.int64('axis1', [1], [1]);
  const axes12 = graph.int64('axes12', [2], [1, 2]);
  const splitHeads = graph.int64('split_heads', [4], [0, 0, HEADS, HEAD_WIDTH]);
  const joinHeads = graph.int64('join_heads', [3], [0, 0, WIDTH]);
  const attentionScale = graph.float32('attention_scale', [], [1 / Math.sqrt(HEAD_WIDTH)]);

  const dense = (name: string, input: string, source: string) =>
    graph.node('Add', name, [
      product(graph, name, input, stored(name, `${source}Tensordot/ReadVariableOp`)),
      weight(`${name}.bias`, `${source}BiasAdd/ReadVariableOp`),
    ]);
  const norm = (name: string, input: string, source: string) =>
    graph.node(
      'LayerNormalization',
      name,
      [
        input,
        weight(`${name}.gain`, `${source}LayerNorm/batchnorm/mul/ReadVariableOp`),
        weight(`${name}.shift`, `${source}LayerNorm/batchnorm/ReadVariableOp`),
      ],
      { axis: -1, epsilon: { float: NORM_EPSILON } },
    );

  const length = graph.node('Gather', 'length', [graph.node('Shape', 'shape', [ids]), one]);
  const positions = graph.node('Range', 'positions', [zero, length, one]);
  const words = graph.node('Gather', 'word', [weight('word.weight', 'unknown'), ids]);
  const segments = graph.node('Gather', 'segment', [weight('segment.weight', 'unknown_1'), types]);
  const places = graph.node('Gather', 'position', [weight('position.weight', 'unknown_0'), positions]);
  const tokens = graph.node('Add', 'tokens', [graph.node('Add', 'typed_words', [words, segments]), places]);

  const present = graph.node('Cast', 'present', [mask], { to: 1 });
  const absent = graph.node('Sub', 'absent', [graph.float32('one_f', [], [1]), present]);
  const attentionMask = graph.node('Unsqueeze', 'attention_bias', [
    graph.node('Mul', 'masked', [absent, graph.float32('masked_score', [], [MASKED])]),
    axes12,
  ]);
  const pool = graph.node('Unsqueeze', 'pool', [present, axis1]);

  let hidden = norm('embeddings', tokens, `${BERT}embeddings/`);
  const pooled: string[] = [];
  for (let block = 0; block < BLOCKS; block++) {
    const at = `block${block + 1}`;
    const source = `${BERT}encoder/layer_._${block}/`;
    const heads = (part: string, order: readonly number[]) => {
      const flat = dense(`${at}.${part}`, hidden, `${source}attention/self/${part}/`);
      const split = graph.node('Reshape', `${at}.${part}.split`, [flat, splitHeads]);
      return graph.node('Transpose', `${at}.${part}.heads`, [split], { perm: order });
    };
    const query = heads('query', [0, 2, 1, 3]);
    const key = heads('key', [0, 2, 3, 1]);
    const value = heads('value', [0, 2, 1, 3]);
    const scores = graph.node('Mul', `${at}.scaled`, [
      graph.node('MatMul', `${at}.scores`, [query, key]),
      attentionScale,
    ]);
    const attention = graph.node(
      'Softmax',
      `${at}.attention`,
      [graph.node('Add', `${at}.masked`, [scores, attentionMask])],
      { axis: -1 },
    );
    const mixed = graph.node(
      'Transpose',
      `${at}.mixed.tokens`,
      [graph.node('MatMul', `${at}.mixed`, [attention, value])],
      { perm: [0, 2, 1, 3] },
    );
    const joined = graph.node('Reshape', `${at}.joined`, [mixed, joinHeads]);
    const attended = norm(
      `${at}.attended`,
      graph.node('Add', `${at}.attended.sum`, [
        dense(`${at}.output`, joined, `${source}attention/output/dense/`),
        hidden,
      ]),
      `${source}attention/output/`,
    );
    const inner = graph.node('Gelu', `${at}.gelu`, [dense(`${at}.inner`, attended, `${source}intermediate/dense/`)]);
    hidden = norm(
      `${at}.hidden`,
      graph.node('Add', `${at}.hidden.sum`, [dense(`${at}.outer`, inner, `${source}output/dense/`), attended]),
      `${source}output/`,
    );
    pooled.push(graph.node('MatMul', `${at}.pooled`, [pool, hidden]));
  }

  // Sums, not means: both have the same direction, and the length is set to 1 next.
  const sums = graph.node('Concat', 'pooled', pooled, { axis: 1 });
  graph.node('LpNormalization', 'blocks', [sums], { axis: -1, p: 2 });
  const lastBlock = graph.int64('last_block', [], [BLOCKS - 1]);
  graph.node('Gather', 'embedding', ['blocks', lastBlock], { axis: 1 });
  const lastSum = graph.node('Gather', 'last_sum', [sums, lastBlock], { axis: 1 });
  const sumLength = graph.node('ReduceL2', 'last_sum_length', [lastSum, axis1], { keepdims: 0 });
  graph.node('Div', 'norm', [sumLength, graph.node('ReduceSum', 'tokens_read', [present, axis1], { keepdims: 0 })]);
  graph.output('embedding', 'float32', ['batch', WIDTH]);
  graph.output('blocks', 'float32', ['batch', BLOCKS, WIDTH]);
  graph.output('norm', 'float32', ['batch']);
  return graph;
}
