import { beforeAll, expect, test } from 'vitest';
import { type Encoding, loadTextEncoder, type TextEncoder } from '../../kit/model/onnx/textEncoder.ts';
import { ensureModels } from '../ensureModels.ts';
import { encoderFolder } from './encoderFolder.ts';
import { minilm } from './minilm.ts';

let embed: TextEncoder;

beforeAll(async () => {
  await ensureModels();
  embed = await loadTextEncoder(encoderFolder(minilm), { output: 'embedding', maxTokens: 256 });
});

const cosine = (a: Encoding | undefined, b: Encoding | undefined): number =>
  a?.vector.reduce((sum, value, index) => sum + value * (b?.vector[index] ?? Number.NaN), 0) ?? Number.NaN;

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
    const [alone] = await embed([text]);
    const other = together[index];
    const differences = alone?.vector.map((value, i) => Math.abs(value - (other?.vector[i] ?? Number.NaN))) ?? [];
    expect(Math.max(...differences), text).toBeLessThan(1e-6);
    expect(other?.norm).toBeCloseTo(alone?.norm ?? Number.NaN, 4);
  }
});

test('tells how many tokens it read, the share it does not know, and the length of the embedding', async () => {
  const [known, half, long] = await embed(['Good enough.', 'good ☃ bad 很', 'word '.repeat(300)]);
  expect(known).toMatchObject({ tokens: 5, unknownTokens: 0 });
  expect(half).toMatchObject({ tokens: 6, unknownTokens: 0.5 });
  expect(long).toMatchObject({ tokens: 256, unknownTokens: 0 });
  for (const encoding of [known, half, long]) {
    expect(encoding?.norm).toBeGreaterThan(1);
    expect(encoding?.norm).toBeLessThan(20);
  }
});
