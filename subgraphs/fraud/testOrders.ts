import type { Change } from '../../kit/changes/change.ts';
import type { OrderFacts } from './history/facts.ts';

/** An order as a change tells of it. */
export interface ToldOrder {
  readonly status: string;
  readonly placedAt: string;
  readonly updatedAt: string;
  readonly total: { readonly amount: string; readonly currency: string };
  readonly discount: { readonly amount: string; readonly currency: string };
  readonly voucher: string | null;
  readonly deviceId: string | null;
  readonly lines: readonly { readonly quantity: number; readonly unitPrice: ToldOrder['total'] }[];
  readonly payments: readonly object[];
  readonly shippingAddress: { readonly country: string; readonly fingerprint: string };
  readonly customer: { readonly id: string; readonly registeredAt: string | null };
}

const sgd = (amount: string) => ({ amount, currency: 'SGD' });

/** A customer of a year orders for 40 dollars, from her own phone to her own door. */
export function toldOrder(different: Partial<ToldOrder> = {}): ToldOrder {
  const placedAt = different.placedAt ?? '2026-11-20T04:00:00.000Z';
  return {
    status: 'PENDING_REVIEW',
    placedAt,
    updatedAt: placedAt,
    total: sgd('40.00'),
    discount: sgd('0.00'),
    voucher: null,
    deviceId: 'device-may',
    lines: [{ quantity: 1, unitPrice: sgd('40.00') }],
    payments: [],
    shippingAddress: { country: 'SG', fingerprint: 'address-may' },
    customer: { id: 'user-may', registeredAt: '2025-11-20T04:00:00.000Z' },
    ...different,
  };
}

/** Five within the hour of an account that was opened this morning, the last one waiting; costly goods, and cards that fail. */
export function stolenCardSpree(customer = 'user-thief'): readonly (readonly [id: string, order: ToldOrder])[] {
  const minutes = [0, 11, 19, 31, 44];
  return minutes.map((minute, place) => {
    const at = new Date(Date.parse('2026-11-20T04:00:00Z') + minute * 60_000);
    const last = place === minutes.length - 1;
    const attempt = { method: 'CARD', cardBrand: 'VISA', amount: sgd('900.00') };
    return [
      `order-${customer}-${place + 1}`,
      toldOrder({
        status: last ? 'PENDING_REVIEW' : 'CONFIRMED',
        placedAt: at.toISOString(),
        total: sgd('900.00'),
        lines: [{ quantity: 1, unitPrice: sgd('900.00') }],
        deviceId: `device-${customer}`,
        shippingAddress: { country: 'SG', fingerprint: `address-${customer}` },
        customer: { id: customer, registeredAt: '2026-11-20T01:00:00.000Z' },
        payments: last
          ? []
          : ['FAILED', 'FAILED', 'SUCCEEDED'].map((status, attempts) => ({
              ...attempt,
              status,
              at: new Date(at.getTime() + 20_000 * (attempts + 1)).toISOString(),
              lastFour: `${place}${attempts}42`,
            })),
      }),
    ];
  });
}

/** A costly first order of an account that was opened this morning: to be looked at. */
export function costlyFirstOrder(customer: string): ToldOrder {
  return toldOrder({
    total: sgd('300.00'),
    lines: [{ quantity: 1, unitPrice: sgd('300.00') }],
    deviceId: `device-${customer}`,
    shippingAddress: { country: 'SG', fingerprint: `address-${customer}` },
    customer: { id: customer, registeredAt: '2026-11-20T01:00:00.000Z' },
  });
}

export function changeOf(id: string, payload: unknown, version = 1): Change {
  return { entity: 'Order', id, version, payload };
}

/** For tests of features: what nothing is said of is as in `toldOrder`. */
export function someFacts(different: Partial<OrderFacts> = {}): OrderFacts {
  return {
    id: 'order-1',
    customerId: 'user-may',
    registeredAt: Date.parse('2025-11-20T04:00:00Z'),
    deviceId: 'device-may',
    address: 'address-may',
    country: 'SG',
    placedAt: Date.parse('2026-11-20T04:00:00Z'),
    pending: false,
    end: null,
    currency: 'SGD',
    total: 40,
    discount: 0,
    voucher: false,
    items: 1,
    dearest: 40,
    attempts: [],
    ...different,
  };
}
