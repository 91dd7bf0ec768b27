import { beforeAll, describe, expect, test } from 'vitest';
import { ensurePackages } from '../../../ensureModels.ts';
import { areaUnderCurve } from '../../rankingMetrics.ts';
import { logitOf } from '../boostedTrees.ts';
import { itemOf } from '../table.ts';
import { trainBoostedTrees } from '../trainBoostedTrees.ts';
import { readBankTable } from './bankTable.ts';
import { fitWithScikit, scikitInstalled } from './scikit.ts';

/** The same for both, and scikit-learn's defaults. */
const [ROUNDS, LEARNING_RATE, MAX_LEAVES, MIN_LEAF_ITEMS] = [100, 0.1, 31, 20];
/** Recorded in docs/models/fraud.md. */
const TOLERANCE = 0.01;

const installed = scikitInstalled();
const where = installed ? 'scikit-learn' : 'scikit-learn (not installed at /usr/bin/python3)';

describe.skipIf(!installed)(`trees beside those of ${where}, on every fifth row of the bank table`, () => {
  beforeAll(() => ensurePackages(), 300_000);

  test.each([
    { title: 'with the duration of the call', without: [] },
    { title: 'without it, as nobody knows it before', without: ['duration'] },
  ])(
    'rank as well $title',
    async ({ title, without }) => {
      const { training, test: held } = await readBankTable({ without });
      const ours = trainBoostedTrees(training, {
        rounds: ROUNDS,
        learningRate: LEARNING_RATE,
        maxLeaves: MAX_LEAVES,
        minLeafItems: MIN_LEAF_ITEMS,
        maxDepth: Number.POSITIVE_INFINITY,
        minLeafHessian: 1e-3,
        l2: 0,
      });
      const theirs = await fitWithScikit(training, held, {
        max_iter: ROUNDS,
        learning_rate: LEARNING_RATE,
        max_leaf_nodes: MAX_LEAVES,
        min_samples_leaf: MIN_LEAF_ITEMS,
        l2_regularization: 0,
      });
      const auc = (scoreOf: (row: number) => number) =>
        areaUnderCurve(Array.from(held.labels, (label, row) => ({ score: scoreOf(row), positive: label === 1 })));
      const [own, other] = [auc((row) => logitOf(ours, itemOf(held, row))), auc((row) => theirs.logits[row] ?? 0)];
      console.log(
        `AUC ${title}: ours ${own.toFixed(4)}, scikit-learn ${theirs.version} ${other.toFixed(4)}; n = ${held.labels.length}`,
      );
      expect(Math.abs(own - other)).toBeLessThan(TOLERANCE);
    },
    120_000,
  );
});
