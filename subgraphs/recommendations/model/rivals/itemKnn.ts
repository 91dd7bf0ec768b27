import { basketsOf, type Rival } from './baskets.ts';
import { recentSales } from './popularity.ts';

export interface ItemKnnOptions {
  readonly neighbours: number;
  /** Buyers in common are shrunk by so many: Linden et al. (2003) with the shrinkage of Koren (2008). */
  readonly shrinkage: number;
  /** How much the logarithm of recent sales counts beside that of the likeness. */
  readonly sales: number;
}

const LEAST = 1e-3;

/** Cosine of who bought what, summed over what the buyer bought. */
export function itemKnn({ neighbours, shrinkage, sales: weight }: ItemKnnOptions): Rival {
  return {
    name: `item-kNN, ${neighbours} neighbours, shrinkage ${shrinkage}, sales × ${weight}`,
    fit: (sales) => {
      const { products, placeOf, buyers } = basketsOf(sales);
      const count = products.length;
      const together = new Float64Array(count * count);
      for (const own of buyers) {
        for (const a of own) for (const b of own) together[a * count + b] = (together[a * count + b] ?? 0) + 1;
      }
      const bought = (place: number): number => together[place * count + place] ?? 0;
      const likeness = products.map((_, a) =>
        products
          .map((_, b) => ({
            b,
            value: a === b ? 0 : (together[a * count + b] ?? 0) / (Math.sqrt(bought(a) * bought(b)) + shrinkage),
          }))
          .sort((x, y) => y.value - x.value || x.b - y.b)
          .slice(0, neighbours),
      );
      const sold = recentSales(sales);
      return (given, country) => {
        const scores = new Float64Array(count);
        for (const product of given) {
          for (const { b, value } of likeness[placeOf.get(product) ?? -1] ?? []) scores[b] = (scores[b] ?? 0) + value;
        }
        const usual = sold(country);
        return scores.map(
          (score, place) => Math.log(score / Math.max(1, given.length) + LEAST) + weight * (usual[place] ?? 0),
        );
      };
    },
  };
}
