import { minimize } from '../../../models/training/minimize.ts';
import { type Asked, keyOf, withAsked } from '../asked.ts';
import { embeddedText, type IndexedProduct } from '../retrieval/product.ts';

/** A query's embedding and the products that are right for it, by their places. */
export interface AskedFor {
  readonly vector: Float32Array;
  readonly products: readonly number[];
}

/** Of which one is chosen: the shortest that gives products without queries back what the others gained. */
const LENGTHS = [1, 1.02, 1.04, 1.06, 1.08, 1.1, 1.12, 1.14, 1.16, 1.18, 1.2];
/** Of five products one is taken for new, in two of the five ways. */
const PARTS = 5;
const TAKEN = [0, 1];

/** Likenesses are cosines: so much apart by 0.1 makes one product 4.5 times as likely as another. */
const SHARPNESS = 15;
/** Of the squares of the directions. On our own queries, each held out in turn, 60 and 150 did worse. */
const PRIOR = 20;
/** The largest gradient component at which it has learned enough: more does not show in the figures. */
const TOLERANCE = 1e-3;
const NEGLIGIBLE = 1e-8;

/**
 * What to add to each product's embedding so that the queries for it are nearer to it than to the others: a softmax
 * regression whose prior is the embeddings themselves. L-BFGS from there: there is no seed.
 */
export function learnDirections(
  queries: readonly AskedFor[],
  products: readonly IndexedProduct[],
  vectors: readonly Float32Array[],
): ReadonlyMap<string, Float32Array> {
  const size = vectors[0]?.length ?? 0;
  const start = Float64Array.from(vectors.flatMap((vector) => [...vector]));
  const point = minimize((given) => lossAndGradient(given, queries, start, size), start.length, TOLERANCE);
  const asked = new Set(queries.flatMap(({ products: right }) => right));
  return new Map(
    products.flatMap((product, place) =>
      asked.has(place)
        ? [[keyOf(embeddedText(product)), Float32Array.from(point.subarray(place * size, (place + 1) * size))] as const]
        : [],
    ),
  );
}

function lossAndGradient(point: Float64Array, queries: readonly AskedFor[], start: Float64Array, size: number) {
  const moved = point.map((value, at) => value + (start[at] ?? 0));
  const share = 1 / queries.length;
  const gradient = point.map((value) => share * PRIOR * value);
  let loss = share * (PRIOR / 2) * point.reduce((sum, value) => sum + value * value, 0);
  const count = start.length / size;
  const scores = new Float64Array(count);
  for (const { vector, products: right } of queries) {
    for (let product = 0; product < count; product++) {
      let likeness = 0;
      for (let at = 0; at < size; at++) likeness += (moved[product * size + at] ?? 0) * (vector[at] ?? 0);
      scores[product] = SHARPNESS * likeness;
    }
    const most = scores.reduce((high, score) => Math.max(high, score), Number.NEGATIVE_INFINITY);
    const odds = scores.map((score) => Math.exp(score - most));
    const all = odds.reduce((sum, odd) => sum + odd, 0);
    const meant = right.reduce((sum, product) => sum + (odds[product] ?? 0), Number.MIN_VALUE);
    loss -= share * Math.log(meant / all);
    for (let product = 0; product < count; product++) {
      const odd = odds[product] ?? 0;
      const error = share * SHARPNESS * (odd / all - (right.includes(product) ? odd / meant : 0));
      if (Math.abs(error) < NEGLIGIBLE) continue;
      for (let at = 0; at < size; at++) {
        const place = product * size + at;
        gradient[place] = (gradient[place] ?? 0) + error * (vector[at] ?? 0);
      }
    }
  }
  return { loss, gradient };
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
      vectors,
    ),
  );
  const plain = found(() => ({ unknownLength: 1, directions: new Map() }));
  const trials = LENGTHS.map((unknownLength) => ({
    unknownLength,
    share: found((part) => ({ unknownLength, directions: withoutNew[part] ?? new Map() })),
  }));
  for (const { unknownLength, share } of trials)
    print(
      `  products without queries, of length ${unknownLength}: R@1 ${share.toFixed(3)}; all without: ${plain.toFixed(3)}`,
    );
  const chosen = trials.find(({ share }) => share >= plain)?.unknownLength ?? LENGTHS.at(-1) ?? 1;
  return { unknownLength: chosen, directions: learnDirections(queries, products, vectors) };
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
