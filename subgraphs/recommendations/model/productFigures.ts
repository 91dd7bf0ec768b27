import { products as worldProducts } from '../../../world/products.ts';
import { type Figures, figuresOf, type Hit, hitOf, LENGTH } from '../learn/measure.ts';
import type { NextOrder } from '../learn/nextOrders.ts';
import { ordersOf, type Sales } from '../learn/purchases.ts';
import { recommendByTaste } from '../recommendByTaste.ts';
import { likenessOf, newcomersOf, type ReadProduct } from '../shelf/likeness.ts';
import type { Taste } from '../taste.ts';
import type { Span } from './months.ts';
import { salesByCountry } from './rivals/popularity.ts';

/** Ten products for one, to a buyer in a country. */
export type ProductLister = (product: string, country: string) => readonly string[];

export function tasteProducts(
  kind: 'SIMILAR' | 'BOUGHT_TOGETHER',
  taste: Taste,
  { offers }: Sales,
  read: readonly ReadProduct[],
): ProductLister {
  const candidates = offers.map(({ product }) => product);
  const vectors = new Map(read.map(({ product, vector }) => [product, vector]));
  const onOffer = read.filter(({ product }) => candidates.includes(product));
  const newcomers = newcomersOf(onOffer, (product) => taste.placeOf.has(product));
  return (product) => {
    const own = vectors.get(product);
    const likeness = candidates.map((other) => {
      const its = vectors.get(other);
      return own && its ? likenessOf(own, its) : 0;
    });
    const ask = { kind, product, candidates, likeness, newcomers, first: LENGTH } as const;
    return recommendByTaste(taste, ask).picks.map((pick) => pick.product);
  };
}

/** What sells best in the country, whatever the product. */
export function popularProducts(sales: Sales): ProductLister {
  const sold = salesByCountry(sales, 90);
  const candidates = sales.offers.map(({ product }) => product);
  return (product, country) => {
    const counts = sold(country);
    return candidates
      .map((other, place) => ({ other, count: counts[place] ?? 0 }))
      .filter(({ other }) => other !== product)
      .sort((a, b) => b.count - a.count || (a.other < b.other ? -1 : 1))
      .slice(0, LENGTH)
      .map(({ other }) => other);
  };
}

/** Given the first product of an order with several, by its id: are the others among the ten? */
export function measureBaskets(sales: Sales, { from, until }: Span, list: ProductLister): Figures {
  const offered = new Set(sales.offers.filter(({ since }) => since < from).map(({ product }) => product));
  const hits = ordersOf(sales.purchases.filter(({ at }) => at >= from && at < until)).flatMap((lines): Hit[] => {
    const [first, ...rest] = lines.filter(({ product }) => offered.has(product));
    if (first === undefined || rest.length === 0) return [];
    return [
      hitOf(
        list(first.product, first.country),
        rest.map(({ product }) => product),
      ),
    ];
  });
  return figuresOf(hits);
}

/** Given the product that a buyer bought last: is what they next buy for the first time among the ten? */
export function measureAfterLast(nextOrders: readonly NextOrder[], list: ProductLister): Figures {
  const hits = nextOrders.flatMap(({ bought, fresh, country }): Hit[] => {
    const last = bought.toSorted((a, b) => a.daysAgo - b.daysAgo || (a.product < b.product ? -1 : 1))[0];
    return last === undefined || fresh.length === 0 ? [] : [hitOf(list(last.product, country), fresh)];
  });
  return figuresOf(hits);
}

const kindOf = new Map(worldProducts.map(({ id, kind }) => [id, kind]));
const SHOWN = 5;

/** Of products of which there is another of the same kind, which no model is told: how often one is among the five most alike. */
export function measureSameKind(
  { offers }: Sales,
  list: ProductLister,
): { readonly found: number; readonly of: number } {
  const products = offers.map(({ product }) => product);
  const alike = (a: string) => (b: string) => a !== b && kindOf.get(a) === kindOf.get(b);
  const asked = products.filter((product) => products.some(alike(product)));
  const found = asked.filter((product) => list(product, '').slice(0, SHOWN).some(alike(product)));
  return { found: found.length, of: asked.length };
}
