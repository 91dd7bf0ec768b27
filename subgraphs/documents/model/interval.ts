import { Random } from '../../../world/random.ts';

const RESAMPLES = 2_000;

/** 95% interval by the percentiles of resampled test sets (Efron, 1979); seeded, so that it is the same each time. */
export function bootstrap<Item>(items: readonly Item[], figure: (items: readonly Item[]) => number): [number, number] {
  const random = new Random('test set');
  const values = Array.from({ length: RESAMPLES }, () => figure(items.map(() => random.pick(items)))).sort(
    (a, b) => a - b,
  );
  return [digits(values[Math.floor(RESAMPLES * 0.025)] ?? 0), digits(values[Math.floor(RESAMPLES * 0.975)] ?? 0)];
}

/** To as many digits as a manifest has. */
export function digits(value: number): number {
  return Number(value.toFixed(4));
}
