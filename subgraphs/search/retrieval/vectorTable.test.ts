import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIMENSIONS, fromStored, type Quantised, quantise, toStored } from './quantised.ts';
import { VectorTable } from './vectorTable.ts';

const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((values) => quantise(Float32Array.from(values)));

function cosine(one: Quantised, other: Quantised): number {
  return one.bytes.reduce((sum, value, at) => sum + value * (other.bytes[at] ?? 0), 0) * one.scale * other.scale;
}

test('the kernel makes of any vectors what plain arithmetic makes of them', () => {
  fc.assert(
    fc.property(fc.array(vector, { minLength: 1, maxLength: 8 }), vector, (rows, query) => {
      const table = new VectorTable();
      for (const [row, one] of rows.entries()) table.set(row, one);
      const cosines = table.cosines(query, rows.length);
      for (const [row, one] of rows.entries()) expect(cosines[row]).toBeCloseTo(cosine(one, query), 3);
    }),
    { numRuns: 20 },
  );
});

test('the largest values that there are do not overflow', () => {
  const largest = { scale: 1, bytes: new Int8Array(DIMENSIONS).fill(-128) };
  const table = new VectorTable();
  table.set(0, largest);
  expect(table.cosines(largest, 1)[0]).toBe(DIMENSIONS * 128 * 128);
});

test('rows that have no vector, or not any more, have no cosine, and the table grows with its rows', () => {
  const one = quantise(new Float32Array(DIMENSIONS).fill(1 / Math.sqrt(DIMENSIONS)));
  const table = new VectorTable();
  table.set(3, one);
  table.set(1_000, one);
  table.clear(3);
  table.clear(5_000);
  const cosines = table.cosines(one, 2_000);
  expect([3, 999, 1_000, 1_999].map((row) => Number.isNaN(cosines[row]))).toEqual([true, true, false, true]);
  expect(cosines[1_000]).toBeCloseTo(1, 2);
});

test('what is stored is what is read again', () => {
  fc.assert(
    fc.property(vector, (one) => {
      expect(fromStored(toStored(one))).toEqual(one);
    }),
    { numRuns: 20 },
  );
});
