import { beforeAll, expect, test } from 'vitest';
import { ensurePackages } from '../../../models/ensureModels.ts';
import { findOverlaps } from '../../../models/training/overlap.ts';
import { createReviews } from '../../../world/reviews.ts';
import { readDataset, type Sentence } from './dataset.ts';

let training: readonly Sentence[];

beforeAll(async () => {
  await ensurePackages();
  training = await readDataset();
});

test('the training set has each sentence once', () => {
  expect(training).toHaveLength(2_972);
  expect(new Set(training.map(({ text }) => text.toLowerCase())).size).toBe(2_972);
});

test('finds a copy and a variant of a training sentence, and no stranger', () => {
  const known = ['The battery lasts two days and the screen is bright.', 'Great phone!'];
  const copy = 'the battery lasts two days, and the screen is BRIGHT';
  const variant = 'The battery lasts three days and the screen is bright.';
  const stranger = 'The screen cracked within two days.';
  expect(findOverlaps([copy, variant, stranger, 'great phone'], known)).toMatchObject([
    { text: copy, known: known[0], likeness: 1 },
    { text: variant, known: known[0] },
    { text: 'great phone', known: known[1], likeness: 1 },
  ]);
});

test('no review of the demo world stands in the training set, word for word or nearly', () => {
  const reviews = createReviews().map(({ body }) => body);
  expect(reviews.length).toBeGreaterThan(100);
  expect(
    findOverlaps(
      reviews,
      training.map(({ text }) => text),
    ),
  ).toEqual([]);
});
