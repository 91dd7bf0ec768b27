import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../kit/model/manifest.ts';
import { loadTextEncoder, type TextEncoder } from '../../kit/model/textEncoder.ts';
import { ensureModels } from '../ensureModels.ts';
import { minilm } from './minilm.ts';

const manifest: Manifest = {
  name: minilm.name,
  version: minilm.version,
  description: 'The encoder alone.',
  license: 'Apache-2.0',
  files: {},
  signature: {},
  labels: [],
  languages: [],
  maxBatch: 32,
  training: { data: [], items: 0, command: 'none' },
  quality: [],
};

let embed: TextEncoder;

beforeAll(async () => {
  await ensureModels();
  const folder = new URL(`../built/${minilm.name}/${minilm.version}/`, import.meta.url);
  const read = (name: string) => readFile(new URL(name, folder));
  embed = await loadTextEncoder({ manifest, read }, { output: 'embedding', maxTokens: 256 });
});

const cosine = (a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);

test('the rebuilt encoder finds sentences as like as the original does', async () => {
  const [food, bread, violin] = await embed([
    'A man is eating food.',
    'A man is eating a piece of bread.',
    'A woman is playing violin.',
  ]);
  expect(cosine(food, food)).toBeCloseTo(1, 5);
  // 0.7553 with the original's unrounded weights.
  expect(cosine(food, bread)).toBeCloseTo(0.757, 3);
  expect(cosine(food, violin)).toBeCloseTo(-0.055, 3);
});

test('a text has the same vector alone and among longer and shorter ones', async () => {
  const texts = [
    'Good.',
    'The battery lasts two days and the camera takes great pictures even in low light.',
    'Arrived late, but the seller answered within the hour and sent a new one.',
    'word '.repeat(300),
    'Fine 👍🏽 — très bon, 很好, \ud800 half a pair',
  ];
  const together = await embed(texts);
  for (const [index, text] of texts.entries()) {
    const [alone = new Float32Array()] = await embed([text]);
    const difference = Math.max(...alone.map((value, i) => Math.abs(value - (together[index]?.[i] ?? Number.NaN))));
    expect(difference, text).toBeLessThan(1e-6);
  }
});
