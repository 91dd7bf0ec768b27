import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findOverlaps } from '../../../models/training/overlap.ts';
import { readLines } from '../../../models/training/testSet.ts';
import { CODES } from '../codes.ts';
import { readMessages, readOthers } from './dataset.ts';
import { testItem } from './evaluate.ts';

test('no item of the test set stands in the training texts, word for word or nearly', async () => {
  const items = readLines(await readFile(new URL('eval/test.jsonl', import.meta.url), 'utf8'), testItem);
  const training = [...(await readMessages()), ...(await readOthers())];
  expect(items).toHaveLength(500);
  expect(
    findOverlaps(
      training.map(({ text }) => text),
      items.map(({ text }) => text),
    ).length,
  ).toBe(0);
});

test('each language has messages, and no message stands under two', async () => {
  const messages = await readMessages();
  for (const code of CODES) expect(messages.filter((message) => message.code === code).length).toBeGreaterThan(50);
  expect(new Set(messages.map(({ text }) => text.toLowerCase())).size).toBe(messages.length);
});
