import { measureFresh } from '../learn/evaluate.ts';
import { type Figures, written } from '../learn/measure.ts';
import type { NextOrder } from '../learn/nextOrders.ts';
import type { Sales } from '../learn/purchases.ts';
import { rivalLister } from './rivalListers.ts';
import { als } from './rivals/als.ts';
import type { Rival } from './rivals/baskets.ts';
import { itemKnn } from './rivals/itemKnn.ts';
import { popularity } from './rivals/popularity.ts';

/** Each way with the settings that it is tried with. */
const RIVALS: readonly (readonly Rival[])[] = [
  [30, 90, 180, Number.POSITIVE_INFINITY].map(popularity),
  [20, 210].flatMap((neighbours) =>
    [10, 50].flatMap((shrinkage) => [0, 1, 2].map((sales) => itemKnn({ neighbours, shrinkage, sales }))),
  ),
  [16, 24].flatMap((size) => [0, 0.1, 0.3].map((sales) => als({ size, prior: 5, confidence: 5, sales }))),
];

/** The rivals as they do best on a month that nothing is reported of: they are held against ours at their best. */
export function chooseRivals(past: Sales, nextOrders: readonly NextOrder[], log: (line: string) => void): Rival[] {
  return RIVALS.flatMap((ways) => {
    const tried = ways.map((rival) => ({ rival, figures: measureFresh(nextOrders, rivalLister(rival, past)) }));
    const [best] = tried.sort((a, b) => b.figures.ndcg.value - a.figures.ndcg.value);
    if (best === undefined) return [];
    log(line(best.rival.name, best.figures));
    return [best.rival];
  });
}

export function line(name: string, { hitRate, ndcg }: Figures): string {
  return `  ${name.padEnd(60)} HR@10 ${written(hitRate)}  NDCG@10 ${written(ndcg)}  n = ${hitRate.n}`;
}
