import type { Random } from '../../random.ts';
import { DAY, HOUR, WORLD_NOW } from '../calendar.ts';
import type { Order } from '../order.ts';
import type { FraudPattern } from './pattern.ts';

export type ReportSource = 'CHARGEBACK' | 'CUSTOMER' | 'PROMOTION_AUDIT' | 'RETURNS_AUDIT' | 'PAYMENT_GATEWAY';

/** Somebody told the shop that an order was fraud. It may be wrong, and it comes late or never. */
export interface FraudReport {
  readonly orderId: string;
  readonly reportedAt: Date;
  readonly source: ReportSource;
}

interface Reporting {
  readonly source: ReportSource;
  /** How often such an order is ever reported. */
  readonly told: number;
  /** Days from the order to the report: the soonest, and the mean of what is added. */
  readonly soonest: number;
  readonly later: number;
}

const REPORTING: Readonly<Record<FraudPattern, Reporting>> = {
  STOLEN_CARD: { source: 'CHARGEBACK', told: 0.82, soonest: 12, later: 24 },
  ACCOUNT_TAKEOVER: { source: 'CUSTOMER', told: 0.78, soonest: 3, later: 16 },
  PROMO_ABUSE: { source: 'PROMOTION_AUDIT', told: 0.5, soonest: 15, later: 35 },
  REFUND_ABUSE: { source: 'RETURNS_AUDIT', told: 0.55, soonest: 25, later: 30 },
  CARD_TESTING: { source: 'PAYMENT_GATEWAY', told: 0.85, soonest: 0.5, later: 4 },
};
/** How often an honest order that was paid for is charged back: not recognised, not received, second thoughts. */
const FALSE_CHARGEBACK = 0.002;
const FALSE: Reporting = { source: 'CHARGEBACK', told: FALSE_CHARGEBACK, soonest: 12, later: 28 };

/** What the shop has been told by the world's last day, oldest first. */
export function reportsOf(
  orders: readonly Order[],
  truth: ReadonlyMap<string, FraudPattern>,
  random: Random,
): readonly FraudReport[] {
  return orders
    .flatMap((order): FraudReport[] => {
      const pattern = truth.get(order.id);
      const { source, told, soonest, later } = pattern === undefined ? FALSE : REPORTING[pattern];
      const kept = order.payments.some(({ status, method }) => status === 'SUCCEEDED' && method === 'CARD');
      if (pattern === undefined && !kept) return [];
      if (!random.chance(told)) return [];
      const days = soonest - later * Math.log(1 - random.next());
      const reportedAt = order.placedAt.getTime() + Math.floor((days * DAY) / HOUR) * HOUR;
      return reportedAt < WORLD_NOW ? [{ orderId: order.id, reportedAt: new Date(reportedAt), source }] : [];
    })
    .sort((a, b) => a.reportedAt.getTime() - b.reportedAt.getTime());
}
