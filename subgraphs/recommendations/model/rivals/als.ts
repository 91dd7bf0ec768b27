import { Random } from '../../../../world/random.ts';
import { basketsOf, type Rival } from './baskets.ts';
import { recentSales } from './popularity.ts';

export interface AlsOptions {
  readonly size: number;
  readonly prior: number;
  /** How much surer a purchase is than none. */
  readonly confidence: number;
  /** How much the logarithm of recent sales counts beside the score. */
  readonly sales: number;
}

const ROUNDS = 10;

/** Alternating least squares on who bought what (Hu, Koren & Volinsky, 2008); a buyer's factors are solved from what they bought. */
export function als(options: AlsOptions): Rival {
  const { size, prior, confidence, sales: weight } = options;
  return {
    name: `ALS, ${size} factors, prior ${prior}, confidence ${confidence}, sales × ${weight}`,
    fit: (sales) => {
      const { products, placeOf, buyers } = basketsOf(sales);
      const random = new Random('als');
      const bought: number[][] = products.map(() => []);
      for (const [buyer, own] of buyers.entries()) for (const place of own) bought[place]?.push(buyer);
      let items = products.map(() => Float64Array.from({ length: size }, () => 0.1 * (random.next() - 0.5)));
      const solver = (rows: readonly Float64Array[]) => leastSquares(rows, { size, prior, confidence });
      for (let round = 0; round < ROUNDS; round++) {
        const people = buyers.map(solver(items));
        items = bought.map(solver(people));
      }
      const solve = solver(items);
      const sold = recentSales(sales);
      return (given, country) => {
        const person = solve(given.flatMap((product) => placeOf.get(product) ?? []));
        const usual = sold(country);
        return items.map((item, place) => dot(item, person) + weight * (usual[place] ?? 0));
      };
    },
  };
}

/** Solves for one side's factors, given the other's and which of those it has to do with. */
function leastSquares(
  rows: readonly Float64Array[],
  { size, prior, confidence }: Pick<AlsOptions, 'size' | 'prior' | 'confidence'>,
): (own: readonly number[]) => Float64Array<ArrayBuffer> {
  const common = new Float64Array(size * size);
  const add = (matrix: Float64Array, row: Float64Array, factor: number): void => {
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        matrix[a * size + b] = (matrix[a * size + b] ?? 0) + factor * (row[a] ?? 0) * (row[b] ?? 0);
      }
    }
  };
  for (const row of rows) add(common, row, 1);
  for (let a = 0; a < size; a++) common[a * size + a] = (common[a * size + a] ?? 0) + prior;
  return (own) => {
    const matrix = common.slice();
    const right = new Float64Array(size);
    for (const place of own) {
      const row = rows[place];
      if (row === undefined) continue;
      add(matrix, row, confidence);
      for (let a = 0; a < size; a++) right[a] = (right[a] ?? 0) + (1 + confidence) * (row[a] ?? 0);
    }
    return solve(matrix, right, size);
  };
}

/** Gauss elimination; the matrix is positive definite, so that no pivot is nought. */
function solve(matrix: Float64Array, right: Float64Array<ArrayBuffer>, size: number): Float64Array<ArrayBuffer> {
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = (matrix[row * size + pivot] ?? 0) / (matrix[pivot * size + pivot] ?? 1);
      for (let at = pivot; at < size; at++) {
        matrix[row * size + at] = (matrix[row * size + at] ?? 0) - factor * (matrix[pivot * size + at] ?? 0);
      }
      right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0);
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row] ?? 0;
    for (let at = row + 1; at < size; at++) sum -= (matrix[row * size + at] ?? 0) * (right[at] ?? 0);
    right[row] = sum / (matrix[row * size + row] ?? 1);
  }
  return right;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
