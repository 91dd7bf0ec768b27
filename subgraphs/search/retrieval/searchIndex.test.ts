import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fusion } from '../fusion.ts';
import { termOf } from '../text/termOf.ts';
import { wordsOf } from '../text/wordsOf.ts';
import { NO_FILTERS } from './filters.ts';
import type { IndexedProduct } from './product.ts';
import { DIMENSIONS, quantise } from './quantised.ts';
import { type Search, SearchIndex } from './searchIndex.ts';

const fusion: Fusion = {
  bm25: 0.1,
  coverage: 0.2,
  inName: 0.1,
  meaning: 1,
  queryThreshold: 0.2,
  inquiryThreshold: 0.4,
};

const product = (id: string, name: string, rest: Partial<IndexedProduct> = {}): IndexedProduct => ({
  ...{
    id,
    name,
    description: `The ${name} is made in Melaka.`,
    categoryId: 'home',
    priceMinor: 1_000,
    currency: 'SGD',
  },
  ...rest,
});
const axis = (at: number) => quantise(Float32Array.from({ length: DIMENSIONS }, (_, place) => (place === at ? 1 : 0)));
const search = (text: string, rest: Partial<Search> = {}): Search => ({
  terms: wordsOf(text).flatMap((word) => {
    const term = termOf(word);
    return term === null ? [] : [[term]];
  }),
  ...{ vector: null, fusion, threshold: fusion.queryThreshold, filters: NO_FILTERS, after: null, first: 10 },
  ...rest,
});
const ids = (index: SearchIndex, given: Search) => index.search(given).hits.map(({ id }) => id);

function shop(): SearchIndex {
  const index = new SearchIndex();
  index.put(product('a', 'Folding Umbrella'));
  index.put(product('b', 'Rain Poncho', { categoryId: 'fashion', priceMinor: 2_500 }));
  index.put(product('c', 'Phở Bowl', { currency: 'VND', priceMinor: 90_000 }));
  return index;
}

test('words are found in any inflection and without their tone marks, and highlighted as they stand', () => {
  const [hit] = shop().search(search('pho bowls')).hits;
  expect(hit).toMatchObject({ id: 'c', meaning: null });
  expect(hit?.highlights).toEqual([
    {
      field: 'NAME',
      text: 'Phở Bowl',
      matches: [
        { start: 0, end: 3 },
        { start: 4, end: 8 },
      ],
    },
    {
      field: 'DESCRIPTION',
      text: 'The Phở Bowl is made in Melaka.',
      matches: [
        { start: 4, end: 7 },
        { start: 8, end: 12 },
      ],
    },
  ]);
});

test('a score is the sum of its parts, and meaning finds what words do not', () => {
  const index = shop();
  for (const [at, id] of ['a', 'b', 'c'].entries()) index.setVector(id, axis(at));
  const { hits, whole } = index.search(search('umbrella', { vector: axis(1) }));
  expect(hits.map(({ id }) => id)).toEqual(['b', 'a']);
  for (const { score, words, meaning } of hits) expect(score).toBe(words + (meaning ?? 0));
  expect(hits[0]).toMatchObject({ words: 0, highlights: [] });
  expect(whole).toBe(true);
});

test('a product without a vector is found by its words, and the search says that it is not whole', () => {
  const index = shop();
  index.setVector('b', axis(1));
  const { hits, whole } = index.search(search('umbrella', { vector: axis(1) }));
  expect(hits.map(({ id, meaning }) => [id, meaning === null])).toEqual([
    ['b', false],
    ['a', true],
  ]);
  expect(whole).toBe(false);
});

test('what has changed is found by what it is now, and what is gone is not found', () => {
  const index = shop();
  index.put(product('a', 'Walking Stick'));
  index.remove('b');
  index.remove('never');
  expect(ids(index, search('umbrella'))).toEqual([]);
  expect(ids(index, search('walking stick'))).toEqual(['a']);
  expect(ids(index, search('poncho'))).toEqual([]);
  expect(index.size).toBe(2);
  expect([index.dictionary.has('umbrella'), index.dictionary.has('stick')]).toEqual([false, true]);
});

test('facets are counted as if their own filter were not set', () => {
  const index = shop();
  const filters = { categories: ['fashion'], price: { currency: 'SGD', min: null, max: 2_500 } } as const;
  const found = index.search(search('melaka', { filters }));
  expect(found).toMatchObject({ totalCount: 1, hits: [{ id: 'b' }] });
  expect(found.facets.categories).toEqual([
    { id: 'fashion', count: 1 },
    { id: 'home', count: 1 },
  ]);
  expect(found.facets.prices).toEqual([{ currency: 'SGD', ranges: [{ from: null, to: null, count: 1 }] }]);
});

test('ranges of prices hold each hit once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 60 }), (prices) => {
      const index = new SearchIndex();
      for (const [at, priceMinor] of prices.entries()) index.put(product(`p${at}`, 'Bowl', { priceMinor }));
      const [facet] = index.search(search('bowl')).facets.prices;
      const ranges = facet?.ranges ?? [];
      expect(ranges.reduce((sum, { count }) => sum + count, 0)).toBe(prices.length);
      expect(ranges.length).toBeLessThanOrEqual(4);
      for (const [at, { from }] of ranges.entries()) expect(from).toBe(at === 0 ? null : ranges[at - 1]?.to);
    }),
  );
});

test('pages follow one another without a hit twice or none', () => {
  const index = new SearchIndex();
  for (let at = 0; at < 25; at++) index.put(product(`p${String(at).padStart(2, '0')}`, at % 2 ? 'Bowl' : 'Bowl Bowl'));
  const all = ids(index, search('bowl', { first: 100 }));
  const paged: string[] = [];
  for (let after: Search['after'] = null; ; ) {
    const { hits } = index.search(search('bowl', { first: 4, after }));
    paged.push(...hits.map(({ id }) => id));
    const last = hits.at(-1);
    if (last === undefined) break;
    after = { score: last.score, id: last.id };
  }
  expect(paged).toEqual(all);
  expect(new Set(all).size).toBe(25);
});

test('however products came and went, an index answers as one that was built of what is left', () => {
  const change = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    name: fc.constantFrom('Folding Umbrella', 'Rain Poncho', 'Rice Bowl', 'Bowl of Rain', null),
    embedded: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 30 }),
      fc.constantFrom('rain bowl', 'umbrella', 'melaka'),
      (changes, text) => {
        const lived = new SearchIndex();
        const left = new Map<string, (typeof changes)[number]>();
        for (const one of changes) {
          if (one.name === null) {
            lived.remove(one.id);
            left.delete(one.id);
          } else {
            lived.put(product(one.id, one.name));
            if (one.embedded) lived.setVector(one.id, axis(one.name.length));
            left.set(one.id, one);
          }
        }
        const built = new SearchIndex();
        for (const { id, name, embedded } of left.values()) {
          built.put(product(id, name ?? ''));
          if (embedded) built.setVector(id, axis(name?.length ?? 0));
        }
        const given = search(text, { vector: axis(9) });
        expect(lived.search(given)).toEqual(built.search(given));
      },
    ),
  );
});
