import type { Price } from '../money.ts';
import type { Random } from '../random.ts';
import { MINUTE } from './calendar.ts';
import type { Card } from './customer.ts';
import type { PaymentAttempt, PaymentFailure, PaymentMethod } from './order.ts';

/** How often an honest attempt fails, by method. */
const FAILS: Readonly<Record<PaymentMethod, number>> = {
  CARD: 0.06,
  E_WALLET: 0.03,
  BANK_TRANSFER: 0.04,
  CASH_ON_DELIVERY: 0,
};
/** How often somebody tries again after a failure, each time. */
const TRIES_AGAIN = 0.8;

const HONEST_FAILURES: readonly (readonly [PaymentFailure, number])[] = [
  ['INSUFFICIENT_FUNDS', 34],
  ['AUTHENTICATION_FAILED', 26],
  ['DECLINED_BY_ISSUER', 18],
  ['TIMED_OUT', 12],
  ['WRONG_SECURITY_CODE', 7],
  ['EXPIRED_CARD', 3],
];

export interface Means {
  readonly method: PaymentMethod;
  /** Null unless the method is a card. */
  readonly card: Card | null;
}

/** One attempt; `failure` null means that the money came, or for cash that it is still to come. */
export function attempt(at: number, amount: Price, means: Means, failure: PaymentFailure | null): PaymentAttempt {
  const pending = means.method === 'CASH_ON_DELIVERY';
  return {
    at: new Date(at),
    method: means.method,
    cardBrand: means.card?.brand ?? null,
    lastFour: means.card?.lastFour ?? null,
    amount,
    status: failure !== null ? 'FAILED' : pending ? 'PENDING' : 'SUCCEEDED',
    failure,
  };
}

/** How an honest customer pays: mostly at once, sometimes after a failure or two, seldom not at all. */
export function payHonestly(placedAt: number, amount: Price, means: Means, random: Random): PaymentAttempt[] {
  const attempts: PaymentAttempt[] = [];
  for (let at = placedAt + random.integer(5, 90) * 1_000; ; at += random.integer(20, 400) * 1_000) {
    const fails = random.chance(FAILS[means.method]);
    attempts.push(attempt(at, amount, means, fails ? random.weighted(HONEST_FAILURES) : null));
    if (!fails || !random.chance(TRIES_AGAIN)) return attempts;
  }
}

/** When the last attempt was made, or the order if there was none. */
export function paidAt(placedAt: number, attempts: readonly PaymentAttempt[]): number {
  return (attempts.at(-1)?.at.getTime() ?? placedAt) + MINUTE / 2;
}

/** What becomes of the money: cash was paid at the door, all was given back, or the order ended before it was delivered. */
export type Outcome = 'delivered' | 'refunded' | 'called off';

const AFTER: Readonly<Record<Outcome, Readonly<Partial<Record<PaymentAttempt['status'], PaymentAttempt['status']>>>>> =
  {
    delivered: { PENDING: 'SUCCEEDED' },
    refunded: { PENDING: 'REFUNDED', SUCCEEDED: 'REFUNDED' },
    'called off': { PENDING: 'VOIDED', SUCCEEDED: 'REFUNDED' },
  };

export function settle(attempts: readonly PaymentAttempt[], outcome: Outcome): readonly PaymentAttempt[] {
  const after = AFTER[outcome];
  if (!attempts.some(({ status }) => after[status])) return attempts;
  return attempts.map((one) => ({ ...one, status: after[one.status] ?? one.status }));
}
