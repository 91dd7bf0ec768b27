import { DAY, ordersOf, type Purchase, type Sales, salesUntil } from './purchases.ts';

/** Somebody's first order after an instant, and what was known of them at that instant. */
export interface NextOrder {
  readonly order: string;
  readonly user: string;
  readonly country: string;
  readonly bought: readonly { readonly product: string; readonly daysAgo: number }[];
  /** All that it has; of products that came on offer later nobody could know. */
  readonly products: readonly string[];
  /** Those of them that they had not bought before. */
  readonly fresh: readonly string[];
}

/** The first order of each buyer from an instant until another. */
export function nextOrdersOf(sales: Sales, from: number, until: number): readonly NextOrder[] {
  const known = salesUntil(sales, from);
  const offered = new Set(known.offers.map(({ product }) => product));
  const histories = historiesOf(known.purchases);
  const seen = new Set<string>();
  const found: NextOrder[] = [];
  for (const lines of ordersOf(sales.purchases.filter(({ at }) => at >= from && at < until))) {
    const [first] = lines;
    if (first === undefined || seen.has(first.user)) continue;
    seen.add(first.user);
    const history = histories.get(first.user) ?? new Map<string, number>();
    const products = lines.map(({ product }) => product).filter((product) => offered.has(product));
    found.push({
      order: first.order,
      user: first.user,
      country: first.country,
      bought: [...history].map(([product, at]) => ({ product, daysAgo: Math.floor((from - at) / DAY) })),
      products,
      fresh: products.filter((product) => !history.has(product)),
    });
  }
  return found;
}

/** When each buyer last bought what they bought. */
function historiesOf(purchases: readonly Purchase[]): ReadonlyMap<string, Map<string, number>> {
  const histories = new Map<string, Map<string, number>>();
  for (const { user, product, at } of purchases) {
    const history = histories.get(user) ?? new Map<string, number>();
    histories.set(user, history);
    history.set(product, at);
  }
  return histories;
}
