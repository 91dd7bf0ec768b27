import { OnnxGraph } from '../onnx/onnxGraph.ts';
import { depthwiseKernelOf, kernelOf, samePadding, valuesOf } from './convolution.ts';
import type { GraphNode } from './graphNode.ts';
import type { PackagedGraph } from './packageFiles.ts';

/** Of the pictures, in pixels. */
export const SIDE = 224;
/** What comes before the classes: the mean of the last layer's channels over the picture. */
export const FEATURES = 1792;
export const CLASSES = 5;

/**
 * MobileNetV2 as ONNX: of pictures [batch, 3, 224, 224], red, green and blue from 0 to 1, the probabilities of the classes and
 * the features that they are told by.
 * @throws for a node of a kind that the network does not have.
 */
export function pictureGraph({ nodes, weights }: PackagedGraph): OnnxGraph {
  const graph = new OnnxGraph('mobilenet');
  /** By a node's name: what the graph calls it, and its height and width. */
  const made = new Map<string, { readonly name: string; readonly size: number }>();
  const weightOf = (name = '') => {
    const weight = weights.get(name);
    if (weight === undefined) throw new Error(`The graph has no weight ${name}.`);
    return weight;
  };
  const constant = (given: string, name: string): string => {
    const weight = weightOf(given);
    return graph.float32(name, weight.shape, valuesOf(weight));
  };
  const zero = graph.float32('zero', [], [0]);
  const six = graph.float32('six', [], [6]);

  const convolve = (node: GraphNode, name: string): void => {
    const [input = '', kernel = '', bias = ''] = node.input;
    const { name: from = '', size = 0 } = made.get(input) ?? {};
    const weight = weightOf(kernel);
    const [height = 0, width = 0, inputs = 0, outputs = 0] = weight.shape;
    const depthwise = node.op === 'FusedDepthwiseConv2dNative';
    const stride = node.attr.strides?.list.i[1] ?? 1;
    if (height !== width || node.attr.padding?.s !== 'SAME' || (depthwise && outputs !== 1)) throw unknown(node);
    const padding = samePadding(size, height, stride);
    const values = depthwise
      ? graph.float32(`${name}.kernel`, [inputs, 1, height, width], depthwiseKernelOf(weight))
      : graph.float32(`${name}.kernel`, [outputs, inputs, height, width], kernelOf(weight));
    const convolved = graph.node('Conv', `${name}.sums`, [from, values, constant(bias, `${name}.bias`)], {
      strides: [stride, stride],
      pads: [padding.before, padding.before, padding.after, padding.after],
      group: depthwise ? inputs : 1,
    });
    const activation = node.attr.fused_ops?.list.s.join() ?? '';
    if (activation === 'BiasAdd,Relu6') graph.node('Clip', name, [convolved, zero, six]);
    else if (activation === 'BiasAdd') graph.node('Identity', name, [convolved]);
    else throw unknown(node);
    made.set(node.name, { name, size: padding.size });
  };

  for (const [place, node] of sorted(nodes).entries()) {
    const name = `n${place}`;
    const inputs = node.input.map((input) => made.get(input));
    const [first] = inputs;
    const names = (): readonly string[] =>
      node.input.map((input, index) => inputs[index]?.name ?? constant(input, `${name}.${index}`));
    const put = (size = first?.size ?? 0): void => void made.set(node.name, { name, size });
    switch (node.op) {
      case 'Placeholder':
        made.set(node.name, { name: graph.input('pictures', 'float32', ['batch', 3, SIDE, SIDE]), size: SIDE });
        break;
      case '_FusedConv2D':
      case 'FusedDepthwiseConv2dNative':
        convolve(node, name);
        break;
      case 'Mul':
      case 'Sub':
        graph.node(node.op, name, names());
        made.set(node.name, { name, size: SIDE });
        break;
      case 'AddV2':
        graph.node('Add', name, names());
        put();
        break;
      case 'AvgPool':
        if (node.attr.ksize?.list.i[1] !== first?.size || node.attr.padding?.s !== 'VALID') throw unknown(node);
        graph.node('GlobalAveragePool', name, names());
        put(1);
        break;
      case 'Squeeze':
        graph.node('Flatten', 'features', names(), { axis: 1 });
        made.set(node.name, { name: 'features', size: 1 });
        break;
      case '_FusedMatMul':
        graph.node('Gemm', name, names());
        put();
        break;
      case 'Softmax':
        graph.node('Softmax', 'classes', names(), { axis: 1 });
        made.set(node.name, { name: 'classes', size: 1 });
        break;
      case 'Identity':
        break;
      default:
        throw unknown(node);
    }
  }
  graph.output('classes', 'float32', ['batch', CLASSES]);
  graph.output('features', 'float32', ['batch', FEATURES]);
  return graph;
}

/** The nodes that compute, each after those that it reads. */
export function sorted(nodes: readonly GraphNode[]): readonly GraphNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const order = new Set<GraphNode>();
  const visit = (node: GraphNode): void => {
    if (node.op === 'Const' || order.has(node)) return;
    for (const input of node.input) {
      const before = byName.get(input);
      if (before) visit(before);
    }
    order.add(node);
  };
  for (const node of nodes) visit(node);
  return [...order];
}

function unknown({ op, name }: GraphNode): Error {
  return new Error(`The network is not the one expected: it has a node ${name}, ${op}, of another kind.`);
}
