import { createOrderWorld, type OrderWorld } from '../../../world/orders.ts';
import { featuresOf } from '../features/featuresOf.ts';
import type { Features } from '../features/names.ts';
import type { OrderFacts } from '../history/facts.ts';
import { Past } from '../history/past.ts';
import { worldOrders } from '../history/worldOrders.ts';

type FraudPattern = NonNullable<ReturnType<OrderWorld['fraud']['get']>>;

/** An order of the simulated shop as it could be scored. */
export interface Example {
  readonly id: string;
  readonly placedAt: number;
  readonly amount: number;
  /** When it is placed, and nobody has tried to pay for it. */
  readonly placed: Features;
  /** Once it was tried to be paid; null where it was not. */
  readonly tried: Features | null;
  /** When the shop was told that it was fraud; null where it was not by the world's last day. */
  readonly reportedAt: number | null;
  /** What it truly is; null for no fraud. For evaluation alone. */
  readonly pattern: FraudPattern | null;
}

/** Both times at which an order is scored. */
export const MOMENTS = ['placed', 'tried'] as const;
export type Moment = (typeof MOMENTS)[number];

/** Replays the orders, oldest first: each is seen with what was before it. */
export function readExamples(world: OrderWorld = createOrderWorld()): Example[] {
  const reportedAt = new Map(world.fraudReports.map((report) => [report.orderId, report.reportedAt.getTime()]));
  const past = new Past();
  return worldOrders(world).map((order) => {
    const before = past.before(order);
    past.add(order);
    return {
      id: order.id,
      placedAt: order.placedAt,
      amount: order.total,
      placed: featuresOf(asPlaced(order), before),
      tried: order.attempts.length > 0 ? featuresOf(order, before) : null,
      reportedAt: reportedAt.get(order.id) ?? null,
      pattern: world.fraud.get(order.id) ?? null,
    };
  });
}

/** The order as it was before anybody tried to pay for it. */
export function asPlaced(order: OrderFacts): OrderFacts {
  return { ...order, attempts: [] };
}

/** Whether the shop had been told by then that the order was fraud. */
export function knownFraud({ reportedAt }: Example, by: number): boolean {
  return reportedAt !== null && reportedAt < by;
}
