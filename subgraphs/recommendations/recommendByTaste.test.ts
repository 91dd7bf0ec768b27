import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Ask } from './ask.ts';
import { isDueAgain } from './learn/learnSupplies.ts';
import { type Popularity, recommendPopular } from './popular.ts';
import { recommendByTaste } from './recommendByTaste.ts';
import { parseTaste, type Taste } from './taste.ts';

let taste: Taste;
let popularity: Popularity;
beforeAll(async () => {
  taste = parseTaste(await readFile(new URL('model/taste.json', import.meta.url), 'utf8'));
  popularity = JSON.parse(await readFile(new URL('popular/popularity.json', import.meta.url), 'utf8'));
});

const product = () =>
  fc.oneof(fc.constantFrom(...taste.products.slice(0, 60)), fc.constantFrom('product-new-1', 'product-new-2'));
const newcomers = () =>
  fc.constantFrom(
    [],
    [
      {
        product: 'product-new-1',
        like: [[taste.products[0] ?? '', 0.75] as const, [taste.products[1] ?? '', 0.25] as const],
      },
    ],
  );
const common = () => ({
  candidates: fc.uniqueArray(product()),
  newcomers: newcomers(),
  first: fc.integer({ min: 0, max: 50 }),
});
const asks = (): fc.Arbitrary<Ask> =>
  fc.oneof(
    fc.record({
      ...common(),
      kind: fc.constant('BUYER' as const),
      country: fc.constantFrom('SG', 'VN', 'XX', null),
      bought: fc.uniqueArray(fc.record({ product: product(), daysAgo: fc.nat(700) }), {
        selector: (one) => one.product,
      }),
    }),
    fc
      .record({
        ...common(),
        kind: fc.constantFrom('SIMILAR' as const, 'BOUGHT_TOGETHER' as const),
        product: product(),
        told: fc.boolean(),
      })
      .map(({ told, ...ask }) => ({
        ...ask,
        likeness: told ? ask.candidates.map((_, place) => (place % 10) / 10) : [],
      })),
  );

test('whatever is asked, answers are candidates, once each, the best first, and never what they are for', () => {
  fc.assert(
    fc.property(asks(), (ask) => {
      for (const { picks } of [recommendByTaste(taste, ask), recommendPopular(popularity, ask)]) {
        const names = picks.map((pick) => pick.product);
        expect(names.length).toBeLessThanOrEqual(ask.first);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(ask.candidates).toContain(name);
        const scores = picks.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const score of scores) expect(score > 0 && score <= 1 + 1e-9).toBe(true);
        if (ask.kind !== 'BUYER') expect(names).not.toContain(ask.product);
      }
      if (ask.kind !== 'BUYER') return;
      const daysAgo = new Map(ask.bought.map((one) => [one.product, one.daysAgo]));
      for (const pick of recommendByTaste(taste, ask).picks) {
        const days = daysAgo.get(pick.product);
        if (days === undefined) continue;
        expect(pick.reason).toBe('RUNS_OUT');
        expect(isDueAgain(taste.supplies[taste.placeOf.get(pick.product) ?? -1] ?? null, days)).toBe(true);
      }
    }),
  );
});

test('the scores of all that a buyer may buy next sum to 1', () => {
  const bought = taste.products.slice(0, 5).map((one) => ({ product: one, daysAgo: 40 }));
  const all = {
    kind: 'BUYER',
    bought,
    country: 'SG',
    candidates: taste.products,
    newcomers: [],
    first: 1_000,
  } as const;
  const { picks } = recommendByTaste(taste, all);
  expect(picks.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 6);
});

test('a newcomer that reads like one product is liked as that one is', () => {
  const [liked = ''] = taste.products;
  const bought = taste.products.slice(5, 8).map((one) => ({ product: one, daysAgo: 1 }));
  const newcomers = [{ product: 'product-new-1', like: [[liked, 1] as const] }];
  const candidates = [liked, 'product-new-1', ...taste.products.slice(10, 20)];
  const { picks } = recommendByTaste(taste, { kind: 'BUYER', bought, country: 'SG', candidates, newcomers, first: 50 });
  const scoreOf = (name: string) => picks.find((pick) => pick.product === name)?.score;
  expect(scoreOf('product-new-1')).toBeCloseTo(scoreOf(liked) ?? 0, 9);
});
