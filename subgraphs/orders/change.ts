import type { Change } from '../../kit/changes/change.ts';
import type { Account, OrderLineRow, OrderRow, OrderStore, PaymentRow } from './store.ts';

/** The change that tells of an order as it is now, read in the transaction that made it so. */
export async function readChange(store: OrderStore, order: OrderRow): Promise<Change> {
  const [lines = []] = await store.lines([order.id]);
  const [payments = []] = await store.payments([order.id]);
  const [account = null] = await store.accounts([order.userId]);
  return changeOf(order, lines, payments, account);
}

/**
 * What a change of `Order` tells those who keep a projection: what an identity with the scope `orders:read` reads of it,
 * in the same words, but of the address only where it is and whether it is another.
 */
function changeOf(
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
