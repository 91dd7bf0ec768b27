import { describe, expect, test } from 'vitest';
import { Random } from '../../../world/random.ts';
import { choicesOf } from './choices.ts';
import { learnCompanions } from './learnCompanions.ts';
import { dotAt, learnFactors } from './learnFactors.ts';
import { isDueAgain, learnSupplies } from './learnSupplies.ts';
import { hitOf } from './measure.ts';
import { nextOrdersOf } from './nextOrders.ts';
import { DAY, oldestFirst, type Purchase, salesUntil } from './purchases.ts';

const bought = (user: string, day: number, ...products: string[]): Purchase[] =>
  products.map((product) => ({ order: `order-${user}-${day}`, user, product, at: day * DAY, country: 'SG' }));
const offered = (since: number, ...products: string[]) => products.map((product) => ({ product, since: since * DAY }));

test('a choice is among what was on offer then, and what was bought before is none', () => {
  const purchases = oldestFirst([...bought('a', 5, 'x', 'y'), ...bought('a', 9, 'x', 'z')]);
  const offers = [...offered(7, 'z'), ...offered(1, 'y', 'x')];
  const { products, choices } = choicesOf({ purchases, offers });
  expect(products).toEqual(['x', 'y', 'z']);
  expect(choices).toEqual([
    { chosen: 0, country: 0, bought: [], onOffer: 2 },
    { chosen: 1, country: 0, bought: [], onOffer: 2 },
    { chosen: 2, country: 0, bought: [0, 1], onOffer: 3 },
  ]);
});

describe.each(['all', 'one'] as const)('factors that were learned against %s', (against) => {
  const random = new Random('two sorts of buyers');
  const products = Array.from({ length: 12 }, (_, place) => `p${String(place).padStart(2, '0')}`);
  const [tea, coffee] = [products.slice(0, 6), products.slice(6)];
  const purchases = Array.from({ length: 120 }, (_, user) =>
    random
      .shuffled(user % 2 === 0 ? tea : coffee)
      .slice(0, 4)
      .flatMap((product, day) => bought(`u${user}`, day + 1, product)),
  ).flat();
  const choices = choicesOf({ purchases: oldestFirst(purchases), offers: offered(0, ...products) });
  const options = { size: 4, epochs: 12, rate: 0.05, prior: 0.001, against };

  test('tell apart who likes what', () => {
    const { wanted, tells, size } = learnFactors(choices, options);
    const liking = (had: number, other: number) =>
      dotAt(tells.subarray(had * size, (had + 1) * size), wanted, other * size);
    const mean = (others: readonly string[]) =>
      others.slice(1).reduce((sum, product) => sum + liking(0, choices.products.indexOf(product)), 0) / others.length;
    expect(mean(tea)).toBeGreaterThan(mean(coffee) + 0.5);
  });

  test('are the same each time', () => {
    expect(learnFactors(choices, options)).toEqual(learnFactors(choices, options));
  });
});

test('what is used up is told from what lasts, with when it is due', () => {
  const noodles = Array.from({ length: 30 }, (_, user) =>
    [0, 30, 61, 92].flatMap((day) => bought(`u${user}`, day, 'noodles')),
  ).flat();
  const lamps = Array.from({ length: 30 }, (_, user) => bought(`u${user}`, user, 'lamp')).flat();
  const end = bought('last', 300, 'lamp');
  const { byProduct, repeatShare } = learnSupplies(oldestFirst([...noodles, ...lamps, ...end]));
  expect(byProduct.get('lamp')).toBeNull();
  expect(byProduct.get('noodles')).toEqual([30, 31]);
  expect(isDueAgain(byProduct.get('noodles') ?? null, 30)).toBe(true);
  expect(isDueAgain(byProduct.get('noodles') ?? null, 3)).toBe(false);
  expect(isDueAgain(null, 30)).toBe(false);
  expect(repeatShare).toBeGreaterThan(0.9);
});

test('companions are in the orders of three buyers at least, and orders from before one was on offer say nothing', () => {
  const together = [...'abcd'].flatMap((user) => bought(user, 5, 'pan', 'sauce'));
  const early = [...'efghijklmnop'].flatMap((user) => bought(user, 2, 'pan', 'knife'));
  const seldom = [...'qr'].flatMap((user) => bought(user, 5, 'pan', 'towel'));
  const companions = learnCompanions({
    purchases: oldestFirst([...together, ...early, ...seldom]),
    offers: [...offered(0, 'knife', 'pan', 'towel'), ...offered(4, 'sauce')],
  });
  const found = new Map(companions.get('pan'));
  expect([...found.keys()].sort()).toEqual(['knife', 'sauce']);
  // Of the orders since sauce was on offer, four of six had it; of all orders, twelve of eighteen had a knife.
  expect(found.get('sauce')).toBeCloseTo(found.get('knife') ?? 0, 9);
  expect([...(companions.get('towel') ?? [])]).toEqual([]);
});

test('the next order is the first from an instant on, with what was known before it', () => {
  const sales = {
    purchases: oldestFirst([
      ...bought('a', 1, 'x'),
      ...bought('a', 11, 'x', 'y', 'late'),
      ...bought('a', 12, 'z'),
      ...bought('b', 30, 'x'),
    ]),
    offers: [...offered(0, 'x', 'y', 'z'), ...offered(11, 'late')],
  };
  expect(nextOrdersOf(sales, 10 * DAY, 20 * DAY)).toEqual([
    {
      order: 'order-a-11',
      user: 'a',
      country: 'SG',
      bought: [{ product: 'x', daysAgo: 9 }],
      products: ['x', 'y'],
      fresh: ['y'],
    },
  ]);
  expect(salesUntil(sales, 11 * DAY).purchases.map(({ product }) => product)).toEqual(['x']);
});

test('a hit counts the more the higher it stands', () => {
  expect(hitOf(['a', 'b', 'c'], ['a'])).toEqual({ hit: 1, ndcg: 1 });
  expect(hitOf(['a', 'b', 'c'], ['b']).ndcg).toBeCloseTo(1 / Math.log2(3), 12);
  expect(hitOf(['a', 'b'], ['a', 'b'])).toEqual({ hit: 1, ndcg: 1 });
  expect(hitOf(['a', 'b', 'c'], ['d'])).toEqual({ hit: 0, ndcg: 0 });
  const eleven = [...'abcdefghijk'];
  expect(hitOf(eleven, ['k'])).toEqual({ hit: 0, ndcg: 0 });
});
