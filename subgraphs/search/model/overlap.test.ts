import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { findOverlaps } from '../../../models/training/overlap.ts';
import { readLines } from '../../../models/training/testSet.ts';
import { products, readQueries } from './queries.ts';

const heldOut = ['en', 'typos', 'id', 'ms', 'inquiries'].flatMap((set) =>
  readLines(
    readFileSync(new URL(`eval/${set}.jsonl`, import.meta.url), 'utf8'),
    z.looseObject({ query: z.string().optional(), message: z.string().optional() }),
  ).map(({ query, message }) => query ?? message ?? ''),
);

test('no query that was learned from is, word for word or nearly, one that was held out', () => {
  const learned = (['en', 'id', 'ms'] as const).flatMap((language) => readQueries(language).map(({ text }) => text));
  expect(heldOut).toHaveLength(420);
  expect(findOverlaps(learned, heldOut).map(({ text }) => text)).toEqual([]);
});

test('every query is for products that there are, and every product is asked for', () => {
  const ids = new Set(products.map(({ id }) => id));
  const asked = (['en', 'id', 'ms'] as const).flatMap((language) =>
    readQueries(language).flatMap((query) => query.products),
  );
  expect(asked.filter((id) => !ids.has(id))).toEqual([]);
  expect(new Set(readQueries('en').flatMap((query) => query.products)).size).toBe(ids.size);
});
