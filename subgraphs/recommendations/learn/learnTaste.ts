import { formatTaste, parseTaste, type Taste } from '../taste.ts';
import { choicesOf } from './choices.ts';
import { learnCompanions } from './learnCompanions.ts';
import { type FactorOptions, learnFactors } from './learnFactors.ts';
import { learnSupplies } from './learnSupplies.ts';
import type { Sales } from './purchases.ts';

/** Chosen on the next orders of 2026-09-20 to 2026-10-19, a month of which nothing is reported. */
export const FACTORS: FactorOptions = { size: 24, epochs: 8, rate: 0.05, prior: 0.001, against: 'all' };
/** Enough for what is liked to tell; with more, what is similar is seldom of the product's kind. */
const LIKED_SHARE = 0.2;

/** Of fewer buyers a product is still new: it is recommended by its text. */
const ENOUGH_BUYERS = 5;
const DIGITS = 4;

/** Learns all that the model knows from sales, which are those until an instant. */
export function learnTaste(sales: Sales, until: number, factors: FactorOptions = FACTORS): Taste {
  const { products, countries, choices } = choicesOf(sales);
  const { size, popularity, local, wanted, tells } = learnFactors({ products, countries, choices }, factors);
  const companions = learnCompanions(sales);
  const supplies = learnSupplies(sales.purchases);
  const buyers = new Uint32Array(products.length);
  for (const { chosen } of choices) buyers[chosen] = (buyers[chosen] ?? 0) + 1;
  const known = [...products.keys()].filter((place) => (buyers[place] ?? 0) >= ENOUGH_BUYERS);
  const kept = known.map((place) => products[place] ?? '');
  const placeOf = new Map(kept.map((product, place) => [product, place]));
  const rows = (all: Float64Array) => known.map((place) => rounded(all.subarray(place * size, (place + 1) * size)));
  const taste: Taste = {
    trainedUntil: new Date(until).toISOString(),
    products: kept,
    placeOf,
    countries: [...countries],
    popularity: rounded(known.map((place) => popularity[place] ?? 0)),
    local: countries.map((_, country) => rounded(known.map((place) => local[country * products.length + place] ?? 0))),
    wanted: rows(wanted),
    tells: rows(tells),
    companions: kept.map((product) =>
      (companions.get(product) ?? []).flatMap(([other, share]): [number, number][] => {
        const place = placeOf.get(other);
        return place === undefined ? [] : [[place, round(share)]];
      }),
    ),
    supplies: kept.map((product) => {
      const supply = supplies.byProduct.get(product) ?? null;
      return supply === null ? null : [supply[0], supply[1]];
    }),
    likedShare: LIKED_SHARE,
    repeatShare: round(supplies.repeatShare),
  };
  // As it will be served.
  return parseTaste(formatTaste(taste));
}

function rounded(numbers: ArrayLike<number>): number[] {
  return Array.from(numbers, round);
}

function round(value: number): number {
  return Number(value.toFixed(DIGITS));
}
