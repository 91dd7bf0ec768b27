import { valuesOf } from './convolution.ts';
import type { GraphNode } from './graphNode.ts';
import type { PackagedGraph } from './packageFiles.ts';

interface Plane {
  /** Height and width; 1 for a vector. */
  readonly size: number;
  readonly channels: number;
  /** Pixel by pixel, as TensorFlow.js has them. */
  readonly data: Float64Array;
}

/**
 * Runs the network as TensorFlow.js describes it, node by node in plain loops, with nothing of the converter's: what the
 * converted one is held against.
 * @param picture 224 × 224 pixels, red, green and blue from 0 to 1
 * @returns what each node gives, by name
 */
export function runReference({ nodes, weights }: PackagedGraph, picture: Float32Array): ReadonlyMap<string, Plane> {
  const made = new Map<string, Plane>();
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const planeOf = (name = ''): Plane => {
    const known = made.get(name);
    if (known) return known;
    const node = byName.get(name);
    if (node === undefined) throw new Error(`no node ${name}`);
    const value = compute(node);
    made.set(name, value);
    return value;
  };
  const weightOf = (name = '') => {
    const weight = weights.get(name);
    if (weight === undefined) throw new Error(`no weight ${name}`);
    return { shape: weight.shape, data: valuesOf(weight) };
  };
  const compute = (node: GraphNode): Plane => {
    const [a = '', b = '', c = ''] = node.input;
    switch (node.op) {
      case 'Placeholder':
        return { size: 224, channels: 3, data: Float64Array.from(picture) };
      case 'Mul':
        return mapped(planeOf(b), (value) => value * (weightOf(a).data[0] ?? 0));
      case 'Sub':
        return mapped(planeOf(a), (value) => value - (weightOf(b).data[0] ?? 0));
      case 'AddV2': {
        const other = planeOf(b).data;
        return mapped(planeOf(a), (value, place) => value + (other[place] ?? 0));
      }
      case '_FusedConv2D':
      case 'FusedDepthwiseConv2dNative': {
        const convolved = convolve(planeOf(a), weightOf(b), weightOf(c).data, node);
        return node.attr.fused_ops?.list.s.includes('Relu6')
          ? mapped(convolved, (value) => Math.min(Math.max(value, 0), 6))
          : convolved;
      }
      case 'AvgPool': {
        const { channels, data, size } = planeOf(a);
        const mean = new Float64Array(channels);
        for (const [place, value] of data.entries()) mean[place % channels] = (mean[place % channels] ?? 0) + value;
        return { size: 1, channels, data: mean.map((sum) => sum / (size * size)) };
      }
      case '_FusedMatMul': {
        const { data } = planeOf(a);
        const { shape, data: matrix } = weightOf(b);
        const [, outputs = 0] = shape;
        const sums = Float64Array.from(weightOf(c).data);
        for (const [row, value] of data.entries()) {
          for (let column = 0; column < outputs; column++) {
            sums[column] = (sums[column] ?? 0) + value * (matrix[row * outputs + column] ?? 0);
          }
        }
        return { size: 1, channels: outputs, data: sums };
      }
      case 'Softmax': {
        const odds = mapped(planeOf(a), Math.exp);
        const sum = odds.data.reduce((total, value) => total + value, 0);
        return mapped(odds, (value) => value / sum);
      }
      case 'Squeeze':
      case 'Identity':
        return planeOf(a);
      default:
        throw new Error(`no reference for ${node.op}`);
    }
  };
  for (const node of nodes) if (node.op !== 'Const') planeOf(node.name);
  return made;
}

function mapped(plane: Plane, change: (value: number, place: number) => number): Plane {
  return { ...plane, data: plane.data.map((value, place) => change(value, place)) };
}

/** SAME: the output's pixel (y, x) is centred so that what does not fit is shared, the odd pixel behind. */
function convolve(
  { size, channels, data }: Plane,
  { shape, data: kernel }: { readonly shape: readonly number[]; readonly data: Float32Array },
  bias: Float32Array,
  { op, attr }: GraphNode,
): Plane {
  const depthwise = op === 'FusedDepthwiseConv2dNative';
  const [side = 0, , , last = 0] = shape;
  const outputs = depthwise ? channels : last;
  const stride = attr.strides?.list.i[1] ?? 1;
  const out = Math.ceil(size / stride);
  const before = Math.floor(Math.max((out - 1) * stride + side - size, 0) / 2);
  const result = new Float64Array(out * out * outputs);
  for (let y = 0; y < out; y++) {
    for (let x = 0; x < out; x++) {
      const target = result.subarray((y * out + x) * outputs, (y * out + x + 1) * outputs);
      target.set(bias);
      for (let ky = 0; ky < side; ky++) {
        for (let kx = 0; kx < side; kx++) {
          const [fromY, fromX] = [y * stride + ky - before, x * stride + kx - before];
          if (fromY < 0 || fromX < 0 || fromY >= size || fromX >= size) continue;
          const pixel = (fromY * size + fromX) * channels;
          for (let channel = 0; channel < channels; channel++) {
            const value = data[pixel + channel] ?? 0;
            const weights = ((ky * side + kx) * channels + channel) * last;
            if (depthwise) target[channel] = (target[channel] ?? 0) + value * (kernel[weights] ?? 0);
            else
              for (let output = 0; output < outputs; output++)
                target[output] = (target[output] ?? 0) + value * (kernel[weights + output] ?? 0);
          }
        }
      }
    }
  }
  return { size: out, channels: outputs, data: result };
}
