import { worthOf } from './money.ts';
import type { Customer } from './orders/customer.ts';
import { createCustomers } from './orders/customers.ts';
import type { FraudPattern, TrueDraft } from './orders/fraud/pattern.ts';
import { type FraudReport, reportsOf } from './orders/fraud/reports.ts';
import { abuseRefunds, castFraud, fraudulentOrders } from './orders/fraud.ts';
import { ordersOf } from './orders/habits.ts';
import type { Draft, Order } from './orders/order.ts';
import { OrderIds } from './orders/orderIds.ts';
import { COMMITTED, type Setting } from './orders/setting.ts';
import { createShelf } from './orders/shelf.ts';
import { createStoryOrders, storyAccount } from './orders/storyOrders.ts';
import { Random } from './random.ts';
import { createReviews, type Review } from './reviews.ts';
import { STORY_USER_ID } from './story.ts';
import type { User } from './users.ts';

/** A user as the shop has them on file. */
export interface Account extends User {
  readonly registeredAt: Date;
}

export interface OrderWorld {
  /** Everybody, in the order of `createUsers`. */
  readonly accounts: readonly Account[];
  /** Oldest first. */
  readonly orders: readonly Order[];
  /**
   * For evaluation only: which orders truly are fraud, by id, and of which kind. No shop knows this; no island may seed
   * or train from it.
   */
  readonly fraud: ReadonlyMap<string, FraudPattern>;
  /** What the shop was told of fraud by the world's last day: late, incomplete and sometimes wrong. Training labels come from here. */
  readonly fraudReports: readonly FraudReport[];
}

/** Two islands are seeded from it, one right after the other, and then nobody needs its megabytes. */
let simulated: WeakRef<OrderWorld> | undefined;

/**
 * A simulated shop's orders; world/orders/README.md tells how they come about. The same each time. With another setting
 * it is another world, of the same products and people, for judging models and nothing else.
 */
export function createOrderWorld(setting: Setting = COMMITTED): OrderWorld {
  if (setting !== COMMITTED) return simulate(setting);
  const known = simulated?.deref();
  if (known) return known;
  const world = simulate(setting);
  simulated = new WeakRef(world);
  return world;
}

function simulate(setting: Setting): OrderWorld {
  const reviews = createReviews();
  const shelf = createShelf(reviews, setting);
  const customers = createCustomers(reviews, setting);
  const reviewsOf = new Map<string, Review[]>(customers.map(({ user }) => [user.id, []]));
  for (const review of reviews) reviewsOf.get(review.userId)?.push(review);
  const cast = castFraud(customers.filter(({ user }) => !reviewsOf.get(user.id)?.length && user.id !== STORY_USER_ID));
  const fraudulent = fraudulentOrders(cast, shelf);
  const opened = new Map(fraudulent.accounts.map(({ customer, registeredAt }) => [customer.user.id, registeredAt]));
  const cheats = new Set([...cast.stolenCards, ...cast.cardTesting, ...cast.rings.flat()]);

  const ordinary = customers.flatMap((customer, index): TrueDraft[] => {
    if (customer.user.id === STORY_USER_ID || cheats.has(customer)) return [];
    const neighbour = customers[index - 1]?.user.id ?? customer.user.id;
    const drafts = ordersOf(customer, reviewsOf.get(customer.user.id) ?? [], shelf, neighbour);
    return customer.abusesRefunds
      ? abuseRefunds(customer, drafts, worth)
      : drafts.map((draft) => ({ draft, pattern: null }));
  });
  const { orders, fraud } = nameOrders([...ordinary, ...fraudulent.orders]);
  const registeredAt = (customer: Customer) =>
    customer.user.id === STORY_USER_ID
      ? storyAccount.registeredAt
      : (opened.get(customer.user.id) ?? customer.registeredAt);
  return {
    accounts: customers.map((customer) => ({ ...customer.user, registeredAt: new Date(registeredAt(customer)) })),
    orders,
    fraud,
    fraudReports: reportsOf(orders, fraud, new Random('fraud reports')),
  };
}

const worth = ({ total }: Draft): number => worthOf(total);

/** Gives each order its id, and puts the story's among them. */
function nameOrders(drafts: readonly TrueDraft[]): Pick<OrderWorld, 'orders' | 'fraud'> {
  const ids = new OrderIds();
  const fraud = new Map<string, FraudPattern>();
  const named = oldestFirst(drafts, ({ draft }) => draft.placedAt).map(({ draft, pattern }): Order => {
    const id = ids.next(draft.placedAt);
    if (pattern !== null) fraud.set(id, pattern);
    return { id, ...draft };
  });
  return { orders: oldestFirst([...named, ...createStoryOrders()], ({ placedAt }) => placedAt), fraud };
}

/** Stable. The times are read once each: reading them again for each comparison takes a fifth of the world's making. */
function oldestFirst<Item>(items: readonly Item[], timeOf: (item: Item) => Date): Item[] {
  const timed = items.map((item) => ({ item, time: timeOf(item).getTime() }));
  return timed.sort((a, b) => a.time - b.time).map(({ item }) => item);
}
