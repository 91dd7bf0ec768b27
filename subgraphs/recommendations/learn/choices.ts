import { compare, ordersOf, type Sales } from './purchases.ts';

/** A product that somebody bought for the first time, and what there was to choose from. */
export interface Choice {
  /** Places in `Choices.products`, as is `bought`. */
  readonly chosen: number;
  /** Place in `Choices.countries`. */
  readonly country: number;
  /** What they had bought by then. */
  readonly bought: readonly number[];
  /** So many of the products were on offer by then: the first ones. */
  readonly onOffer: number;
}

export interface Choices {
  /** In the order in which they were first offered. */
  readonly products: readonly string[];
  readonly countries: readonly string[];
  readonly choices: readonly Choice[];
}

/** Each buyer's first purchases of products, oldest first: what tastes show in. What is bought again shows need. */
export function choicesOf({ purchases, offers }: Sales): Choices {
  const ordered = offers.toSorted((a, b) => a.since - b.since || compare(a.product, b.product));
  const products = ordered.map(({ product }) => product);
  const placeOf = new Map(products.map((product, place) => [product, place]));
  const countries = [...new Set(purchases.map(({ country }) => country))].sort();
  const countryOf = new Map(countries.map((country, place) => [country, place]));
  const boughtBy = new Map<string, readonly number[]>();
  const choices: Choice[] = [];
  let onOffer = 0;
  for (const lines of ordersOf(purchases)) {
    const [first] = lines;
    if (first === undefined) continue;
    while ((ordered[onOffer]?.since ?? Number.POSITIVE_INFINITY) <= first.at) onOffer += 1;
    const bought = boughtBy.get(first.user) ?? [];
    const fresh = lines.flatMap(({ product }) => {
      const place = placeOf.get(product);
      return place === undefined || place >= onOffer || bought.includes(place) ? [] : [place];
    });
    const country = countryOf.get(first.country) ?? 0;
    for (const chosen of fresh) choices.push({ chosen, country, bought, onOffer });
    if (fresh.length > 0) boughtBy.set(first.user, [...bought, ...fresh]);
  }
  return { products, countries, choices };
}
