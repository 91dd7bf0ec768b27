import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LabelledVectors, logit, trainLogisticRegression } from './logisticRegression.ts';

/** With one feature and no data but these four points, the optimum can be written down. */
const balanced: LabelledVectors = {
  vectors: [[1], [1], [-1], [-1]].map((vector) => Float32Array.from(vector)),
  labels: [1, 1, 0, 0],
  size: 1,
};

test('finds the optimum, where the pull of the data equals that of the prior', () => {
  const prior = 0.5;
  const { weights, bias } = trainLogisticRegression(balanced, prior);
  const [weight = Number.NaN] = weights;
  // d/dw of 4·log(1 + e^-w) + prior/2·w²
  expect(-4 / (1 + Math.exp(weight)) + prior * weight).toBeCloseTo(0, 5);
  expect(bias).toBeCloseTo(0, 5);
});

test('sparse vectors give the model that the same dense ones give', () => {
  const rows: readonly (readonly [number, number, number])[] = [
    [1, 0, 2],
    [0, 0, 1],
    [0, 3, 0],
    [1, 1, 0],
    [0, 0, 0],
  ];
  const labels = [1, 1, 0, 0, 1] as const;
  const dense = rows.map((row) => Float32Array.from(row));
  const sparse = rows.map((row) => {
    const indices = [0, 1, 2].filter((index) => row[index] !== 0);
    return { indices: Uint32Array.from(indices), values: Float32Array.from(indices.map((index) => row[index] ?? 0)) };
  });
  expect(trainLogisticRegression({ vectors: sparse, labels, size: 3 }, 0.5)).toEqual(
    trainLogisticRegression({ vectors: dense, labels, size: 3 }, 0.5),
  );
});

test('a stronger prior keeps weights smaller', () => {
  const sizes = [0.01, 0.1, 1, 10].map((prior) => trainLogisticRegression(balanced, prior).weights[0] ?? 0);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});

test('gives an equal model for equal data, and separates what a line can separate', () => {
  const point = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(point, { minLength: 4, maxLength: 40 }), (points) => {
      const vectors = points.map(([x, y]) => Float32Array.of(x, y));
      const labels = points.map(([x, y]): 0 | 1 => (x + y > 0.1 ? 1 : 0));
      const model = trainLogisticRegression({ vectors, labels, size: 2 }, 1e-4);
      expect(trainLogisticRegression({ vectors, labels, size: 2 }, 1e-4)).toEqual(model);
      for (const [index, [x, y]] of points.entries()) {
        // Points next to the line may fall on the wrong side under any prior.
        if (Math.abs(x + y - 0.1) < 0.1) continue;
        expect(logit(model, vectors[index] ?? new Float32Array()) > 0).toBe(labels[index] === 1);
      }
    }),
    { seed: 1, numRuns: 50 },
  );
});
