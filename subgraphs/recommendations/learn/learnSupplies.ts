import { DAY, type Purchase } from './purchases.ts';

/** When after a purchase a product is bought again, in days; null for what is bought once. */
export type Supply = readonly [from: number, to: number] | null;

export interface Supplies {
  readonly byProduct: ReadonlyMap<string, Supply>;
  /** Of the lines of buyers who are due for something, the share that is that. */
  readonly repeatShare: number;
}

/** In so many days what is used up is bought again, if ever. */
const SOON = 120;
/** Of fewer purchases nobody knows. */
const ENOUGH = 20;
/** Of purchases, the share that the same buyer follows by another one soon: a third and more of what is used up, a tenth of what lasts. */
const COMES_BACK = 0.25;

/**
 * Tells what is used up from how it is bought: a product of which every fourth purchase was soon followed by another one of
 * the same buyer. It is due in the time in which nine of ten of them came back.
 */
export function learnSupplies(purchases: readonly Purchase[]): Supplies {
  const end = purchases.at(-1)?.at ?? 0;
  const times = new Map<string, Map<string, number[]>>();
  for (const { product, user, at } of purchases) {
    const buyers = times.get(product) ?? new Map<string, number[]>();
    times.set(product, buyers);
    buyers.set(user, [...(buyers.get(user) ?? []), at]);
  }
  const byProduct = new Map<string, Supply>();
  for (const [product, buyers] of times) byProduct.set(product, supplyOf([...buyers.values()], end));
  return { byProduct, repeatShare: repeatShareOf(purchases, byProduct) };
}

function supplyOf(buyers: readonly (readonly number[])[], end: number): Supply {
  const followed = buyers.flatMap((times) =>
    times.flatMap((at, place) => (end - at >= SOON * DAY ? [((times[place + 1] ?? end) - at) / DAY] : [])),
  );
  const soon = followed.filter((days) => days <= SOON).length;
  if (followed.length < ENOUGH || soon < COMES_BACK * followed.length) return null;
  const gaps = buyers
    .flatMap((times) => times.slice(1).map((at, place) => (at - (times[place] ?? at)) / DAY))
    .sort((a, b) => a - b);
  const quantile = (share: number): number => Math.round(gaps[Math.floor(share * (gaps.length - 1))] ?? 0);
  return [quantile(0.05), quantile(0.95)];
}

function repeatShareOf(purchases: readonly Purchase[], supplies: ReadonlyMap<string, Supply>): number {
  const last = new Map<string, Map<string, number>>();
  let [due, repeated] = [0, 0];
  for (const { user, product, at } of purchases) {
    const own = last.get(user) ?? new Map<string, number>();
    last.set(user, own);
    const isDue = (one: string): boolean => isDueAgain(supplies.get(one) ?? null, (at - (own.get(one) ?? at)) / DAY);
    if ([...own.keys()].some(isDue)) {
      due += 1;
      if (isDue(product)) repeated += 1;
    }
    own.set(product, at);
  }
  return due === 0 ? 0 : repeated / due;
}

/** Whether somebody who bought it so many days ago may want it again. */
export function isDueAgain(supply: Supply, daysAgo: number): boolean {
  return supply !== null && daysAgo >= supply[0] && daysAgo <= supply[1];
}
