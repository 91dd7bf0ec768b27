import type { Random } from '../../random.ts';
import { inventAddress } from '../addresses.ts';
import { DAY, MINUTE, WORLD_NOW } from '../calendar.ts';
import { type Customer, inventDevice } from '../customer.ts';
import { draftOf } from '../draft.ts';
import { attempt, type Means, payHonestly } from '../payment.ts';
import type { Shelf } from '../shelf.ts';
import { currencyFor, lootFrom, type TrueDraft } from './pattern.ts';

/** Accounts of others: an old customer's means, but a new device, a new address and what sells on. */
export function accountTakeovers(victims: readonly Customer[], shelf: Shelf, random: Random): TrueDraft[] {
  return victims.flatMap((customer) => {
    const since = customer.registeredAt + 60 * DAY;
    if (since > WORLD_NOW - 2 * DAY) return [];
    const begins = since + Math.floor(random.next() * ((WORLD_NOW - DAY - since) / 1_000)) * 1_000;
    const device = inventDevice(random);
    const address = inventAddress(
      random.chance(0.6) ? customer.user.name : 'Receiving Desk',
      customer.user.country,
      random,
    );
    const [card] = customer.cards;
    const means: Means = random.chance(0.7) ? { method: 'CARD', card } : { method: 'E_WALLET', card: null };
    const found: TrueDraft[] = [];
    for (let at = begins, left = random.integer(1, 2); left > 0; left -= 1, at += random.integer(3, 90) * MINUTE) {
      const lines = lootFrom(shelf, currencyFor(customer, shelf, random), at, 2, random);
      if (lines.length === 0) continue;
      const draft = draftOf(
        {
          userId: customer.user.id,
          placedAt: at,
          lines,
          voucher: null,
          address,
          deviceId: device,
          pay: (total) =>
            random.chance(0.12)
              ? [attempt(at + MINUTE, total, means, 'AUTHENTICATION_FAILED')]
              : payHonestly(at, total, means, random),
        },
        random,
      );
      found.push({ draft, pattern: 'ACCOUNT_TAKEOVER' });
    }
    return found;
  });
}
