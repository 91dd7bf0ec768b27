import { expect, test } from 'vitest';
import { scoreHeldOut, trainRidgeRegression } from './ridgeRegression.ts';
import { logits } from './softmaxRegression.ts';

const rows = [
  [1, 0],
  [0.9, 0.2],
  [0, 1],
  [0.1, 0.8],
  [-1, -1],
  [-0.8, -1.1],
].map((row) => Float32Array.from(row));
const data = { vectors: rows, labels: [0, 0, 1, 1, 2, 2], classes: 3, size: 2 };

test('finds the optimum, where the pull of the errors equals that of the prior', () => {
  const prior = 0.3;
  const { weights } = trainRidgeRegression(data, prior);
  const errors = rows.map((row, index) => {
    const scores = logits({ weights, bias: trainRidgeRegression(data, prior).bias }, row);
    return scores.map((score, label) => score - (data.labels[index] === label ? 1 : 0));
  });
  for (const [label, own] of weights.entries()) {
    for (const place of [0, 1]) {
      const pull = rows.reduce((sum, row, index) => sum + (row[place] ?? 0) * (errors[index]?.[label] ?? 0), 0);
      expect(pull + prior * (own[place] ?? 0)).toBeCloseTo(0, 6);
    }
  }
});

test('the scores of a fold are those of a model that learned from the others', () => {
  const folds = [0, 1, 0, 1, 0, 1];
  const seen = [0, 2, 4];
  const model = trainRidgeRegression(
    { ...data, vectors: seen.map((index) => rows[index] ?? new Float32Array()), labels: [0, 1, 2] },
    0.3,
  );
  const scores = scoreHeldOut(data, 0.3, folds);
  for (const index of [1, 3, 5]) {
    const expected = logits(model, rows[index] ?? new Float32Array());
    for (const [label, score] of expected.entries()) expect(scores[index]?.[label]).toBeCloseTo(score, 8);
  }
});
