import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factorise, gramOf, plus, ridged, solveLower, solveUpper } from './symmetric.ts';

const SIZE = 5;
const number = fc.double({ min: -10, max: 10, noNaN: true });
const vector = fc.array(number, { minLength: SIZE, maxLength: SIZE }).map((values) => Float64Array.from(values));
const vectors = fc.array(vector, { minLength: 1, maxLength: 11 });
const at = (matrix: readonly Float64Array[], row: number, column: number): number =>
  (row >= column ? matrix[row]?.[column] : matrix[column]?.[row]) ?? 0;

test('the products of all pairs are summed over vectors, however many', () => {
  fc.assert(
    fc.property(vectors, (given) => {
      const gram = gramOf(given);
      for (let row = 0; row < SIZE; row++) {
        for (let column = 0; column < SIZE; column++) {
          const wanted = given.reduce((sum, one) => sum + (one[row] ?? 0) * (one[column] ?? 0), 0);
          expect(at(gram, row, column)).toBeCloseTo(wanted, 8);
        }
      }
    }),
  );
});

test('what is solved fits the matrix', () => {
  fc.assert(
    fc.property(vectors, vector, (given, wanted) => {
      const matrix = ridged(plus(gramOf(given), gramOf([Float64Array.from({ length: SIZE }, () => 1)]), 1), 1);
      const factor = factorise(matrix);
      const solved = solveUpper(factor, solveLower(factor, wanted));
      for (let row = 0; row < SIZE; row++) {
        const product = solved.reduce((sum, value, column) => sum + value * at(matrix, row, column), 0);
        expect(product).toBeCloseTo(wanted[row] ?? 0, 6);
      }
    }),
  );
});
