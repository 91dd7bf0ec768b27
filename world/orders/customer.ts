import { type CategoryId, categories } from '../categories.ts';
import { Random } from '../random.ts';
import type { CountryCode } from '../users/countries.ts';
import type { User } from '../users.ts';
import { inventAddress } from './addresses.ts';
import { DAY, WORLD_BEGIN, WORLD_NOW } from './calendar.ts';
import type { Address, CardBrand } from './order.ts';
import type { Setting } from './setting.ts';
import { normal, STYLES } from './shelf.ts';

/** A card as the shop knows it. */
export interface Card {
  readonly brand: CardBrand;
  readonly lastFour: string;
}

/** A person as a buyer. What nobody but the simulator knows is marked latent. */
export interface Customer {
  readonly user: User;
  readonly registeredAt: number;
  readonly address: Address;
  readonly cards: readonly [Card, ...Card[]];
  /** Latent: the logarithm of how much they like each category, 0 on average. */
  readonly taste: Readonly<Record<CategoryId, number>>;
  /** Latent: where they stand in the space of styles; products near in direction are liked. */
  readonly style: readonly number[];
  /** Latent: how much a price above its category's middle puts them off. */
  readonly thrift: number;
  /** Latent: orders that they place in a year of usual days. */
  readonly ordersPerYear: number;
  /** Latent: the share of their orders in the currency of their country. */
  readonly homeShare: number;
  /** Latent: whether they claim refunds for goods that arrived well. */
  readonly abusesRefunds: boolean;
}

const CASH_SHARE: Readonly<Record<CountryCode, number>> = { SG: 0.02, MY: 0.12, PH: 0.42, ID: 0.3, TH: 0.35, VN: 0.45 };

/** Of a customer's payments at home, the part that is made in cash at the door. */
export const cashShare = (country: CountryCode): number => CASH_SHARE[country];

/** `reviewed`: the categories that they reviewed products of, one entry a review; taste leans to them. */
export function createCustomer(
  user: User,
  reviewed: readonly CategoryId[],
  firstReviewedAt: number,
  { taste, activity }: Setting,
): Customer {
  const random = new Random(`customer ${user.id}`);
  const latest = Math.min(firstReviewedAt, WORLD_NOW - 3 * DAY);
  // The shop grows: more customers came late than early.
  const evenly = random.next();
  const registeredAt = WORLD_BEGIN + Math.floor(Math.max(0, latest - WORLD_BEGIN) * Math.sqrt(evenly));
  return {
    user,
    registeredAt,
    address: inventAddress(user.name, user.country, random, user.town),
    cards: [inventCard(random), ...(random.chance(0.3) ? [inventCard(random)] : [])],
    taste: createTaste(reviewed, random, taste),
    style: Array.from({ length: STYLES }, () => taste * normal(random)),
    thrift: Math.max(0, 0.35 + 0.3 * normal(random)),
    ordersPerYear: activity * Math.min(60, 6.6 * Math.exp(0.8 * normal(random))),
    homeShare: 0.5 + 0.35 * random.next(),
    abusesRefunds: reviewed.length === 0 && random.chance(0.014),
  };
}

function createTaste(
  reviewed: readonly CategoryId[],
  random: Random,
  strength: number,
): Readonly<Record<CategoryId, number>> {
  const parent = random.chance(0.35);
  const keepsPet = random.chance(0.3);
  const leaning: Readonly<Partial<Record<CategoryId, number>>> = {
    kids: parent ? 1.6 : -1.2,
    pets: keepsPet ? 1.8 : -1.8,
  };
  const entries = categories.map(({ id }) => {
    const reviews = reviewed.filter((category) => category === id).length;
    const liking = (leaning[id] ?? 0) + 1.3 * normal(random) + 0.5 * Math.min(2, reviews);
    return [id, strength * liking] as const;
  });
  return Object.fromEntries(entries) as Record<CategoryId, number>;
}

export function inventCard(random: Random): Card {
  const brand = random.weighted<CardBrand>([
    ['VISA', 52],
    ['MASTERCARD', 36],
    ['JCB', 7],
    ['AMEX', 5],
  ]);
  return { brand, lastFour: String(random.integer(0, 9_999)).padStart(4, '0') };
}

export function inventDevice(random: Random): string {
  return `device-${Math.floor(random.next() * 36 ** 5)
    .toString(36)
    .padStart(5, '0')}${Math.floor(random.next() * 36 ** 5)
    .toString(36)
    .padStart(5, '0')}`;
}
