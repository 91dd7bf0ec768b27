import { fingerprintOf } from '../../../kit/addressFingerprint.ts';
import type { Order } from '../../../world/orders/order.ts';
import { createOrderWorld, type OrderWorld } from '../../../world/orders.ts';
import { factsOf, type OrderFacts, orderPayload } from './facts.ts';

/** The demo world's orders as a change of each would tell of it, oldest first. */
export function worldOrders({ accounts, orders }: OrderWorld = createOrderWorld()): OrderFacts[] {
  const registeredAt = new Map(accounts.map((account) => [account.id, account.registeredAt]));
  return orders.map((order) => {
    const payload = payloadOf(order, registeredAt.get(order.userId) ?? null);
    // Through JSON, as a change goes.
    return factsOf(order.id, orderPayload.parse(JSON.parse(JSON.stringify(payload))));
  });
}

/** What a change of `Order` tells of it, as far as fraud reads it. */
export function payloadOf({ userId, shippingAddress, ...order }: Order, registeredAt: Date | null): object {
  const { status, placedAt, updatedAt, total, discount, voucher, deviceId, lines, payments } = order;
  return {
    ...{ status, placedAt, updatedAt, total, discount, voucher, deviceId, lines, payments },
    shippingAddress: { country: shippingAddress.country, fingerprint: fingerprintOf(shippingAddress) },
    customer: { id: userId, registeredAt },
  };
}
