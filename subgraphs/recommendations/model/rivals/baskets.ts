import type { Sales } from '../../learn/purchases.ts';

/** Who bought what, as a matrix of ones: what the rivals learn from. */
export interface Baskets {
  readonly products: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** The places of what each buyer bought. */
  readonly buyers: readonly (readonly number[])[];
}

export function basketsOf({ purchases, offers }: Sales): Baskets {
  const products = offers.map(({ product }) => product);
  const placeOf = new Map(products.map((product, place) => [product, place]));
  const buyers = new Map<string, Set<number>>();
  for (const { user, product } of purchases) {
    const place = placeOf.get(product);
    if (place === undefined) continue;
    const own = buyers.get(user);
    if (own) own.add(place);
    else buyers.set(user, new Set([place]));
  }
  return { products, placeOf, buyers: [...buyers.values()].map((own) => [...own]) };
}

/** How much a buyer would like each product, by its place in `offers`. */
export type Score = (bought: readonly string[], country: string) => ArrayLike<number>;

/** A way to recommend that ours is held against. */
export interface Rival {
  /** With what it was set. */
  readonly name: string;
  fit(sales: Sales): Score;
}
