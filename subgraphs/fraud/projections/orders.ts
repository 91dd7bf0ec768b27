import { defineProjection } from '../../../kit/changes/defineProjection.ts';
import type { Identity } from '../../../kit/context.ts';
import { factsOf, type OrderPayload, orderPayload } from '../history/facts.ts';
import { writeFacts } from '../history/orderTable.ts';
import { assessOrder } from '../jobs/assessOrder.ts';

interface OrderPage {
  readonly orders: {
    readonly nodes: readonly { readonly id: string; readonly version: number }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE = `query OrdersForFraud($after: String) {
  orders(first: 100, after: $after) {
    nodes {
      id version status placedAt updatedAt voucher deviceId
      total { amount currency } discount { amount currency }
      lines { quantity unitPrice { amount currency } }
      payments { at method cardBrand lastFour status }
      shippingAddress { country fingerprint }
      customer { id registeredAt }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The island itself, when it asks for orders and submits its jobs. */
const ISLAND: Identity = { subject: 'fraud', tenant: null, scopes: ['orders:read'] };

/** The orders of `orders`, as far as fraud shows in them. One that waits for a decision has a job that assesses it. */
export const orders = defineProjection<OrderPayload>({
  consumer: 'fraud',
  entity: 'Order',
  payload: orderPayload,
  identity: ISLAND,
  apply: async (transaction, { id, payload: order }, { submit }) => {
    if (order === null) {
      await transaction.query('delete from fraud.orders where id = $1', [id]);
      return;
    }
    const facts = factsOf(id, order);
    await writeFacts(transaction, [facts]);
    if (facts.pending) await submit(assessOrder, { orderId: id }, { identity: ISLAND, idempotencyKey: id });
  },
  // A rebuild replaces each order as it reads it: without its past an order would be judged wrongly meanwhile.
  clear: async () => {},
  async *rebuild(ask) {
    for (let after: string | null = null; ; ) {
      const { orders: page }: OrderPage = await ask<OrderPage>(PAGE, { after });
      for (const { id, version, ...payload } of page.nodes) yield { id, version, payload };
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  },
});
