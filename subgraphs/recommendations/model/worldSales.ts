import type { OrderWorld } from '../../../world/orders.ts';
import { products } from '../../../world/products.ts';
import { oldestFirst, type Purchase, type Sales } from '../learn/purchases.ts';

/** The demo world's sales, as the island's projections have them. */
export function worldSales({ orders }: Pick<OrderWorld, 'orders'>): Sales {
  const purchases = orders
    .filter(({ status }) => status !== 'CANCELLED' && status !== 'DECLINED')
    .flatMap(({ id, userId, placedAt, shippingAddress, lines }) =>
      lines.map(
        ({ productId }): Purchase => ({
          order: id,
          user: userId,
          product: productId,
          at: placedAt.getTime(),
          country: shippingAddress.country,
        }),
      ),
    );
  const offers = products
    .map(({ id, createdAt }) => ({ product: id, since: createdAt.getTime() }))
    .sort((a, b) => (a.product < b.product ? -1 : 1));
  return { purchases: oldestFirst(purchases), offers };
}
