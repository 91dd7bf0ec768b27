import { fingerprintOf } from '../../../kit/addressFingerprint.ts';
import { createOrderWorld, type OrderWorld } from '../../../world/orders.ts';
import { factsOf, type OrderFacts, orderPayload } from './facts.ts';

/** The demo world's orders as a change of each would tell of it, oldest first. */
export function worldOrders({ accounts, orders }: OrderWorld = createOrderWorld()): OrderFacts[] {
  const registeredAt = new Map(accounts.map((account) => [account.id, account.registeredAt]));
  return orders.map(({ id, userId, shippingAddress, ...order }) => {
    const told = {
      ...order,
      shippingAddress: { country: shippingAddress.country, fingerprint: fingerprintOf(shippingAddress) },
      customer: { id: userId, registeredAt: registeredAt.get(userId) ?? null },
    };
    // Through JSON, as a change goes.
    return factsOf(id, orderPayload.parse(JSON.parse(JSON.stringify(told))));
  });
}
