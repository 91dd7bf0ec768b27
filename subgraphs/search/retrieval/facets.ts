import { CURRENCIES, type Currency } from '../../../kit/money.ts';
import { type Filters, isInPrice, isOnShelf } from './filters.ts';
import type { IndexedProduct } from './product.ts';

export interface Facets {
  /** The fullest first. */
  readonly categories: readonly { readonly id: string; readonly count: number }[];
  readonly prices: readonly { readonly currency: Currency; readonly ranges: readonly PriceRange[] }[];
}

export interface PriceRange {
  /** Included, in the currency's smallest priced unit; null for no bound. */
  readonly from: number | null;
  /** Not included. */
  readonly to: number | null;
  readonly count: number;
}

const QUARTERS = [0.25, 0.5, 0.75];

/** Counts what there is: of each facet as if its own filter were not set, so that a shopper sees what else there would be. */
export function facetsOf(hits: readonly IndexedProduct[], filters: Filters): Facets {
  const counts = new Map<string, number>();
  const prices = new Map<Currency, number[]>();
  for (const product of hits) {
    if (isInPrice(product, filters)) counts.set(product.categoryId, (counts.get(product.categoryId) ?? 0) + 1);
    if (!isOnShelf(product, filters)) continue;
    const own = prices.get(product.currency);
    if (own) own.push(product.priceMinor);
    else prices.set(product.currency, [product.priceMinor]);
  }
  return {
    categories: Array.from(counts, ([id, count]) => ({ id, count })).sort(
      (a, b) => b.count - a.count || (a.id < b.id ? -1 : 1),
    ),
    prices: CURRENCIES.flatMap((currency) => {
      const own = prices.get(currency);
      return own ? [{ currency, ranges: rangesOf(own) }] : [];
    }),
  };
}

/** About a quarter of the prices in each, between round amounts. */
function rangesOf(prices: number[]): readonly PriceRange[] {
  prices.sort((a, b) => a - b);
  const bounds = new Set(QUARTERS.map((share) => roundDown(prices[Math.floor(share * prices.length)] ?? 0)));
  const inner = [...bounds].filter((bound) => bound > (prices[0] ?? 0));
  const edges = [null, ...inner, null];
  return edges.slice(0, -1).map((from, place) => {
    const to = edges[place + 1] ?? null;
    const count = prices.filter((price) => price >= (from ?? 0) && price < (to ?? Number.POSITIVE_INFINITY)).length;
    return { from, to, count };
  });
}

/** To two digits, such as 1,290 to 1,200. */
function roundDown(price: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(price, 1))) - 1);
  return Math.floor(price / unit) * unit;
}
