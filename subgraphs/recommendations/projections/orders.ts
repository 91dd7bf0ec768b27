import { z } from 'zod';
import { defineProjection } from '../../../kit/changes/defineProjection.ts';

/** Who reads the orders of everybody. */
export const READ_ALL_SCOPE = 'orders:read';

const id = z.string().min(1, { error: 'an id' }).max(200, { error: 'an id of at most 200 characters' });

/** What must be known of an order: who bought what, when, and where it goes. */
const payload = z.object({
  status: z.string({ error: 'where it stands' }),
  placedAt: z.iso.datetime({ error: 'an instant, ISO 8601 in UTC' }),
  lines: z.array(z.object({ productId: id })).max(1_000, { error: 'at most 1,000 lines' }),
  customer: z.object({ id }),
  shippingAddress: z.object({ country: z.string().regex(/^[A-Z]{2}$/, { error: 'the two capitals of a country' }) }),
});

/** Nobody got anything by these. */
const NO_PURCHASES: readonly string[] = ['CANCELLED', 'DECLINED'];

interface OrderPage {
  readonly orders: {
    readonly nodes: readonly {
      readonly id: string;
      readonly version: number;
      readonly status: string;
      readonly placedAt: string;
      readonly customer: { readonly id: string } | null;
      readonly shippingAddress: { readonly country: string };
      readonly lines: readonly { readonly product: { readonly id: string } | null }[];
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE = `query OrdersToLearnFrom($after: String) {
  orders(first: 100, after: $after) {
    nodes { id version status placedAt customer { id } shippingAddress { country } lines { product { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What was bought, of orders' orders. */
export const orders = defineProjection({
  consumer: 'recommendations',
  entity: 'Order',
  payload,
  identity: { subject: 'recommendations', tenant: null, scopes: [READ_ALL_SCOPE] },
  // One statement: there are many orders, and a rebuild applies all.
  apply: async (transaction, { id: orderId, payload: order }) => {
    const counts = order !== null && !NO_PURCHASES.includes(order.status);
    await transaction.query(
      `with gone as (delete from recommendations.purchases where order_id = $1 and not product_id = any($2))
       insert into recommendations.purchases (order_id, product_id, user_id, country, placed_at)
       select distinct $1, product_id, $3, $4, $5::timestamptz from unnest($2::text[]) as line (product_id)
       on conflict (order_id, product_id) do update
         set user_id = excluded.user_id, country = excluded.country, placed_at = excluded.placed_at`,
      [
        orderId,
        counts ? order.lines.map(({ productId }) => productId) : [],
        order?.customer.id,
        order?.shippingAddress.country,
        order?.placedAt,
      ],
    );
  },
  clear: async (transaction) => void (await transaction.query('delete from recommendations.purchases')),
  async *rebuild(ask) {
    for (let after: string | null = null; ; ) {
      const { orders: page }: OrderPage = await ask<OrderPage>(PAGE, { after });
      for (const { id: orderId, version, lines, ...order } of page.nodes) {
        const bought = lines.flatMap(({ product }) => (product ? [{ productId: product.id }] : []));
        yield { id: orderId, version, payload: { ...order, lines: bought } };
      }
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  },
});
