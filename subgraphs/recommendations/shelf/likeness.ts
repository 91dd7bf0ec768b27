import type { Newcomer } from '../ask.ts';

/** So many products stand for a newcomer, at most. */
const NEIGHBOURS = 10;
/** The nearest count the most. */
const SHARPNESS = 4;

/** What is embedded of a product. */
export function textOf({ name, description }: { readonly name: string; readonly description: string }): string {
  return `${name}. ${description}`;
}

/** The cosine of two vectors of length 1. */
export function likenessOf(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** A product with what its text means. */
export interface ReadProduct {
  readonly product: string;
  /** What it is priced in: it tells where it is sold. */
  readonly currency: string;
  readonly vector: Float32Array;
}

/** The products that read most like each newcomer, of those that are known and priced in the same currency. */
export function newcomersOf(
  products: readonly ReadProduct[],
  isKnown: (product: string) => boolean,
): readonly Newcomer[] {
  const known = products.filter(({ product }) => isKnown(product));
  const fresh = products.filter(({ product }) => !isKnown(product));
  return fresh.map(({ product, currency, vector }): Newcomer => {
    const nearest = known
      .filter((other) => other.currency === currency)
      .map((other) => ({ other: other.product, weight: Math.max(0, likenessOf(vector, other.vector)) ** SHARPNESS }))
      .sort((a, b) => b.weight - a.weight || (a.other < b.other ? -1 : 1))
      .slice(0, NEIGHBOURS)
      .filter(({ weight }) => weight > 0);
    const sum = nearest.reduce((total, { weight }) => total + weight, 0);
    return { product, like: nearest.map(({ other, weight }) => [other, weight / sum] as const) };
  });
}
