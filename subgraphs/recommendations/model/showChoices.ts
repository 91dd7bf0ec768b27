import { measureAll, measureFresh, tasteLister } from '../learn/evaluate.ts';
import { FACTORS, learnTaste } from '../learn/learnTaste.ts';
import { nextOrdersOf } from '../learn/nextOrders.ts';
import { type Sales, salesUntil } from '../learn/purchases.ts';
import type { ReadProduct } from '../shelf/likeness.ts';
import { line } from './choose.ts';
import { DEV, days } from './months.ts';
import { measureAfterLast, measureSameKind, tasteProducts } from './productFigures.ts';

/** Prints what our own choices were made by: the next orders of the month before the held-out one. */
export function showChoices(sales: Sales, read: readonly ReadProduct[]): void {
  console.log(`Choices, on next orders of ${days(DEV)}:`);
  const past = salesUntil(sales, DEV.from);
  const nextOrders = nextOrdersOf(sales, DEV.from, DEV.until);
  const ways = {
    '16 factors': { ...FACTORS, size: 16 },
    '24 factors, as chosen': FACTORS,
    '24 factors, each choice against one other product (BPR), 30 rounds': {
      ...FACTORS,
      against: 'one',
      epochs: 30,
    },
  } as const;
  for (const [name, factors] of Object.entries(ways)) {
    const taste = learnTaste(past, DEV.from, factors);
    console.log(line(`free choices, ${name}`, measureFresh(nextOrders, tasteLister(taste, past, read, 'fresh'))));
    if (factors !== FACTORS) continue;
    console.log(line('all lines, as chosen', measureAll(nextOrders, tasteLister(taste, past, read, 'all'))));
    for (const likedShare of [0, 0.2, 0.5, 1]) {
      const list = tasteProducts('SIMILAR', { ...taste, likedShare }, past, read);
      const { found, of } = measureSameKind(past, list);
      console.log(line(`similar, then bought, ${likedShare} of it likings`, measureAfterLast(nextOrders, list)));
      console.log(`    one of the same kind among five: ${(found / of).toFixed(3)}, n = ${of}`);
    }
  }
}
