import { compare, type Offer, ordersOf, type Sales } from './purchases.ts';

/** For each product what goes with it, the best first: the share of its orders that had the other one, too. */
export type Companions = ReadonlyMap<string, readonly (readonly [product: string, share: number])[]>;

/** Of fewer buyers it would be known what one of them did. */
const ENOUGH_BUYERS = 3;
const MOST = 25;

/** How many orders of the usual the few orders of a product are put beside; chosen as the factors are. */
const USUAL = 50;

interface Pair {
  orders: number;
  readonly buyers: Set<string>;
}

/** What is in one order with a product; orders from before the other one was on offer say nothing of the two. */
export function learnCompanions({ purchases, offers }: Sales): Companions {
  const since = new Map(offers.map(({ product, since: instant }) => [product, instant]));
  const baskets = ordersOf(purchases).filter(({ length }) => length > 1);
  const times = new Map<string, number[]>();
  const pairs = new Map<string, Map<string, Pair>>();
  for (const lines of baskets) {
    for (const { product, at, user } of lines) {
      const own = times.get(product) ?? [];
      times.set(product, own);
      own.push(at);
      const others = pairs.get(product) ?? new Map<string, Pair>();
      pairs.set(product, others);
      for (const { product: other } of lines) {
        if (other === product) continue;
        const pair = others.get(other) ?? { orders: 0, buyers: new Set<string>() };
        others.set(other, pair);
        pair.orders += 1;
        pair.buyers.add(user);
      }
    }
  }
  const allTimes = baskets.map(([first]) => first?.at ?? 0);
  const rateOf = ({ product, since: instant }: Offer): number =>
    (times.get(product)?.length ?? 0) / Math.max(1, countFrom(allTimes, instant));
  const rates = new Map(offers.map((offer) => [offer.product, rateOf(offer)]));
  const found = new Map<string, readonly (readonly [string, number])[]>();
  for (const [product, others] of pairs) {
    const ranked = [...others]
      .filter(([other, { buyers }]) => buyers.size >= ENOUGH_BUYERS && since.has(other))
      .map(([other, { orders }]) => {
        const rate = rates.get(other) ?? 0;
        const chances = countFrom(times.get(product) ?? [], since.get(other) ?? 0);
        const share = (orders + USUAL * rate) / (chances + USUAL);
        return { other, share };
      })
      .sort((a, b) => b.share - a.share || compare(a.other, b.other))
      .slice(0, MOST);
    found.set(
      product,
      ranked.map(({ other, share }) => [other, share] as const),
    );
  }
  return found;
}

/** How many of the ascending times are at an instant or after it. */
function countFrom(times: readonly number[], instant: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return times.length - low;
}
