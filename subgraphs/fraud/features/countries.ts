import type { Currency } from '../../../kit/money.ts';

interface Country {
  readonly currency: Currency;
  /** Of its clocks, where most people live. */
  readonly hoursAheadOfUtc: number;
}

/** Where the shop sends things. */
const COUNTRIES: ReadonlyMap<string, Country> = new Map<string, Country>([
  ['ID', { currency: 'IDR', hoursAheadOfUtc: 7 }],
  ['MY', { currency: 'MYR', hoursAheadOfUtc: 8 }],
  ['PH', { currency: 'PHP', hoursAheadOfUtc: 8 }],
  ['SG', { currency: 'SGD', hoursAheadOfUtc: 8 }],
  ['TH', { currency: 'THB', hoursAheadOfUtc: 7 }],
  ['VN', { currency: 'VND', hoursAheadOfUtc: 7 }],
]);

/** The hour of the day there, 0 to 23; null for a country that the shop does not know. */
export function localHour(at: number, country: string): number | null {
  const known = COUNTRIES.get(country);
  return known === undefined ? null : new Date(at + known.hoursAheadOfUtc * 3_600_000).getUTCHours();
}

/** What people pay in there; null for a country that the shop does not know. */
export function ownCurrency(country: string): Currency | null {
  return COUNTRIES.get(country)?.currency ?? null;
}
