import type { OnnxGraph } from '../onnx/onnxGraph.ts';
import type { QuantizedWeight } from '../tfjs/quantizedWeights.ts';

/**
 * Adds to a graph the product of `input`, float32 [batch, tokens, in], and a weight [in, out].
 * What it adds has names that start with `name`.
 * @returns the name of the product, float32 [batch, tokens, out].
 */
export type Product = (graph: OnnxGraph, name: string, input: string, weight: QuantizedWeight) => string;
