import { Random } from '../random.ts';
import { DAY, WORLD_NOW } from './calendar.ts';
import type { Customer } from './customer.ts';
import { accountTakeovers } from './fraud/accountTakeovers.ts';
import { cardTesting } from './fraud/cardTesting.ts';
import type { FraudAccount, TrueDraft } from './fraud/pattern.ts';
import { promoAbuse } from './fraud/promoAbuse.ts';
import { stolenCards } from './fraud/stolenCards.ts';
import type { Draft } from './order.ts';
import { settle } from './payment.ts';
import type { Shelf } from './shelf.ts';

const STOLEN_CARD_ACCOUNTS = 36;
const TAKEN_OVER = 30;
const CARD_TESTING_ACCOUNTS = 16;
const RINGS = 7;
const RING_SIZE = [5, 12] as const;
/** How often somebody who abuses refunds does it to an order of some worth, and how often the shop gives in. */
const ABUSED = 0.4;
const WORTH_ABUSING = 30;
const REFUNDED = 0.6;

/** Who of the customers is no customer, and whose account is taken over. */
export interface Cast {
  readonly stolenCards: readonly Customer[];
  readonly cardTesting: readonly Customer[];
  readonly rings: readonly (readonly Customer[])[];
  readonly victims: readonly Customer[];
}

/** `candidates`: those who could be anything, having written nothing and being in no story. */
export function castFraud(candidates: readonly Customer[]): Cast {
  const random = new Random('fraud cast');
  const left = random.shuffled(candidates.filter(({ abusesRefunds }) => !abusesRefunds));
  const rings = Array.from({ length: RINGS }, () => {
    const [first] = left.splice(0, 1);
    const ring = first ? [first] : [];
    const size = random.integer(...RING_SIZE);
    // A ring is at home in one country.
    for (let index = 0; index < left.length && ring.length < size; ) {
      const next = left[index];
      if (next && next.user.country === first?.user.country) ring.push(...left.splice(index, 1));
      else index += 1;
    }
    return ring;
  });
  return {
    rings,
    stolenCards: left.splice(0, STOLEN_CARD_ACCOUNTS),
    cardTesting: left.splice(0, CARD_TESTING_ACCOUNTS),
    victims: left
      .filter(({ registeredAt, ordersPerYear }) => registeredAt < WORLD_NOW - 120 * DAY && ordersPerYear > 4)
      .slice(0, TAKEN_OVER),
  };
}

/** The orders of everybody who opened an account to cheat or took one over. */
export function fraudulentOrders(
  cast: Cast,
  shelf: Shelf,
): { readonly orders: readonly TrueDraft[]; readonly accounts: readonly FraudAccount[] } {
  const sprees = [
    stolenCards(cast.stolenCards, shelf, new Random('stolen cards')),
    promoAbuse(cast.rings, shelf, new Random('promo abuse')),
    cardTesting(cast.cardTesting, shelf, new Random('card testing')),
    { orders: accountTakeovers(cast.victims, shelf, new Random('account takeovers')), accounts: [] },
  ];
  return { orders: sprees.flatMap(({ orders }) => orders), accounts: sprees.flatMap(({ accounts }) => accounts) };
}

/** Ordinary orders of somebody who abuses refunds: some of some worth are said never to have come. */
export function abuseRefunds(
  customer: Customer,
  drafts: readonly Draft[],
  worthOf: (draft: Draft) => number,
): TrueDraft[] {
  const random = new Random(`refunds ${customer.user.id}`);
  return drafts.map((draft): TrueDraft => {
    const abused = draft.status === 'DELIVERED' && worthOf(draft) > WORTH_ABUSING && random.chance(ABUSED);
    if (!abused) return { draft, pattern: null };
    const payments = random.chance(REFUNDED) ? settle(draft.payments, 'refunded') : draft.payments;
    return { draft: { ...draft, payments }, pattern: 'REFUND_ABUSE' };
  });
}
