import type { BoostedTrees } from '../../../models/training/boosting/boostedTrees.ts';
import { type Table, tableOf } from '../../../models/training/boosting/table.ts';
import { type BoostingOptions, trainBoostedTrees } from '../../../models/training/boosting/trainBoostedTrees.ts';
import { toVector } from '../features/toVector.ts';
import { type Example, knownFraud } from './dataset.ts';

/** Where the held-out months begin: learned from is what was placed, and told, before. */
export const CUTOFF = Date.parse('2026-06-01T00:00:00Z');

/** What choices are made on: trees that learned before such a day judge the orders up to the next. */
const DEV_DAYS = ['2025-09-01', '2025-12-01', '2026-03-01', '2026-06-01'].map((day) => Date.parse(`${day}T00:00:00Z`));

const RULES = { learningRate: 0.05, maxLeaves: 6, maxDepth: 4, minLeafItems: 10, minLeafHessian: 0.5, l2: 3 };
const MOST_ROUNDS = 500;

/** As many trees as had the lowest log loss on the dev windows, all together. */
export function chooseRounds(examples: readonly Example[]): number {
  const total = Array.from({ length: MOST_ROUNDS }, () => 0);
  for (const [index, day] of DEV_DAYS.slice(0, -1).entries()) {
    const until = DEV_DAYS[index + 1] ?? CUTOFF;
    const validation = toTable(within(examples, day, until), CUTOFF);
    const options: BoostingOptions = {
      ...RULES,
      rounds: MOST_ROUNDS,
      stopping: { validation, patience: MOST_ROUNDS },
    };
    const { losses } = trainBoostedTrees(toTable(within(examples, 0, day), day), options);
    for (const [round, loss] of losses.entries()) total[round] = (total[round] ?? 0) + loss * validation.labels.length;
  }
  return total.indexOf(Math.min(...total)) + 1;
}

export function learnTrees(examples: readonly Example[], rounds: number): BoostedTrees {
  return trainBoostedTrees(toTable(within(examples, 0, CUTOFF), CUTOFF), { ...RULES, rounds });
}

/** Each order at both times at which it is scored, with what the shop had been told by then. */
function toTable(examples: readonly Example[], toldBy: number): Table {
  const rows = examples.flatMap((example) => {
    const label: 0 | 1 = knownFraud(example, toldBy) ? 1 : 0;
    return [example.placed, example.tried].flatMap((features) =>
      features ? [{ item: toVector(features), label }] : [],
    );
  });
  return tableOf(
    rows.map(({ item }) => item),
    rows.map(({ label }) => label),
  );
}

function within(examples: readonly Example[], from: number, until: number): Example[] {
  return examples.filter(({ placedAt }) => placedAt >= from && placedAt < until);
}
