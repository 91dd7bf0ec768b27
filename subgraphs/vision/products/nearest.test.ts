import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const entry = (id: string, vector: readonly number[], histogram: readonly number[]) => ({
  id,
  pictureId: `upload-of-${id}`,
  vector: Float32Array.from(vector),
  histogram: Float32Array.from(histogram),
});
const entries = [
  entry('c', [1, 0], [0, 1]),
  entry('b', [1, 0], [1, 0]),
  entry('a', [0, 1], [1, 0]),
  entry('own', [1, 0], [1, 0]),
];
const ids = (vector: Float32Array | null, first = 9) =>
  nearest({ vector, histogram: Float32Array.of(1, 0) }, entries, { except: 'own', first }).map(
    ({ productId }) => productId,
  );

test('the likest comes first, of equal ones the first by id, and never the product itself', () => {
  expect(ids(Float32Array.of(1, 0))).toEqual(['b', 'c', 'a']);
  expect(ids(Float32Array.of(1, 0), 1)).toEqual(['b']);
});

test('without a vector colours are compared', () => {
  expect(ids(null)).toEqual(['a', 'b', 'c']);
});
