import { type Asked, keyOf, withAsked } from '../asked.ts';
import { embeddedText, type IndexedProduct } from '../retrieval/product.ts';

/** A query's embedding and the products that are right for it, by their places. */
export interface AskedFor {
  readonly vector: Float32Array;
  readonly products: readonly number[];
}

/** On our own queries, each held out in turn, 1 to 3 did alike and less did worse. */
const WEIGHT = 1.5;
/** Of which one is chosen: the shortest that gives products without queries back what the others gained. */
const LENGTHS = [1, 1.02, 1.04, 1.06, 1.08, 1.1, 1.12, 1.14, 1.16, 1.18, 1.2];
/** Of five products one is taken for new, in two of the five ways. */
const PARTS = 5;
const TAKEN = [0, 1];

/** Where the queries of each product are beside all queries: their mean less that of all, so that being a query counts for nothing. */
export function learnDirections(
  queries: readonly AskedFor[],
  products: readonly IndexedProduct[],
): ReadonlyMap<string, Float32Array> {
  const of = (chosen: readonly AskedFor[]): Float64Array => {
    const mean = new Float64Array(chosen[0]?.vector.length ?? 0);
    for (const { vector } of chosen)
      for (const [at, value] of vector.entries()) mean[at] = (mean[at] ?? 0) + value / chosen.length;
    return mean;
  };
  const all = of(queries);
  return new Map(
    products.flatMap((product, place) => {
      const own = queries.filter(({ products: right }) => right.includes(place));
      if (own.length === 0) return [];
      const mean = of(own);
      return [[keyOf(embeddedText(product)), Float32Array.from(mean, (value, at) => value - (all[at] ?? 0))] as const];
    }),
  );
}

/** Learns what shoppers ask of the products, and how a product of which that is not known is to stand beside them. */
export function learnAsked(
  queries: readonly AskedFor[],
  products: readonly IndexedProduct[],
  vectors: readonly Float32Array[],
  print: (line: string) => void,
): Asked {
  const isNew = (place: number, part: number): boolean => place % PARTS === part;
  /** Of the queries for new products, the share that has one first. */
  const found = (asked: (part: number) => Asked): number => {
    const hits = TAKEN.flatMap((part) => {
      const moved = vectors.map((vector, place) => withAsked(vector, textOf(products, place), asked(part)));
      return queries
        .filter(({ products: right }) => right.some((place) => isNew(place, part)))
        .map(({ vector, products: right }) => right.includes(nearest(vector, moved)));
    });
    return hits.filter(Boolean).length / hits.length;
  };
  const withoutNew = TAKEN.map((part) =>
    learnDirections(
      queries.filter(({ products: right }) => !right.some((place) => isNew(place, part))),
      products,
    ),
  );
  const plain = found(() => ({ weight: WEIGHT, unknownLength: 1, directions: new Map() }));
  const trials = LENGTHS.map((unknownLength) => ({
    unknownLength,
    share: found((part) => ({ weight: WEIGHT, unknownLength, directions: withoutNew[part] ?? new Map() })),
  }));
  for (const { unknownLength, share } of trials)
    print(
      `  products without queries, of length ${unknownLength}: R@1 ${share.toFixed(3)}; all without: ${plain.toFixed(3)}`,
    );
  const chosen = trials.find(({ share }) => share >= plain)?.unknownLength ?? LENGTHS.at(-1) ?? 1;
  return { weight: WEIGHT, unknownLength: chosen, directions: learnDirections(queries, products) };
}

function textOf(products: readonly IndexedProduct[], place: number): string {
  const product = products[place];
  return product === undefined ? '' : embeddedText(product);
}

function nearest(query: Float32Array, vectors: readonly Float32Array[]): number {
  let best = { place: -1, likeness: Number.NEGATIVE_INFINITY };
  for (const [place, vector] of vectors.entries()) {
    let likeness = 0;
    for (let at = 0; at < vector.length; at++) likeness += (vector[at] ?? 0) * (query[at] ?? 0);
    if (likeness > best.likeness) best = { place, likeness };
  }
  return best.place;
}
