import { Random } from '../../../world/random.ts';
import { factorise, gramOf, plus, ridged, type Symmetric, solveLower, solveUpper } from './symmetric.ts';

/** Numbers of an embedding. */
const SIZE = 128;
/** What is added to the variance within pictures, as a share of its mean; chosen on pictures held out of training. */
const RIDGE = 1;
/** By then the strongest directions stand; how the weakest are turned among themselves matters little. */
const ROUNDS = 10;

/**
 * The directions in which pictures differ most beside how much the variants of one picture do (Fisher's linear discriminants,
 * each picture a class of its own): what changes with style and colour counts little, what does not counts much.
 * @param pictures the variants of each, less the mean of all
 * @param gram of all these variants
 * @returns a row for each number of an embedding
 */
export function learnEmbedding(
  pictures: readonly (readonly Float64Array[])[],
  gram: Symmetric,
): readonly Float64Array[] {
  const size = pictures[0]?.[0]?.length ?? 0;
  const means = pictures.map((variants) => meanOf(variants, size));
  const count = pictures.reduce((sum, variants) => sum + variants.length, 0);
  const weighed = pictures.map((variants, place) =>
    (means[place] ?? new Float64Array(size)).map((value) => value * Math.sqrt(variants.length)),
  );
  // What is within pictures is what there is in all, less what there is between.
  const within = plus(gram, gramOf(weighed), -1).map((row) => row.map((value) => value / count));
  const factor = factorise(ridged(within, RIDGE));
  const whitened = means.map((mean) => solveLower(factor, mean));
  return principal(whitened, size).map((direction) => solveUpper(factor, direction));
}

/** The directions of most variance, by subspace iteration; the start is seeded, and forgotten by the end. */
function principal(vectors: readonly Float64Array[], size: number): readonly Float64Array[] {
  const random = new Random('embedding');
  let directions: readonly Float64Array[] = Array.from({ length: SIZE }, () =>
    Float64Array.from({ length: size }, () => random.next() - 0.5),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const turned = directions.map(() => new Float64Array(size));
    for (const vector of vectors) {
      for (const [place, direction] of directions.entries()) {
        add(turned[place] ?? direction, vector, dot(vector, direction));
      }
    }
    directions = orthogonal(turned);
  }
  return directions;
}

/** Gram–Schmidt, the strongest direction first. */
function orthogonal(directions: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const direction of directions) {
    const own = direction.slice();
    for (const other of done) add(own, other, -dot(own, other));
    const norm = Math.sqrt(dot(own, own)) || 1;
    done.push(own.map((value) => value / norm));
  }
  return done;
}

function meanOf(vectors: readonly Float64Array[], size: number): Float64Array {
  const mean = new Float64Array(size);
  for (const vector of vectors) add(mean, vector, 1 / vectors.length);
  return mean;
}

function add(sum: Float64Array, vector: Float64Array, factor: number): void {
  for (let place = 0; place < sum.length; place++) sum[place] = (sum[place] ?? 0) + factor * (vector[place] ?? 0);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
