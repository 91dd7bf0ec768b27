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
