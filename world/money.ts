export type Currency = 'IDR' | 'MYR' | 'PHP' | 'SGD' | 'THB' | 'VND';

/** As a price tag says it: the currency, then the amount with the decimals that prices in it carry. */
export type PriceTag = `${Currency} ${number}`;

export interface Price {
  /** Decimal text, such as `12.90` or `189000`. */
  readonly amount: string;
  readonly currency: Currency;
}

const CURRENCIES: ReadonlySet<string> = new Set<Currency>(['IDR', 'MYR', 'PHP', 'SGD', 'THB', 'VND']);

function isCurrency(text: string): text is Currency {
  return CURRENCIES.has(text);
}

/** @throws RangeError for a tag in no currency of the world. */
export function readPriceTag(tag: PriceTag): Price {
  const currency = tag.slice(0, 3);
  if (!isCurrency(currency)) throw new RangeError(`A price tag starts with a currency of the world; got ${tag}.`);
  return { amount: tag.slice(4), currency };
}

const DECIMALS: Readonly<Record<Currency, number>> = { IDR: 0, MYR: 2, PHP: 2, SGD: 2, THB: 2, VND: 0 };

/** In the currency's smallest priced unit: cents, sen, satang; whole rupiah and dong. */
export function minorUnits({ amount }: Price): number {
  return Number(amount.replace('.', ''));
}

/** `minor` is a whole number of the currency's smallest priced unit. */
export function priceOf(minor: number, currency: Currency): Price {
  const decimals = DECIMALS[currency];
  return { amount: (minor / 10 ** decimals).toFixed(decimals), currency };
}

/** What one unit of a currency is worth in Singapore dollars, roughly and always: to compare prices, never to convert them. */
const WORTH: Readonly<Record<Currency, number>> = {
  IDR: 1 / 12_500,
  MYR: 0.3,
  PHP: 0.0225,
  SGD: 1,
  THB: 0.04,
  VND: 1 / 20_000,
};

/** About how many Singapore dollars a price is worth. */
export function worthOf({ amount, currency }: Price): number {
  return Number(amount) * WORTH[currency];
}
