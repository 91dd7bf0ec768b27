import { z } from 'zod';
import { CURRENCIES } from '../../../kit/money.ts';
import { inDollars } from './inDollars.ts';

/** What the island keeps of an order: all that is used of it, and who and where without a name. Times are epoch milliseconds. */
export interface OrderFacts {
  readonly id: string;
  readonly customerId: string;
  /** Null for a customer without an account. */
  readonly registeredAt: number | null;
  readonly deviceId: string | null;
  /** Tells addresses apart. */
  readonly address: string;
  readonly country: string;
  readonly placedAt: number;
  /** Whether it waits for a decision. */
  readonly pending: boolean;
  /** What it came to, where nothing comes after: refused, called off or sent back. */
  readonly end: { readonly kind: OrderEnd; readonly at: number } | null;
  readonly currency: string;
  /** In Singapore dollars, as are all amounts here. */
  readonly total: number;
  readonly discount: number;
  readonly voucher: boolean;
  readonly items: number;
  /** What one of its dearest product costs. */
  readonly dearest: number;
  readonly attempts: readonly PaymentFacts[];
}

export type OrderEnd = 'DECLINED' | 'CANCELLED' | 'RETURNED';

/** An attempt to pay. */
export interface PaymentFacts {
  readonly at: number;
  readonly failed: boolean;
  /** What a receipt tells of a card; null for other ways to pay. */
  readonly card: string | null;
  readonly cash: boolean;
}

const ENDS: readonly OrderEnd[] = ['DECLINED', 'CANCELLED', 'RETURNED'];

const text = z.string({ error: 'text' }).min(1, { error: 'text' }).max(200, { error: 'at most 200 characters' });
const instant = z.iso.datetime({ error: 'an instant in UTC' }).transform((iso) => Date.parse(iso));
const money = z
  .object({
    amount: z.string().regex(/^\d{1,15}(\.\d{1,2})?$/, { error: 'an amount' }),
    currency: z.enum(CURRENCIES, { error: 'a currency' }),
  })
  .transform((given) => ({ ...given, dollars: inDollars(given) }));

/** What is taken of a change of `Order`, and of an order in the graph. */
export const orderPayload = z.object({
  status: text,
  placedAt: instant,
  updatedAt: instant,
  total: money,
  discount: money,
  voucher: text.nullable(),
  deviceId: text.nullable(),
  lines: z.array(z.object({ quantity: z.number({ error: 'how many' }).int().min(1), unitPrice: money })).min(1),
  payments: z.array(
    z.object({
      at: instant,
      method: text,
      cardBrand: text.nullable(),
      lastFour: text.nullable(),
      status: text,
    }),
  ),
  shippingAddress: z.object({ country: text, fingerprint: text }),
  customer: z.object({ id: text, registeredAt: instant.nullable() }),
});
export type OrderPayload = z.infer<typeof orderPayload>;

export function factsOf(id: string, order: OrderPayload): OrderFacts {
  const end = ENDS.find((kind) => kind === order.status);
  return {
    id,
    customerId: order.customer.id,
    registeredAt: order.customer.registeredAt,
    deviceId: order.deviceId,
    address: order.shippingAddress.fingerprint,
    country: order.shippingAddress.country,
    placedAt: order.placedAt,
    pending: order.status === 'PENDING_REVIEW',
    end: end ? { kind: end, at: order.updatedAt } : null,
    currency: order.total.currency,
    total: order.total.dollars,
    discount: order.discount.dollars,
    voucher: order.voucher !== null,
    items: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    dearest: Math.max(...order.lines.map(({ unitPrice }) => unitPrice.dollars)),
    attempts: order.payments.map(({ at, method, cardBrand, lastFour, status }) => ({
      at,
      failed: status === 'FAILED',
      card: method === 'CARD' ? `${cardBrand ?? ''} ${lastFour ?? ''}` : null,
      cash: method === 'CASH_ON_DELIVERY',
    })),
  };
}
