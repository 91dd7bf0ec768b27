import { expect, test } from 'vitest';
import { wilsonInterval } from '../../kit/model/quality/wilsonInterval.ts';
import { expectedCalibrationError, fitTemperature, type Judged } from './calibration.ts';

/** 100 predictions with the same log odds, of which so many are right. */
function judged(logit: number, right: number): Judged[] {
  return Array.from({ length: 100 }, (_, index): Judged => ({ logit, label: index < right ? 1 : 0 }));
}

test('the Wilson interval is the published one, also where nothing or everything succeeded', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 0 of 20, 29 of 29
  const rounded = (successes: number, n: number) =>
    wilsonInterval(successes, n).map((bound) => Number(bound.toFixed(4)));
  expect(rounded(81, 263)).toEqual([0.2553, 0.3662]);
  expect(rounded(0, 20)).toEqual([0, 0.1611]);
  expect(rounded(29, 29)).toEqual([0.883, 1]);
});

test('confidence that is right as often as it says has no calibration error', () => {
  const odds = Math.log(0.8 / 0.2);
  expect(expectedCalibrationError(judged(odds, 80), 1)).toBeCloseTo(0, 10);
  expect(expectedCalibrationError(judged(odds, 60), 1)).toBeCloseTo(0.2, 10);
});

test('the temperature makes overconfident predictions honest', () => {
  const overconfident = judged(4, 90);
  const temperature = fitTemperature(overconfident);
  expect(temperature).toBeCloseTo(4 / Math.log(0.9 / 0.1), 5);
  expect(expectedCalibrationError(overconfident, temperature)).toBeCloseTo(0, 5);
});
