import type { OnnxGraph } from '../onnx/onnxGraph.ts';
import type { QuantizedWeight } from '../tfjs/quantizedWeights.ts';
import type { Product } from './product.ts';

/** Smaller tensors (biases, norms) are written as float32: de-quantising them at load would save nothing. */
const QUANTIZED_FROM = 5_000;

/** Multiplies in float32, so that a text's result does not depend on its batch mates. */
export const floatProduct: Product = (graph, name, input, weight) =>
  graph.node('MatMul', `${name}.product`, [input, addFloatWeight(graph, `${name}.weight`, weight)]);

/**
 * Adds a weight that the graph reads as float32. It stays uint8 in the file, and a session folds it when it loads.
 * @returns `name`.
 */
export function addFloatWeight(graph: OnnxGraph, name: string, { shape, data, scale, min }: QuantizedWeight): string {
  if (data.length < QUANTIZED_FROM) {
    return graph.float32(
      name,
      shape,
      Array.from(data, (value) => value * scale + min),
    );
  }
  const stored = graph.uint8(`${name}.uint8`, shape, data);
  const cast = graph.node('Cast', `${name}.cast`, [stored], { to: 1 });
  const scaled = graph.node('Mul', `${name}.scaled`, [cast, graph.float32(`${name}.scale`, [], [scale])]);
  return graph.node('Add', name, [scaled, graph.float32(`${name}.min`, [], [min])]);
}
