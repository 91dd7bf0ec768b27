import { minorUnits, type Price, priceOf } from '../money.ts';
import type { Random } from '../random.ts';
import type { BasketLine } from './basket.ts';
import { type Circumstances, fulfil } from './fulfilment.ts';
import type { Address, Draft, PaymentAttempt } from './order.ts';

/** What vouchers take off, in per cent. */
const VOUCHERS = { WELCOME10: 10, MEGA5: 5 } as const;
export type Voucher = keyof typeof VOUCHERS;

export interface Plan extends Pick<Circumstances, 'hereBy' | 'verdict'> {
  readonly userId: string;
  readonly placedAt: number;
  /** At least one. */
  readonly lines: readonly BasketLine[];
  readonly voucher: Voucher | null;
  readonly address: Address;
  readonly deviceId: string;
  readonly pay: (total: Price) => readonly PaymentAttempt[];
}

/** An order as it stands on the world's last day. */
export function draftOf(plan: Plan, random: Random): Draft {
  const [first] = plan.lines;
  if (!first) throw new RangeError('An order has at least one line.');
  const { currency } = first.article.product.price;
  const subtotal = plan.lines.reduce(
    (sum, { article, quantity }) => sum + quantity * minorUnits(article.product.price),
    0,
  );
  const discount = plan.voucher === null ? 0 : Math.floor((subtotal * VOUCHERS[plan.voucher]) / 100);
  const total = priceOf(subtotal - discount, currency);
  const fulfilment = fulfil(
    {
      placedAt: plan.placedAt,
      country: plan.address.country,
      abroad: !currency.startsWith(plan.address.country),
      payments: plan.pay(total),
      fashion: plan.lines.some(({ article }) => article.product.category === 'fashion'),
      ...(plan.hereBy !== undefined && { hereBy: plan.hereBy }),
      ...(plan.verdict !== undefined && { verdict: plan.verdict }),
    },
    random,
  );
  return {
    userId: plan.userId,
    placedAt: new Date(plan.placedAt),
    lines: plan.lines.map(({ article, quantity }) => ({
      productId: article.product.id,
      quantity,
      unitPrice: article.product.price,
    })),
    voucher: plan.voucher,
    discount: priceOf(discount, currency),
    total,
    shippingAddress: plan.address,
    deviceId: plan.deviceId,
    ...fulfilment,
  };
}
