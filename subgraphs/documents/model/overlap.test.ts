import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ensurePackages } from '../../../models/ensureModels.ts';
import { findOverlaps } from '../../../models/training/overlap.ts';
import { readLines } from '../../../models/training/testSet.ts';
import { DOCUMENTS, documentItem, TEXTS, textItem } from './eval/documents.ts';
import { readExamples } from './examples.ts';

test('no training document is near a held-out one', async () => {
  await ensurePackages();
  const pages = readLines(await readFile(DOCUMENTS, 'utf8'), documentItem).map(({ content }) => content);
  const texts = readLines(await readFile(TEXTS, 'utf8'), textItem).map(({ text }) => text);
  const learnt = (await readExamples()).map(({ text }) => text);
  expect(findOverlaps(learnt, [...pages, ...texts])).toEqual([]);
}, 120_000);
