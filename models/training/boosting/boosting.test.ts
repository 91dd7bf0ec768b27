import fc from 'fast-check';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, test } from 'vitest';
import { areaUnderCurve } from '../rankingMetrics.ts';
import { binColumn } from './binning.ts';
import { attribute, logitOf } from './boostedTrees.ts';
import { itemOf, type Table, tableOf } from './table.ts';
import { type BoostingOptions, trainBoostedTrees } from './trainBoostedTrees.ts';
import { TREES_TENSORS, treesGraph } from './treesGraph.ts';

const OPTIONS: BoostingOptions = {
  rounds: 30,
  learningRate: 0.3,
  maxLeaves: 8,
  maxDepth: 4,
  minLeafItems: 5,
  minLeafHessian: 0.1,
  l2: 1,
};

/** Numbers that look like chance and are always the same. */
function* chances(): Generator<number, never> {
  for (let state = 7; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield state / 0x7fffffff;
  }
}
const chance = chances();
const next = () => chance.next().value;

/** Class 1 is two opposite corners of a square, which no single split tells; a fifth of the first feature is missing. */
function corners(items: number): Table {
  const rows = Array.from({ length: items }, () => [next(), next(), next()] as const);
  return tableOf(
    rows.map(([x, y, noise]) => [next() < 0.2 ? Number.NaN : x, y, noise]),
    rows.map(([x, y]) => (x > 0.5 === y > 0.5 ? 1 : 0)),
  );
}

const aucOf = (model: Parameters<typeof logitOf>[0], table: Table) =>
  areaUnderCurve(
    Array.from(table.labels, (label, row) => ({ score: logitOf(model, itemOf(table, row)), positive: label === 1 })),
  );

const training = corners(2_000);
const held = corners(1_000);
const model = trainBoostedTrees(training, OPTIONS);

test('trees learn what no single feature tells', () => {
  // Of a fifth of the items one of the two numbers is missing.
  expect(aucOf(model, held)).toBeGreaterThan(0.88);
});

test('what is missing goes where it lowers the loss', () => {
  const rows = Array.from({ length: 400 }, () => (next() < 0.5 ? [Number.NaN] : [next()]));
  const table = tableOf(
    rows,
    rows.map(([x]) => (Number.isNaN(x) ? 1 : 0)),
  );
  const learned = trainBoostedTrees(table, { ...OPTIONS, rounds: 20 });
  expect(logitOf(learned, [Number.NaN])).toBeGreaterThan(2);
  expect(logitOf(learned, [0.5])).toBeLessThan(-2);
});

test('contributions and base are the log odds, of any item', () => {
  const feature = fc.oneof(fc.float({ noDefaultInfinity: true }), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.tuple(feature, feature, feature), (item) => {
      const { base, contributions } = attribute(model, item);
      const sum = contributions.reduce((total, one) => total + one, base);
      expect(sum).toBeCloseTo(logitOf(model, item), 6);
    }),
  );
});

test('a feature that tells nothing contributes little', () => {
  const mean = (feature: number) =>
    held.labels.reduce((sum, _, row) => {
      const { contributions } = attribute(model, itemOf(held, row));
      return sum + Math.abs(contributions[feature] ?? 0) / held.labels.length;
    }, 0);
  expect(mean(2)).toBeLessThan(mean(1) / 10);
});

test('onnxruntime gives the same log odds and contributions, of missing values too, alone and in batches', async () => {
  const session = await InferenceSession.create(treesGraph('corners', model));
  const items = [
    ...Array.from({ length: 200 }, (_, row) => itemOf(held, row)),
    ...model.trees.flatMap((tree) =>
      tree.flatMap(({ split }) => (split ? [new Float32Array(3).fill(split.threshold)] : [])),
    ),
    new Float32Array(3).fill(Number.NaN),
  ];
  const run = async (batch: readonly Float32Array[]) => {
    const flat = Float32Array.from(batch.flatMap((item) => [...item]));
    const { score, parts } = await session.run({
      [TREES_TENSORS.input]: new Tensor('float32', flat, [batch.length, 3]),
    });
    return batch.map((_, row) => ({
      score: Number(score?.data[row]),
      parts: Array.from({ length: 4 }, (_, part) => Number(parts?.data[4 * row + part])),
    }));
  };
  const together = await run(items);
  for (const [row, item] of items.entries()) {
    const logit = logitOf(model, item);
    const [odds, ...contributions] = together[row]?.parts ?? [];
    expect(odds).toBeCloseTo(logit, 4);
    expect(together[row]?.score).toBeCloseTo(1 / (1 + Math.exp(-logit)), 5);
    for (const [feature, one] of attribute(model, item).contributions.entries()) {
      expect(contributions[feature]).toBeCloseTo(one, 4);
    }
  }
  const [alone] = await run(items.slice(3, 4));
  expect(alone?.score).toBeCloseTo(together[3]?.score ?? 0, 5);
  for (const [part, value] of (alone?.parts ?? []).entries())
    expect(value).toBeCloseTo(together[3]?.parts[part] ?? 0, 5);
});

test('training ends when the validation gains nothing more, and keeps the best', () => {
  const stopped = trainBoostedTrees(training, {
    ...OPTIONS,
    rounds: 500,
    stopping: { validation: held, patience: 10 },
  });
  expect(stopped.losses.length).toBe(stopped.trees.length + 10);
  expect(stopped.losses[stopped.trees.length - 1]).toBe(Math.min(...stopped.losses));
  expect(aucOf(stopped, held)).toBeGreaterThan(0.88);
});

test('no side of a split is smaller than allowed, and no tree larger', () => {
  const counts = { ...OPTIONS, rounds: 5, minLeafItems: 300, maxLeaves: 3 };
  for (const tree of trainBoostedTrees(training, counts).trees) {
    expect(tree.filter(({ split }) => split === null).length).toBeLessThanOrEqual(3);
  }
  const few = { ...OPTIONS, rounds: 1, minLeafItems: 1_001 };
  expect(trainBoostedTrees(training, few).trees).toMatchObject([[{ split: null }]]);
});

test('equal input gives an equal model', () => {
  expect(trainBoostedTrees(training, OPTIONS)).toEqual(model);
});

test.each([
  ['few values: one each', [3, 1, 2, 1], [1.5, 2.5]],
  ['nothing but what is missing', [Number.NaN], []],
  ['one value', [4, 4], []],
])('bins %s', (_, values, thresholds) => {
  expect([...binColumn(Float32Array.from(values)).thresholds]).toEqual(thresholds);
});

test('bins of many values hold about equally many, and a threshold is never above what is right of it', () => {
  const values = Float32Array.from({ length: 10_000 }, () => next() ** 3);
  const { bins, thresholds } = binColumn(values, 50);
  const counts = Array.from({ length: thresholds.length + 1 }, (_, bin) => bins.filter((one) => one === bin).length);
  expect(Math.max(...counts)).toBeLessThan(2 * Math.min(...counts));
  for (const [row, value] of values.entries()) {
    expect(value <= (thresholds[bins[row] ?? 0] ?? Number.POSITIVE_INFINITY)).toBe(true);
  }
});
