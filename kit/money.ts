/** The currencies of the shop, as the islands' schemas have them. */
export const CURRENCIES = ['IDR', 'MYR', 'PHP', 'SGD', 'THB', 'VND'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Decimals that prices carry. ISO 4217 gives the rupiah two; no price in Indonesia has used them for decades. */
const DECIMALS: Readonly<Record<Currency, number>> = { IDR: 0, MYR: 2, PHP: 2, SGD: 2, THB: 2, VND: 0 };

const WHOLE_DIGITS = 12;

/** The amount in the currency's smallest priced unit, as digits; null where it is no positive amount of that currency. */
export function toMinorUnits(amount: string, currency: Currency): string | null {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const decimals = DECIMALS[currency];
  if (whole === undefined || whole.length > WHOLE_DIGITS || fraction.length > decimals) return null;
  const minor = BigInt(whole + fraction.padEnd(decimals, '0'));
  return minor > 0n ? minor.toString() : null;
}

/** The amount in the currency's main unit, with exactly its decimals: `1290`, SGD → `12.90`. */
export function fromMinorUnits(minor: string, currency: Currency): string {
  const decimals = DECIMALS[currency];
  if (decimals === 0) return minor;
  const digits = minor.padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** What `toMinorUnits` wants of an amount, in words that follow "expected". */
export function expectedAmount(currency: Currency): string {
  const decimals = DECIMALS[currency];
  const form = decimals === 0 ? 'a whole number' : `a number with at most ${decimals} decimals`;
  return `${form} of ${currency}, more than 0 and of at most ${WHOLE_DIGITS} digits before the point, written as text`;
}
