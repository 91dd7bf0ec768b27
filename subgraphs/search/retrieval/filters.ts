import type { Currency } from '../../../kit/money.ts';
import type { IndexedProduct } from './product.ts';

/** What a hit has to be, besides one. */
export interface Filters {
  /** One of these; null for any. */
  readonly categories: readonly string[] | null;
  readonly price: PriceFilter | null;
}

export interface PriceFilter {
  readonly currency: Currency;
  /** In the currency's smallest priced unit, both included; null for no bound. */
  readonly min: number | null;
  readonly max: number | null;
}

export const NO_FILTERS: Filters = { categories: null, price: null };

export function isOnShelf({ categoryId }: IndexedProduct, { categories }: Filters): boolean {
  return categories === null || categories.includes(categoryId);
}

export function isInPrice({ currency, priceMinor }: IndexedProduct, { price }: Filters): boolean {
  if (price === null) return true;
  return currency === price.currency && priceMinor >= (price.min ?? 0) && priceMinor <= (price.max ?? priceMinor);
}
