import type { BuyerAsk } from '../ask.ts';
import { FACTORS, learnTaste } from '../learn/learnTaste.ts';
import { type Figures, figuresOf, type Hit, hitOf, LENGTH } from '../learn/measure.ts';
import type { NextOrder } from '../learn/nextOrders.ts';
import type { Sales } from '../learn/purchases.ts';
import { recommendByTaste } from '../recommendByTaste.ts';
import { newcomersOf, type ReadProduct } from '../shelf/likeness.ts';

const FOLDS = 5;
/** Half of the usual: five models are trained for a figure. */
const EPOCHS = 4;

export interface NewProductFigures {
  readonly byText: Figures;
  /** Ten of them by chance: the share of buyers for whom that would hit, as expected. */
  readonly byChance: number;
}

/**
 * How well new products find their buyers by their texts: a fifth of the products in turn is as if nobody had bought any of
 * it, and of those new ones alone ten are recommended to each who then bought one.
 */
export function measureNewProducts(
  past: Sales,
  until: number,
  nextOrders: readonly NextOrder[],
  read: readonly ReadProduct[],
): NewProductFigures {
  const onOffer = new Set(past.offers.map(({ product }) => product));
  const shelf = read.filter(({ product }) => onOffer.has(product));
  const hits: Hit[] = [];
  let expected = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const fresh = new Set(past.offers.filter((_, place) => place % FOLDS === fold).map(({ product }) => product));
    const without = (product: string): boolean => !fresh.has(product);
    const taste = learnTaste(
      {
        purchases: past.purchases.filter(({ product }) => without(product)),
        offers: past.offers.filter(({ product }) => without(product)),
      },
      until,
      { ...FACTORS, epochs: EPOCHS },
    );
    const newcomers = newcomersOf(shelf, without);
    for (const { bought, country, fresh: chosen } of nextOrders) {
      const wanted = chosen.filter((product) => fresh.has(product));
      if (wanted.length === 0) continue;
      const own = new Set(bought.map(({ product }) => product));
      const candidates = [...fresh].filter((product) => !own.has(product));
      const known = bought.filter(({ product }) => without(product));
      const ask: BuyerAsk = { kind: 'BUYER', bought: known, country, candidates, newcomers, first: LENGTH };
      const list = recommendByTaste(taste, ask).picks.map(({ product }) => product);
      hits.push(hitOf(list, wanted));
      expected += chanceOf(candidates.length, wanted.length);
    }
  }
  return { byText: figuresOf(hits), byChance: expected / Math.max(1, hits.length) };
}

/** That ten of so many have any of those that are wanted. */
function chanceOf(candidates: number, wanted: number): number {
  let none = 1;
  for (let draw = 0; draw < Math.min(LENGTH, candidates); draw++)
    none *= Math.max(0, (candidates - wanted - draw) / (candidates - draw));
  return 1 - none;
}
