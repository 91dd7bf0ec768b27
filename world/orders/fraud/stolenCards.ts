import type { Price } from '../../money.ts';
import type { Random } from '../../random.ts';
import { inventAddress } from '../addresses.ts';
import { Buyer } from '../basket.ts';
import { DAY, HOUR, MINUTE } from '../calendar.ts';
import { type Customer, inventCard, inventDevice } from '../customer.ts';
import { draftOf } from '../draft.ts';
import type { PaymentAttempt, PaymentFailure } from '../order.ts';
import { attempt } from '../payment.ts';
import type { Shelf } from '../shelf.ts';
import { currencyFor, lootFrom, type Spree, spreeTime, type TrueDraft } from './pattern.ts';

const SUBTLE = 0.25;
const DECLINED = 0.15;
const FAILURES: readonly PaymentFailure[] = ['DECLINED_BY_ISSUER', 'INSUFFICIENT_FUNDS', 'WRONG_SECURITY_CODE'];

/** Cards of others: several orders in hours, costly goods, an account of days, an address where nobody lives. A quarter hides better. */
export function stolenCards(accounts: readonly Customer[], shelf: Shelf, random: Random): Spree {
  const gangs = Array.from({ length: 9 }, () => ({ device: inventDevice(random), drops: new Map<string, string>() }));
  const orders: TrueDraft[] = [];
  const opened = accounts.map((customer) => {
    const begins = spreeTime(random);
    const aged = random.chance(0.3);
    const registeredAt = begins - (aged ? random.integer(10, 60) * DAY : random.integer(1, 70) * HOUR);
    const subtle = random.chance(SUBTLE);
    const gang = random.pick(gangs);
    const { country } = customer.user;
    const town = gang.drops.get(country) ?? inventAddress('', country, random).town;
    gang.drops.set(country, town);
    const address = subtle ? customer.address : inventAddress(customer.user.name, country, random, town);
    const device = !subtle && random.chance(0.5) ? gang.device : inventDevice(random);
    const count = subtle ? 1 : random.integer(1, 5);
    const buyer = new Buyer(customer, shelf);
    for (let at = begins, placed = 0; placed < count; placed += 1, at += random.integer(4, 200) * MINUTE) {
      const loot = lootFrom(shelf, currencyFor(customer, shelf, random), at, 3, random);
      const lines = subtle || loot.length === 0 ? buyer.fill(at, random) : loot;
      if (lines.length === 0) continue;
      const pay = (total: Price) => payWithCards(at, total, random);
      const plan = { userId: customer.user.id, placedAt: at, lines, voucher: null, address, deviceId: device, pay };
      const declined = random.chance(DECLINED);
      orders.push({
        draft: draftOf(declined ? { ...plan, verdict: 'decline' } : plan, random),
        pattern: 'STOLEN_CARD',
      });
    }
    return { customer, registeredAt };
  });
  return { orders, accounts: opened };
}

/** One card after the other until one works, or their number is up. */
function payWithCards(placedAt: number, total: Price, random: Random): PaymentAttempt[] {
  const attempts: PaymentAttempt[] = [];
  for (let at = placedAt + random.integer(5, 60) * 1_000; ; at += random.integer(15, 120) * 1_000) {
    const fails = random.chance(0.35);
    attempts.push(
      attempt(at, total, { method: 'CARD', card: inventCard(random) }, fails ? random.pick(FAILURES) : null),
    );
    if (!fails || attempts.length === 4) return attempts;
  }
}
