import type { Popularity } from '../popular.ts';
import { DAY, type Sales } from './purchases.ts';

/** What sold in so many days is popular: longer ones did worse on the month that choices are made on. */
const DAYS = 30;

/** Counts the sales of the last days by country. */
export function learnPopularity({ purchases, offers }: Sales, until: number): Popularity {
  const products = offers.map(({ product }) => product);
  const placeOf = new Map(products.map((product, place) => [product, place]));
  const countries: Record<string, number[]> = {};
  const everywhere = products.map(() => 0);
  for (const country of [...new Set(purchases.map((purchase) => purchase.country))].sort()) {
    countries[country] = products.map(() => 0);
  }
  for (const { product, country, at } of purchases) {
    const place = placeOf.get(product);
    if (place === undefined || at < until - DAYS * DAY) continue;
    for (const counts of [countries[country], everywhere]) if (counts) counts[place] = (counts[place] ?? 0) + 1;
  }
  return { products, countries, everywhere };
}
