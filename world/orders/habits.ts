import type { Price } from '../money.ts';
import { products } from '../products.ts';
import { Random } from '../random.ts';
import { statedOwnership } from '../reviews/slots.ts';
import type { Review } from '../reviews.ts';
import { inventAddress } from './addresses.ts';
import { Buyer } from './basket.ts';
import { DAY, demandSince, HOUR, MINUTE, orderTime, seasonOf, WORLD_NOW } from './calendar.ts';
import { type Customer, cashShare, inventDevice } from './customer.ts';
import { draftOf, type Voucher } from './draft.ts';
import type { Address, Draft } from './order.ts';
import { type Means, payHonestly, settle } from './payment.ts';
import type { Article, Shelf } from './shelf.ts';

const NEW_DEVICE = 0.03;
const MOVES = 0.006;
const GIFT = 0.04;
const SHARES_DEVICE = 0.05;
const USES_WELCOME = 0.55;
const USES_MEGA = 0.3;
/** How often an honest customer gets the money back without sending anything back. */
const REFUNDED_AS_IT_IS = 0.004;

interface Occasion {
  readonly at: number;
  /** What they came for, where a review tells of it. */
  readonly first?: Article;
  readonly hereBy?: number;
}

/**
 * All honest orders of a customer, oldest first: those that their reviews tell of, and as many as they place by habit.
 * `neighbour` is the user whose device they may share.
 */
export function ordersOf(customer: Customer, reviews: readonly Review[], shelf: Shelf, neighbour: string): Draft[] {
  const random = new Random(`orders ${customer.user.id}`);
  const buyer = new Buyer(customer, shelf);
  const state = {
    address: customer.address,
    device: deviceOf(random.chance(SHARES_DEVICE) ? neighbour : customer.user.id),
    usual: chooseMeans(customer, random),
  };
  const orders: Draft[] = [];
  for (const { at, first, hereBy } of occasionsOf(customer, reviews, shelf, random)) {
    if (random.chance(NEW_DEVICE)) state.device = inventDevice(random);
    if (random.chance(MOVES)) state.address = inventAddress(customer.user.name, customer.user.country, random);
    const lines = buyer.fill(at, random, first);
    if (lines.length === 0) continue;
    const abroad = !lines[0]?.article.product.price.currency.startsWith(customer.user.country);
    const means = withoutCash(random.chance(0.85) ? state.usual : chooseMeans(customer, random), abroad, customer);
    const draft = draftOf(
      {
        userId: customer.user.id,
        placedAt: at,
        lines,
        voucher: voucherFor(at, orders.length === 0, customer, random),
        address: random.chance(GIFT) ? giftTo(customer, random) : state.address,
        deviceId: state.device,
        pay: (total: Price) =>
          hereBy === undefined ? payHonestly(at, total, means, random) : paySurely(at, total, means, random),
        ...(hereBy !== undefined && { hereBy }),
      },
      random,
    );
    const refunded = draft.status === 'DELIVERED' && hereBy === undefined && random.chance(REFUNDED_AS_IT_IS);
    orders.push(refunded ? { ...draft, payments: settle(draft.payments, 'refunded') } : draft);
  }
  return orders;
}

/** The device that a user began with. */
export function deviceOf(userId: string): string {
  return inventDevice(new Random(`device ${userId}`));
}

function occasionsOf(
  customer: Customer,
  reviews: readonly Review[],
  shelf: Shelf,
  random: Random,
): readonly Occasion[] {
  const { registeredAt, ordersPerYear, user } = customer;
  const told = reviews.map((review) => occasionOf(review, shelf, random));
  const habit = poisson((ordersPerYear / 365) * demandSince(registeredAt, user.country), random);
  const free = Array.from({ length: habit }, (_, index): Occasion => {
    // Most register because they want something now.
    const now = index === 0 && told.length === 0 && random.chance(0.6);
    const at = now ? registeredAt + random.integer(2, 90) * MINUTE : orderTime(registeredAt, user.country, random);
    return { at };
  });
  return [...told, ...free].filter(({ at }) => at < WORLD_NOW).sort((a, b) => a.at - b.at);
}

/** The order that a review tells of: early enough that its writer had the thing for as long as the text says. */
function occasionOf({ productId, createdAt, body }: Review, shelf: Shelf, random: Random): Occasion {
  const first = shelf.articles[products.findIndex(({ id }) => id === productId)];
  if (!first) throw new RangeError(`A review is of a product of the world; got ${productId}.`);
  const hereBy = createdAt.getTime() - Math.max(1, statedOwnership(body)) * DAY;
  const earliest = first.offeredAt + HOUR;
  const latest = Math.max(earliest, hereBy - (2 + 8 * random.next()) * DAY);
  const spread = Math.min(latest - earliest, 45 * DAY);
  const at = Math.floor((latest - spread * random.next() * random.next()) / 1_000) * 1_000;
  return { at, first, hereBy };
}

function chooseMeans({ user, cards }: Customer, random: Random): Means {
  const method = random.chance(cashShare(user.country))
    ? 'CASH_ON_DELIVERY'
    : random.weighted<Means['method']>([
        ['CARD', 55],
        ['E_WALLET', 32],
        ['BANK_TRANSFER', 13],
      ]);
  return { method, card: method === 'CARD' ? random.pick(cards) : null };
}

/** Nobody takes cash at the door for what comes from abroad. */
function withoutCash(means: Means, abroad: boolean, { cards: [card] }: Customer): Means {
  return abroad && means.method === 'CASH_ON_DELIVERY' ? { method: 'CARD', card } : means;
}

/** Pays like others, again and again until it works: the goods are known to have come. */
function paySurely(at: number, total: Price, means: Means, random: Random): ReturnType<typeof payHonestly> {
  for (;;) {
    const attempts = payHonestly(at, total, means, random);
    if (attempts.at(-1)?.status !== 'FAILED') return attempts;
  }
}

function voucherFor(at: number, first: boolean, { user }: Customer, random: Random): Voucher | null {
  if (first && random.chance(USES_WELCOME)) return 'WELCOME10';
  return seasonOf(at, user.country).demand > 2 && random.chance(USES_MEGA) ? 'MEGA5' : null;
}

function giftTo({ user }: Customer, random: Random): Address {
  const [given = user.name] = user.name.split(' ').toReversed();
  return inventAddress(given, user.country, random);
}

/** Knuth's way; `mean` up to some hundreds. */
function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count += 1;
  return count;
}
