import { DAY } from '../learn/purchases.ts';

/** The time that something is measured on; what came before `from` was learned from. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** On which choices were made. */
export const DEV: Span = { from: Date.UTC(2026, 8, 20), until: Date.UTC(2026, 9, 20) };
/** The held-out one, with the sale of 11.11 in it. */
export const TEST: Span = { from: DEV.until, until: Date.UTC(2026, 10, 20) };

export const days = ({ from, until }: Span): string =>
  `${new Date(from).toISOString().slice(0, 10)} to ${new Date(until - DAY).toISOString().slice(0, 10)}`;
