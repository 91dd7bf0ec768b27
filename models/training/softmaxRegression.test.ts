import { expect, test } from 'vitest';
import { logit, trainLogisticRegression } from './logisticRegression.ts';
import { logits, softmax, trainSoftmaxRegression } from './softmaxRegression.ts';

const rows = [
  [2, 0],
  [1.5, 0.5],
  [0, 2],
  [0.5, 1],
  [-1, -1],
  [-2, 0],
].map((row) => Float32Array.from(row));

test('with two classes it is logistic regression with half the prior on the difference of the rows', () => {
  const labels = [1, 1, 0, 1, 0, 0] as const;
  const two = trainSoftmaxRegression({ vectors: rows, labels, classes: 2, size: 2 }, 1);
  const one = trainLogisticRegression({ vectors: rows, labels, size: 2 }, 0.5);
  for (const row of rows) {
    const [against = 0, for_ = 0] = logits(two, row);
    expect(for_ - against).toBeCloseTo(logit(one, row), 3);
  }
});

test('learns three classes, and is the same model for the same data', () => {
  const data = { vectors: rows, labels: [0, 0, 1, 1, 2, 2], classes: 3, size: 2 };
  const model = trainSoftmaxRegression(data, 0.1);
  expect(trainSoftmaxRegression(data, 0.1)).toEqual(model);
  expect(
    rows.map((row) =>
      logits(model, row).reduce((best, score, index, all) => (score > (all[best] ?? 0) ? index : best), 0),
    ),
  ).toEqual(data.labels);
});

test('probabilities sum to one however far the logits are apart, and a temperature makes them more alike', () => {
  for (const scores of [
    [0, 0, 0],
    [1e4, -1e4, 3],
    [-800, -801, -799],
  ]) {
    const sum = softmax(Float64Array.from(scores)).reduce((total, each) => total + each, 0);
    expect(sum).toBeCloseTo(1, 12);
  }
  const [cold = 0] = softmax(Float64Array.of(1, 0));
  const [hot = 0] = softmax(Float64Array.of(1, 0), 4);
  expect(hot).toBeLessThan(cold);
  expect(hot).toBeGreaterThan(0.5);
});
