import type { QuantizedWeight } from '../tfjs/quantizedWeights.ts';

/** The values of a weight, of which the package keeps one byte each. */
export function valuesOf({ data, scale, min }: QuantizedWeight): Float32Array {
  return Float32Array.from(data, (byte) => byte * scale + min);
}

/** A kernel [height, width, in, out] as ONNX has it: [out, in, height, width]. */
export function kernelOf(weight: QuantizedWeight): Float32Array {
  const [height = 0, width = 0, inputs = 0] = weight.shape;
  return rearranged(weight, ([y, x, input, output]) => ((output * inputs + input) * height + y) * width + x);
}

/** A depthwise kernel [height, width, channel, 1] as ONNX has it: [channel, 1, height, width]. */
export function depthwiseKernelOf(weight: QuantizedWeight): Float32Array {
  const [height = 0, width = 0] = weight.shape;
  return rearranged(weight, ([y, x, channel]) => (channel * height + y) * width + x);
}

type Place = readonly [y: number, x: number, input: number, output: number];

function rearranged(weight: QuantizedWeight, placeOf: (place: Place) => number): Float32Array {
  const [, width = 0, inputs = 0, outputs = 0] = weight.shape;
  const values = valuesOf(weight);
  const kernel = new Float32Array(values.length);
  for (const [index, value] of values.entries()) {
    const output = index % outputs;
    const input = Math.floor(index / outputs) % inputs;
    const pixel = Math.floor(index / (outputs * inputs));
    kernel[placeOf([Math.floor(pixel / width), pixel % width, input, output])] = value;
  }
  return kernel;
}

/**
 * How many pixels of padding TensorFlow's SAME puts on either side of one dimension: the odd one comes last.
 * @returns the padding, and the size that comes out.
 */
export function samePadding(
  size: number,
  kernel: number,
  stride: number,
): { before: number; after: number; size: number } {
  const out = Math.ceil(size / stride);
  const all = Math.max((out - 1) * stride + kernel - size, 0);
  return { before: Math.floor(all / 2), after: Math.ceil(all / 2), size: out };
}
