import { Random } from '../../world/random.ts';

const RESAMPLES = 5_000;

export interface Estimate {
  readonly value: number;
  /** 95%. */
  readonly interval: readonly [low: number, high: number];
}

/**
 * The mean, with a percentile bootstrap interval: values are drawn again, with the same seed each time. Of differences
 * between two ways to answer the same questions it is the paired interval.
 */
export function bootstrapMean(values: readonly number[]): Estimate {
  const random = new Random('bootstrap');
  const means = Float64Array.from({ length: RESAMPLES }, () =>
    mean(Array.from(values, () => values[random.integer(0, values.length - 1)] ?? Number.NaN)),
  ).sort();
  const at = (share: number): number => means[Math.floor(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { value: mean(values), interval: [at(0.025), at(0.975)] };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which so large a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
}
