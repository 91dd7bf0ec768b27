import type { Change } from '../../kit/changes/change.ts';
import type { Account, OrderLineRow, OrderRow, PaymentRow } from './store.ts';

/**
 * What a change of `Order` tells those who keep a projection: what an identity with the scope `orders:read` reads of it,
 * in the same words, but of the address only where it is and whether it is another.
 */
export function changeOf(
  { id, version, userId, shippingAddress, ...order }: OrderRow,
  lines: readonly OrderLineRow[],
  payments: readonly PaymentRow[],
  account: Account | null,
): Change {
  const { town, postalCode, country, fingerprint } = shippingAddress;
  return {
    entity: 'Order',
    id,
    version,
    payload: {
      ...order,
      lines,
      payments,
      shippingAddress: { town, postalCode, country, fingerprint },
      customer: { id: userId, registeredAt: account?.registeredAt ?? null },
    },
  };
}
