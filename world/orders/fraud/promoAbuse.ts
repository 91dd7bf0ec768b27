import type { Random } from '../../random.ts';
import { inventAddress } from '../addresses.ts';
import { HOUR, MINUTE } from '../calendar.ts';
import { type Customer, inventDevice } from '../customer.ts';
import { draftOf } from '../draft.ts';
import { type Means, payHonestly } from '../payment.ts';
import type { Shelf } from '../shelf.ts';
import { type FraudAccount, type Spree, spreeTime, type TrueDraft } from './pattern.ts';

const MEANS: readonly Means[] = [
  { method: 'E_WALLET', card: null },
  { method: 'CASH_ON_DELIVERY', card: null },
  { method: 'BANK_TRANSFER', card: null },
];

/** The welcome voucher again and again: many new accounts on one device or two, one order each, mostly to one house. */
export function promoAbuse(rings: readonly (readonly Customer[])[], shelf: Shelf, random: Random): Spree {
  const orders: TrueDraft[] = [];
  const accounts: FraudAccount[] = [];
  for (const ring of rings) {
    const devices = [inventDevice(random), ...(random.chance(0.5) ? [inventDevice(random)] : [])];
    const country = ring[0]?.user.country ?? 'SG';
    const house = inventAddress('', country, random);
    let at = spreeTime(random);
    for (const customer of ring) {
      at += random.integer(10, 30 * 60) * MINUTE;
      const goods = shelf.articles.filter(
        ({ offeredAt, product, worth }) => offeredAt < at && product.price.currency.startsWith(country) && worth < 60,
      );
      if (goods.length === 0) continue;
      const article = random.weighted(goods.map((one) => [one, Math.exp(one.popularity)] as const));
      const address = random.chance(0.7)
        ? { ...house, recipient: customer.user.name }
        : inventAddress(customer.user.name, country, random);
      const means = random.pick(MEANS);
      const draft = draftOf(
        {
          userId: customer.user.id,
          placedAt: at,
          lines: [{ article, quantity: random.integer(1, 3) }],
          voucher: 'WELCOME10',
          address,
          deviceId: random.pick(devices),
          pay: (total) => payHonestly(at, total, means, random),
        },
        random,
      );
      orders.push({ draft, pattern: 'PROMO_ABUSE' });
      accounts.push({
        customer,
        registeredAt: at - random.integer(3, 90) * MINUTE - (random.chance(0.2) ? 20 * HOUR : 0),
      });
    }
  }
  return { orders, accounts };
}
