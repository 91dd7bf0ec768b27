/** A line of an order that was neither cancelled nor declined, as far as tastes are learned from it. */
export interface Purchase {
  readonly order: string;
  readonly user: string;
  readonly product: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Where the order went, an ISO 3166 code. */
  readonly country: string;
}

/** A product, and since when it is to be had in epoch milliseconds. */
export interface Offer {
  readonly product: string;
  readonly since: number;
}

/** What models of the island are trained from. */
export interface Sales {
  /** Oldest first; an order's lines side by side. */
  readonly purchases: readonly Purchase[];
  /** Every product that was ever offered and is not gone, in the order of the ids. */
  readonly offers: readonly Offer[];
}

export const DAY = 86_400_000;

/** Purchases in the one order that makes training repeatable. */
export function oldestFirst(purchases: readonly Purchase[]): readonly Purchase[] {
  return purchases.toSorted((a, b) => a.at - b.at || compare(a.order, b.order) || compare(a.product, b.product));
}

/** What was known at an instant: sales before it, and products on offer by then. */
export function salesUntil({ purchases, offers }: Sales, instant: number): Sales {
  return {
    purchases: purchases.filter(({ at }) => at < instant),
    offers: offers.filter(({ since }) => since < instant),
  };
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The lines of each order, oldest order first. */
export function ordersOf(purchases: readonly Purchase[]): readonly (readonly Purchase[])[] {
  const orders = new Map<string, Purchase[]>();
  for (const purchase of purchases) {
    const lines = orders.get(purchase.order);
    if (lines) lines.push(purchase);
    else orders.set(purchase.order, [purchase]);
  }
  return [...orders.values()];
}
