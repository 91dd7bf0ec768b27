import { DAY, type Sales } from '../../learn/purchases.ts';
import type { Rival } from './baskets.ts';

/** Products by how often each was bought in a country in the last days, and in all of them where that is even. */
export function salesByCountry({ purchases, offers }: Sales, days: number): (country: string) => Float64Array {
  const since = (purchases.at(-1)?.at ?? 0) - days * DAY;
  const placeOf = new Map(offers.map(({ product }, place) => [product, place]));
  const counts = new Map<string, Float64Array>();
  const all = new Float64Array(offers.length);
  for (const { product, country, at } of purchases) {
    const place = placeOf.get(product);
    if (place === undefined || at < since) continue;
    const own = counts.get(country) ?? new Float64Array(offers.length);
    counts.set(country, own);
    own[place] = (own[place] ?? 0) + 1;
    all[place] = (all[place] ?? 0) + 1;
  }
  const total = all.reduce((sum, count) => sum + count, 0) + 1;
  return (country) => {
    const own = counts.get(country);
    return all.map((count, place) => (own?.[place] ?? 0) + count / total);
  };
}

/** What sells best in the buyer's country. */
export function popularity(days: number): Rival {
  return {
    name: `what sells best in the country, ${Number.isFinite(days) ? `${days} days` : 'ever'}`,
    fit: (sales) => {
      const sold = salesByCountry(sales, days);
      return (_, country) => sold(country);
    },
  };
}

/** The logarithms of recent sales, for rivals to add to what they learned. */
export function recentSales(sales: Sales): (country: string) => Float64Array {
  const sold = salesByCountry(sales, 90);
  return (country) => sold(country).map((count) => Math.log(count + 0.1));
}
