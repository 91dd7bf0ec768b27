import type { Random } from '../../random.ts';
import type { BasketLine } from '../basket.ts';
import { DAY, WORLD_BEGIN, WORLD_NOW } from '../calendar.ts';
import type { Customer } from '../customer.ts';
import type { Draft } from '../order.ts';
import type { Shelf } from '../shelf.ts';

export type FraudPattern = 'STOLEN_CARD' | 'ACCOUNT_TAKEOVER' | 'PROMO_ABUSE' | 'REFUND_ABUSE' | 'CARD_TESTING';

/** An order with what it truly is: null is honest. */
export interface TrueDraft {
  readonly draft: Draft;
  readonly pattern: FraudPattern | null;
}

/** An account that was opened for fraud. */
export interface FraudAccount {
  readonly customer: Customer;
  readonly registeredAt: number;
}

export interface Spree {
  readonly orders: readonly TrueDraft[];
  readonly accounts: readonly FraudAccount[];
}

/** When a spree begins: not before the shop has customers. */
export function spreeTime(random: Random): number {
  const from = WORLD_BEGIN + 120 * DAY;
  return from + Math.floor(random.next() * ((WORLD_NOW - 2 * DAY - from) / 1_000)) * 1_000;
}

/** Costly goods that are sold on at once, of one currency; `most` of one of them. */
export function lootFrom(shelf: Shelf, currency: string, at: number, most: number, random: Random): BasketLine[] {
  const loot = shelf.articles.filter(
    ({ resold, offeredAt, product }) => resold && offeredAt < at && product.price.currency === currency,
  );
  if (loot.length === 0) return [];
  const first = random.weighted(loot.map((article) => [article, article.worth] as const));
  const lines = [{ article: first, quantity: random.integer(1, most) }];
  const second = random.pick(loot);
  return second === first || random.chance(0.6) ? lines : [...lines, { article: second, quantity: 1 }];
}

/** The currency of a country's goods, or of another's. */
export function currencyFor({ user }: Customer, shelf: Shelf, random: Random): string {
  const all = [...new Set(shelf.articles.map(({ product }) => product.price.currency))];
  const home = all.find((currency) => currency.startsWith(user.country));
  return home !== undefined && random.chance(0.75) ? home : random.pick(all);
}
