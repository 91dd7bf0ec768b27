import type { Price } from '../../money.ts';
import type { Random } from '../../random.ts';
import { HOUR, MINUTE } from '../calendar.ts';
import { type Customer, inventCard, inventDevice } from '../customer.ts';
import { draftOf } from '../draft.ts';
import type { PaymentAttempt, PaymentFailure } from '../order.ts';
import { attempt } from '../payment.ts';
import type { Shelf } from '../shelf.ts';
import { type Spree, spreeTime, type TrueDraft } from './pattern.ts';

const FAILURES: readonly PaymentFailure[] = ['WRONG_SECURITY_CODE', 'DECLINED_BY_ISSUER', 'EXPIRED_CARD'];

/** Lists of stolen numbers are tried out on cheap goods: many failures within minutes, seldom a success. */
export function cardTesting(accounts: readonly Customer[], shelf: Shelf, random: Random): Spree {
  const orders: TrueDraft[] = [];
  const opened = accounts.map((customer) => {
    const begins = spreeTime(random);
    const device = inventDevice(random);
    for (let at = begins, left = random.integer(1, 3); left > 0; left -= 1, at += random.integer(3, 40) * MINUTE) {
      const cheap = shelf.articles
        .filter(({ offeredAt, product }) => offeredAt < at && product.price.currency.startsWith(customer.user.country))
        .sort((a, b) => a.worth - b.worth)
        .slice(0, 6);
      if (cheap.length === 0) continue;
      const draft = draftOf(
        {
          userId: customer.user.id,
          placedAt: at,
          lines: [{ article: random.pick(cheap), quantity: 1 }],
          voucher: null,
          address: customer.address,
          deviceId: device,
          pay: (total) => tryOut(at, total, random),
        },
        random,
      );
      orders.push({ draft, pattern: 'CARD_TESTING' });
    }
    return {
      customer,
      registeredAt: begins - random.integer(5, 3_000) * MINUTE - (random.chance(0.2) ? 400 * HOUR : 0),
    };
  });
  return { orders, accounts: opened };
}

function tryOut(placedAt: number, total: Price, random: Random): PaymentAttempt[] {
  const attempts: PaymentAttempt[] = [];
  const failures = random.integer(3, 14);
  let at = placedAt + 5_000;
  for (let left = failures; left > 0; left -= 1, at += random.integer(4, 50) * 1_000) {
    attempts.push(attempt(at, total, { method: 'CARD', card: inventCard(random) }, random.pick(FAILURES)));
  }
  if (random.chance(0.35)) attempts.push(attempt(at, total, { method: 'CARD', card: inventCard(random) }, null));
  return attempts;
}
