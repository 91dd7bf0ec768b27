import type { OnnxGraph } from '../onnx/onnxGraph.ts';
import type { QuantizedWeight } from '../tfjs/quantizedWeights.ts';
import type { Product } from './product.ts';

/** How far min / scale may be from a whole number: float64 noise, nothing more. */
const NOISE = 1e-6;
const MAX_UINT8 = 255;

/**
 * Multiplies in integers by the very uint8 weights that the package has: only the activations are rounded, to 256
 * steps between the least and the greatest of the whole tensor. So a text's result depends on its batch mates, and
 * texts must be run one by one.
 *
 * Both sides are uint8. With int8 weights, a processor that has AVX2 but no VNNI adds pairs of products in 16 bits,
 * which overflow.
 *
 * onnxruntime fuses the nodes into MatMulIntegerToFloat, the bias that follows included.
 * @returns a product for one graph, in which layers that read the same activations share their rounding.
 */
export function createIntegerProduct(): Product {
  const rounded = new Set<string>();
  const roundOnce = (graph: OnnxGraph, input: string): readonly [values: string, scale: string, zero: string] => {
    const names = [`${input}.uint8`, `${input}.scale`, `${input}.zero`] as const;
    if (!rounded.has(input)) graph.nodes('DynamicQuantizeLinear', names, [input]);
    rounded.add(input);
    return names;
  };
  return (graph, name, input, weight) => {
    const [values, scale, zero] = roundOnce(graph, input);
    const sums = graph.node('MatMulInteger', `${name}.sums`, [
      values,
      graph.uint8(`${name}.weight`, weight.shape, weight.data),
      zero,
      graph.uint8(`${name}.weight.zero`, [], Uint8Array.of(zeroPoint(name, weight))),
    ]);
    const step = graph.node('Mul', `${name}.step`, [scale, graph.float32(`${name}.weight.scale`, [], [weight.scale])]);
    return graph.node('Mul', `${name}.product`, [graph.node('Cast', `${name}.counted`, [sums], { to: 1 }), step]);
  };
}

/**
 * The byte that stands for 0. TensorFlow.js moves the range of a tensor that has both signs until there is one.
 * @throws when no byte does: then integers alone would not give the product.
 */
export function zeroPoint(name: string, { min, scale }: QuantizedWeight): number {
  const exact = -min / scale;
  const zero = Math.round(exact);
  if (Math.abs(exact - zero) > NOISE || zero < 0 || zero > MAX_UINT8) {
    throw new Error(`No byte of the weight ${name} stands for 0: min ${min} is ${-exact} times its scale ${scale}.`);
  }
  return zero;
}
