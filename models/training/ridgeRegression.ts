import type { ClassedVectors, SoftmaxModel } from './softmaxRegression.ts';
import { addScaled, dot } from './vector.ts';

/** What a bias counts beside a feature; small, so that the features do the work. */
const BIAS = 0.1;

/** Products of all pairs of vectors, the bias in each: row `i` has those with the vectors up to `i`. */
export type Kernel = readonly Float64Array[];

/**
 * Ridge regression from vectors to one indicator a class (regularised least-squares classification; Rifkin and Klautau, In
 * Defense of One-Vs-All Classification, JMLR 2004). Solved exactly in the space of the examples (one Cholesky
 * factorisation), so that it costs the cube of their number whatever the size of the vectors: seconds where softmax
 * regression over ten thousand sparse features takes minutes. There is no seed, and equal input gives an equal model.
 * @param prior added to the diagonal of the kernel; a larger one keeps weights smaller.
 * @param kernel of these vectors, where it is known already.
 * @returns what scores each class; a softmax of the scores needs a temperature to be probabilities.
 */
export function trainRidgeRegression(data: ClassedVectors, prior: number, kernel = kernelOf(data)): SoftmaxModel {
  const { vectors, labels, classes, size } = data;
  const alphas = solve(kernel, labels, classes, prior);
  const weights = alphas.map((alpha) => {
    const row = new Float64Array(size);
    for (const [index, vector] of vectors.entries()) addScaled(row, vector, alpha[index] ?? 0);
    return row;
  });
  return { weights, bias: Float64Array.from(alphas, (alpha) => BIAS * alpha.reduce((sum, value) => sum + value, 0)) };
}

/**
 * What models say of examples that they have not seen: each fold is held out in turn.
 * @param folds the fold of each example.
 * @returns the scores of the classes for each example, in order.
 */
export function scoreHeldOut(
  data: ClassedVectors,
  prior: number,
  folds: readonly number[],
  kernel = kernelOf(data),
): readonly Float64Array[] {
  const { vectors, labels, classes } = data;
  const scores = vectors.map(() => new Float64Array(classes));
  for (const fold of new Set(folds)) {
    const seen = [...vectors.keys()].filter((index) => folds[index] !== fold);
    const rows = seen.map((index, row) => {
      const own = kernel[index] ?? new Float64Array();
      return Float64Array.from(seen.slice(0, row + 1), (other) => own[other] ?? 0);
    });
    const alphas = solve(
      rows,
      seen.map((index) => labels[index] ?? 0),
      classes,
      prior,
    );
    for (const [index, own] of scores.entries()) {
      if (folds[index] !== fold) continue;
      const products = Float64Array.from(
        seen,
        (other) => kernel[Math.max(index, other)]?.[Math.min(index, other)] ?? 0,
      );
      for (const [label, alpha] of alphas.entries()) own[label] = dot(products, alpha);
    }
  }
  return scores;
}

/** The products of all pairs of vectors: what both functions spend most of their time on, for whoever calls both. */
export function kernelOf({ vectors, size }: Pick<ClassedVectors, 'vectors' | 'size'>): Kernel {
  const dense = new Float64Array(size);
  return vectors.map((vector, row) => {
    dense.fill(0);
    addScaled(dense, vector, 1);
    return Float64Array.from(vectors.slice(0, row + 1), (other) => dot(other, dense) + BIAS);
  });
}

/** The coefficients of the examples for each class. */
function solve(kernel: Kernel, labels: readonly number[], classes: number, prior: number): Float64Array[] {
  const factor = factorise(kernel, prior);
  return Array.from({ length: classes }, (_, label) => {
    const alpha = Float64Array.from(labels, (own) => (own === label ? 1 : 0));
    for (const [row, own] of factor.entries())
      alpha[row] = ((alpha[row] ?? 0) - upTo(row, own, alpha)) / (own[row] ?? 1);
    for (let row = factor.length - 1; row >= 0; row--) {
      const own = factor[row] ?? alpha;
      const value = (alpha[row] ?? 0) / (own[row] ?? 1);
      alpha[row] = value;
      for (let k = 0; k < row; k++) alpha[k] = (alpha[k] ?? 0) - value * (own[k] ?? 0);
    }
    return alpha;
  });
}

/** The Cholesky factor of the kernel with the prior on its diagonal. */
function factorise(kernel: Kernel, prior: number): Kernel {
  const factor: Float64Array[] = [];
  for (const [row, products] of kernel.entries()) {
    const own = products.slice();
    for (const [column, other] of factor.entries()) {
      own[column] = ((own[column] ?? 0) - upTo(column, own, other)) / (other[column] ?? 1);
    }
    own[row] = Math.sqrt((own[row] ?? 0) + prior - upTo(row, own, own));
    factor.push(own);
  }
  return factor;
}

/** Sum of the products of the first `count` numbers. */
function upTo(count: number, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
