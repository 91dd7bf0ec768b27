import type { Currency } from '../../../kit/money.ts';

/** What one unit is worth in Singapore dollars, roughly and always: amounts are compared, nothing is converted. */
const WORTH: Readonly<Record<Currency, number>> = {
  IDR: 1 / 12_500,
  MYR: 0.3,
  PHP: 0.0225,
  SGD: 1,
  THB: 0.04,
  VND: 1 / 20_000,
};

/** To the cent, so that the same amount is the same number wherever it is computed. */
export function inDollars({ amount, currency }: { readonly amount: string; readonly currency: Currency }): number {
  return Math.round(Number(amount) * WORTH[currency] * 100) / 100;
}
