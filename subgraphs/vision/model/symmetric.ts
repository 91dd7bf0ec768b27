/** Row `i` has the entries up to column `i`: the rest is the same, mirrored. */
export type Symmetric = readonly Float64Array[];

/** So many vectors are summed at once: the matrix is large, and would else go through memory for each. */
const TOGETHER = 4;

/** The products of all pairs of a vector's numbers, summed over vectors. */
export function gramOf(vectors: readonly Float64Array[]): Symmetric {
  const size = vectors[0]?.length ?? 0;
  const none = new Float64Array(size);
  const sum = Array.from({ length: size }, (_, row) => new Float64Array(row + 1));
  for (let start = 0; start < vectors.length; start += TOGETHER) {
    const [a = none, b = none, c = none, d = none] = vectors.slice(start, start + TOGETHER);
    for (const [row, own] of sum.entries()) {
      const [ra = 0, rb = 0, rc = 0, rd = 0] = [a[row], b[row], c[row], d[row]];
      for (let column = 0; column <= row; column++) {
        own[column] =
          (own[column] ?? 0) +
          ra * (a[column] ?? 0) +
          rb * (b[column] ?? 0) +
          rc * (c[column] ?? 0) +
          rd * (d[column] ?? 0);
      }
    }
  }
  return sum;
}

/** Adds or takes away a whole matrix. */
export function plus(one: Symmetric, other: Symmetric, factor: number): Symmetric {
  return one.map((row, index) => {
    const added = other[index];
    return row.map((value, column) => value + factor * (added?.[column] ?? 0));
  });
}

/** With `share` of the mean of its diagonal added to the diagonal. */
export function ridged(matrix: Symmetric, share: number): Symmetric {
  const trace = matrix.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  const ridge = (share * trace) / matrix.length;
  return matrix.map((row, index) => row.map((value, column) => (column === index ? value + ridge : value)));
}

/** The lower triangle whose product with its mirror image is the matrix (Cholesky). */
export function factorise(matrix: Symmetric): Symmetric {
  const factor: Float64Array[] = [];
  for (const [row, entries] of matrix.entries()) {
    const own = entries.slice();
    for (const [column, other] of factor.entries()) {
      own[column] = ((own[column] ?? 0) - upTo(column, own, other)) / (other[column] ?? 1);
    }
    own[row] = Math.sqrt((own[row] ?? 0) - upTo(row, own, own));
    factor.push(own);
  }
  return factor;
}

/** Solves factor · x = vector. */
export function solveLower(factor: Symmetric, vector: Float64Array): Float64Array {
  const solved = vector.slice();
  for (const [row, own] of factor.entries()) {
    solved[row] = ((solved[row] ?? 0) - upTo(row, own, solved)) / (own[row] ?? 1);
  }
  return solved;
}

/** Solves factorᵀ · x = vector. */
export function solveUpper(factor: Symmetric, vector: Float64Array): Float64Array {
  const solved = vector.slice();
  for (let row = factor.length - 1; row >= 0; row--) {
    const own = factor[row];
    if (own === undefined) continue;
    const value = (solved[row] ?? 0) / (own[row] ?? 1);
    solved[row] = value;
    for (let column = 0; column < row; column++) solved[column] = (solved[column] ?? 0) - value * (own[column] ?? 0);
  }
  return solved;
}

function upTo(count: number, one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < count; place++) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
