import { Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import type { ModelFolder } from '../../kit/model/defineModel.ts';
import type { Manifest, Signature } from '../../kit/model/folder/manifest.ts';
import { openOnnxSession } from '../../kit/model/onnx/onnxSession.ts';
import { OnnxGraph } from './onnxGraph.ts';

/** y = 2x + 1, its 2 kept as a byte. */
function doubler(): OnnxGraph {
  const graph = new OnnxGraph('doubler');
  const x = graph.input('x', 'float32', ['batch', 2]);
  const two = graph.node('Cast', 'two', [graph.uint8('two_byte', [], Uint8Array.of(2))], { to: 1 });
  graph.node('Add', 'y', [graph.node('Mul', 'product', [x, two]), graph.float32('one', [], [1])]);
  graph.output('y', 'float32', ['batch', 2]);
  return graph;
}

const signature: Signature = {
  inputs: { x: { type: 'float32', shape: ['batch', 2] } },
  outputs: { y: { type: 'float32', shape: ['batch', 2] } },
};

function folderOf(bytes: Uint8Array, declared: Signature): ModelFolder {
  const manifest: Manifest = {
    name: 'doubler',
    version: '1.0.0',
    description: 'Doubles and adds one.',
    license: 'MIT',
    files: {},
    signature: { 'doubler.onnx': declared },
    labels: [],
    languages: [],
    maxBatch: 1,
    training: { data: [], items: 0, command: 'none' },
    quality: [],
  };
  return { manifest, read: async () => Buffer.from(bytes), onUnload: () => {} };
}

test('onnxruntime runs what the writer wrote', async () => {
  const session = await openOnnxSession(folderOf(doubler().encode(), signature), 'doubler.onnx');
  const { y } = await session.run({ x: new Tensor('float32', [1, 2, 3, 4], [2, 2]) });
  expect(y?.dims).toEqual([2, 2]);
  expect([...((y?.data ?? []) as Float32Array)]).toEqual([3, 5, 7, 9]);
});

test('an operator may have several outputs, which later ones read', async () => {
  const graph = new OnnxGraph('rounder');
  const x = graph.input('x', 'float32', [4]);
  graph.nodes('DynamicQuantizeLinear', ['bytes', 'step', 'zero'], [x]);
  graph.node('DequantizeLinear', 'rounded', ['bytes', 'step', 'zero']);
  graph.output('zero', 'uint8', []);
  graph.output('rounded', 'float32', [4]);
  const declared: Signature = {
    inputs: { x: { type: 'float32', shape: [4] } },
    outputs: { zero: { type: 'uint8', shape: [] }, rounded: { type: 'float32', shape: [4] } },
  };
  const session = await openOnnxSession(folderOf(graph.encode(), declared), 'doubler.onnx');
  // 255 steps of 0.2 from -1 to 50.
  const { zero, rounded } = await session.run({ x: new Tensor('float32', [-1, 0, 0.25, 50], [4]) });
  expect([...((zero?.data ?? []) as Uint8Array)]).toEqual([5]);
  expect([...((rounded?.data ?? []) as Float32Array)].map((value) => Number(value.toFixed(3)))).toEqual([
    -1, 0, 0.2, 50,
  ]);
});

test('equal calls write equal bytes', () => {
  expect(doubler().encode()).toEqual(doubler().encode());
});

test('a node that reads what nothing makes, and a name used twice, are refused where they are written', () => {
  expect(() => doubler().node('Add', 'z', ['y', 'w'])).toThrow('Add z reads w, which nothing before it makes.');
  expect(() => doubler().float32('one', [], [1])).toThrow('Two values of one graph are called one.');
});

test('a file without the signature that its manifest declares is MODEL_UNAVAILABLE with both', async () => {
  const declared = { ...signature, inputs: { x: { type: 'float32', shape: ['batch', 3] } } };
  await expect(openOnnxSession(folderOf(doubler().encode(), declared), 'doubler.onnx')).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message:
      'doubler.onnx does not have the inputs that the manifest of doubler declares: ' +
      'expected x float32[batch, 3]; the file has x float32[batch, 2].',
  });
});

test('a file that is no ONNX is MODEL_UNAVAILABLE', async () => {
  await expect(openOnnxSession(folderOf(Buffer.from('not a graph'), signature), 'doubler.onnx')).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
  });
});
