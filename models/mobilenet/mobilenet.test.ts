import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, expect, test } from 'vitest';
import { createPictureDecoder } from '../../kit/model/onnx/pictureDecoder.ts';
import { ensureModels, ensurePackages } from '../ensureModels.ts';
import { readPackageFile } from '../packages.ts';
import { samePadding } from './convolution.ts';
import { readGraph } from './packageFiles.ts';
import { CLASSES, FEATURES, pictureGraph, SIDE } from './pictureGraph.ts';
import { runReference } from './testReference.ts';

beforeAll(async () => {
  await ensureModels();
  await ensurePackages();
});

test('the converted network gives what TensorFlow.js’s own description of it gives', async () => {
  const graph = await readGraph(readPackageFile);
  const photo = await readFile(new URL('../../world/inquiries/photos/tiffin.jpg', import.meta.url));
  const options = { width: SIDE, height: SIDE, fit: 'cover', mean: [0, 0, 0], std: [1, 1, 1] } as const;
  const pixels = await createPictureDecoder({ ...options, layout: 'HWC' })(photo);
  const planes = await createPictureDecoder({ ...options, layout: 'CHW' })(photo);

  const session = await InferenceSession.create(pictureGraph(graph).encode(), { intraOpNumThreads: 1 });
  const { classes, features } = await session.run({ pictures: new Tensor('float32', planes, [1, 3, SIDE, SIDE]) });
  const reference = runReference(graph, pixels);
  const squeezed = graph.nodes.find(({ op }) => op === 'Squeeze')?.name ?? '';
  const largest = (actual: ArrayLike<number>, expected: ArrayLike<number>): number =>
    Math.max(...Array.from(actual, (value, place) => Math.abs(value - (expected[place] ?? Number.NaN))));

  const [toldClasses, toldFeatures] = [classes?.data, features?.data] as [Float32Array, Float32Array];
  expect([toldClasses.length, toldFeatures.length]).toEqual([CLASSES, FEATURES]);
  expect(largest(toldClasses, reference.get('Identity')?.data ?? [])).toBeLessThan(1e-5);
  expect(largest(toldFeatures, reference.get(squeezed)?.data ?? [])).toBeLessThan(1e-3);
  await session.release();
});

test('padding keeps every pixel in reach, and the odd one comes last', () => {
  expect(samePadding(224, 3, 2)).toEqual({ before: 0, after: 1, size: 112 });
  expect(samePadding(7, 3, 1)).toEqual({ before: 1, after: 1, size: 7 });
  const side = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(side, fc.constantFrom(1, 3, 5), fc.constantFrom(1, 2), (size, kernel, stride) => {
      const { before, after, size: out } = samePadding(size, kernel, stride);
      expect([0, 1]).toContain(after - before);
      expect(Math.floor((size + before + after - kernel) / stride) + 1).toBe(Math.max(out, 1));
    }),
  );
});

test('a network with a node of another kind is refused, not converted wrongly', async () => {
  const { nodes, weights } = await readGraph(readPackageFile);
  const changed = nodes.map((node) => (node.op === 'AvgPool' ? { ...node, op: 'MaxPool' } : node));
  expect(() => pictureGraph({ nodes: changed, weights })).toThrow(/not the one expected.*MaxPool/);
});
