import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { findOverlaps } from '../../../../models/training/overlap.ts';
import { readLines } from '../../../../models/training/testSet.ts';
import { categories } from '../../../../world/categories.ts';
import { products } from '../../../../world/products.ts';

const byId = new Map(products.map((product) => [product.id, product]));
const right = z
  .array(z.string().refine((id) => byId.has(id), 'no product of the world'))
  .min(1)
  .refine((ids) => new Set(ids).size === ids.length, 'a product twice');
const query = z.strictObject({ query: z.string().regex(/^\S+( \S+)*$/), products: right });
const inquiry = z.strictObject({ message: z.string().min(20), language: z.enum(['en', 'id']), products: right });

const QUERY_SETS = { en: 160, typos: 60, id: 80, ms: 60 } as const;
const queriesOf = (set: string) => readSet(set, query);

/** They say nothing of what a product is. */
const STOP_WORDS = new Set(
  `a all an and any are around as at be before but by can can't could do does doesn't don't down every for from get has have hers
  herself him himself his how i i'm if in into is it it's its keep keeps me my no not of off on one or our out over own so some
  something than that that's the their them then this to too up use us we what when where while who whose with without won't you
  your`.split(/\s+/),
);

test.each(Object.entries(QUERY_SETS))('%s.jsonl holds %i queries on every shelf', (set, count) => {
  const queries = queriesOf(set);
  expect(queries).toHaveLength(count);
  for (const { id } of categories) {
    const best = queries.filter(({ products: [first = ''] }) => byId.get(first)?.category === id);
    expect(best.length, id).toBeGreaterThanOrEqual(count / 16);
  }
});

test('an English query has two to nine words, and a product is the best for two at most', () => {
  const queries = queriesOf('en');
  const best = queries.map(({ products: [first] }) => first);
  const distinct = [...new Set(best)];
  expect(distinct.length).toBeGreaterThanOrEqual(120);
  for (const id of distinct) expect(best.filter((each) => each === id).length, id).toBeLessThanOrEqual(2);
  for (const { query } of queries) expect(query, query).toMatch(/^\S+( \S+){1,8}$/);
});

test('an English query shares no content word with the names of the right products, and at most one with a description', () => {
  const faults = queriesOf('en').flatMap(({ query, products: ids }) =>
    ids.flatMap((id) => {
      const product = byId.get(id);
      const inName = shared(query, product?.name ?? '');
      const inDescription = shared(query, product?.description ?? '');
      return inName.length > 0 || inDescription.length > 1 ? [{ query, id, inName, inDescription }] : [];
    }),
  );
  expect(faults).toEqual([]);
});

test('inquiries.jsonl holds 40 English and 20 Indonesian messages of at most four sentences', () => {
  const inquiries = readSet('inquiries', inquiry);
  expect(inquiries.filter(({ language }) => language === 'en')).toHaveLength(40);
  expect(inquiries.filter(({ language }) => language === 'id')).toHaveLength(20);
  for (const { message } of inquiries) {
    expect(message.split(/(?<=[.?])\s+/).length, message).toBeLessThanOrEqual(4);
  }
});

test('no item stands twice, word for word or nearly, in any of the files', () => {
  const texts = [
    ...Object.keys(QUERY_SETS).flatMap((set) => queriesOf(set).map(({ query }) => query)),
    ...readSet('inquiries', inquiry).map(({ message }) => message),
  ];
  // Each is like itself alone.
  const twins = findOverlaps(texts, texts).filter(({ text, known }) => text !== known);
  expect(twins).toEqual([]);
  expect(new Set(texts).size).toBe(texts.length);
});

function readSet<Item>(set: string, item: z.ZodType<Item>): Item[] {
  return readLines(readFileSync(new URL(`${set}.jsonl`, import.meta.url), 'utf8'), item);
}

function shared(query: string, text: string): string[] {
  const there = new Set(contentStems(text));
  return [...new Set(contentStems(query))].filter((stem) => there.has(stem));
}

function contentStems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).map(stem);
}

/** Coarse: it takes off what inflects a word or makes another of it, so that `hangers` and `hanging` are one. */
function stem(word: string): string {
  const root = word
    .replace(/'s?$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '');
  const short = root.replace(/(?<=.{3})(?:ing|ed|er|est|ly|y|e|able|less|ness)$/, '');
  return short.replace(/(?<=.{2})([bdgmnprt])\1$/, '$1');
}
