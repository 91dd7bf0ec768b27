import { expect, test } from 'vitest';
import { weigh } from './weigh.ts';

test('weighs an output by what it holds', () => {
  expect(weigh({ label: 'POSITIVE', score: 0.5 })).toBe(96);
  expect(weigh(new Float32Array(384))).toBe(16 + 1_536);
  expect(weigh([null, true, undefined])).toBe(16 + 3 * 32);
});

test.each([
  ['NaN', { score: Number.NaN }],
  ['infinity', { nested: [{ score: Number.POSITIVE_INFINITY }] }],
  ['NaN in a vector', { vector: Float32Array.of(1, Number.NaN) }],
])('refuses %s', (_, output) => {
  expect(() => weigh(output)).toThrow(/^The model's output has .+ where (a number|numbers) should be\.$/);
});
