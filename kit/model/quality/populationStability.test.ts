import { expect, test } from 'vitest';
import { jensenShannon } from './jensenShannon.ts';
import { populationStability } from './populationStability.ts';

test('the same shares have no instability and no divergence', () => {
  expect(populationStability([100, 300, 600], [1_000, 3_000, 6_000])).toEqual({ psi: 0, significant: false });
  expect(jensenShannon([100, 300, 600], [1_000, 3_000, 6_000])).toBe(0);
});

test('large samples have the index that the shares have', () => {
  // (0.75 − 0.5) ln (0.75 / 0.5) + (0.25 − 0.5) ln (0.25 / 0.5) = 0.2747
  const { psi, significant } = populationStability([7_500_000, 2_500_000], [5_000_000, 5_000_000]);
  expect(psi).toBeCloseTo(0.2747, 4);
  expect(significant).toBe(true);
});

test('what chance is expected to add is taken off, for the bins that are not empty in both', () => {
  const psiOf = (now: number[], before: number[]): number => populationStability(now, before).psi;
  const [now, before] = [
    [260, 240],
    [200, 100],
  ];
  expect(psiOf([...now, 0, 0], [...before, 0, 0])).toBe(psiOf(now, before));
  // Smoothed shares of 260.5 / 501 and 200.5 / 301: 0.0893, less (2 − 1)(1/500 + 1/300).
  expect(psiOf(now, before)).toBeCloseTo(0.0893 - 0.0053, 3);
});

test('bins that are almost empty in both count as one', () => {
  const [now, before] = [
    [240, 255, 1, 0, 4],
    [480, 500, 0, 9, 10],
  ];
  expect(populationStability(now, before)).toEqual(populationStability([240, 255, 5], [480, 500, 19]));
});

test('a large index of small samples is not significant, of larger ones it is', () => {
  expect(populationStability([14, 6], [8, 12])).toMatchObject({ psi: expect.closeTo(0.25, 1), significant: false });
  expect(populationStability([1_400, 600], [800, 1_200])).toMatchObject({ significant: true });
});

test('items where the baseline has none are finite, and the largest divergence is 1', () => {
  const { psi, significant } = populationStability([0, 500], [3_000, 0]);
  expect(psi).toBeGreaterThan(10);
  expect(psi).toBeLessThan(20);
  expect(significant).toBe(true);
  expect(jensenShannon([0, 500], [3_000, 0])).toBe(1);
});

test('one bin in common is all there is to compare', () => {
  expect(populationStability([0, 500], [0, 3_000])).toEqual({ psi: 0, significant: false });
});

test('the divergence is that of the definition', () => {
  // ½ Σ p log₂(p / m) + ½ Σ q log₂(q / m) for p = (½, ½, 0), q = (0, ½, ½)
  expect(jensenShannon([50, 50, 0], [0, 10, 10])).toBeCloseTo(0.5, 10);
});
