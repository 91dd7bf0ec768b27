import { z } from 'zod';
import { defineProjection } from '../../../kit/changes/defineProjection.ts';
import { CURRENCIES, toMinorUnits } from '../../../kit/money.ts';

/** What orders must know of a product: what it costs. */
const payload = z.object({
  price: z
    .object({ amount: z.string({ error: 'an amount' }), currency: z.enum(CURRENCIES, { error: 'a currency' }) })
    .transform((price, context) => {
      const minor = toMinorUnits(price.amount, price.currency);
      if (minor !== null) return { minor, currency: price.currency };
      context.addIssue({ code: 'custom', message: 'a price', input: price });
      return z.NEVER;
    }),
});

interface ProductPage {
  readonly products: {
    readonly nodes: readonly { readonly id: string; readonly version: number; readonly price: object }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PRODUCT_PAGE = `query PricesForOrders($after: String) {
  products(first: 100, after: $after) { nodes { id version price { amount currency } } pageInfo { hasNextPage endCursor } }
}`;

/**
 * The prices of catalog, by which orders are placed: the island must be able to accept one while catalog is down, and may
 * not read its tables. A price that catalog has changed counts here a moment later; `expectedTotal` guards who minds.
 */
export const products = defineProjection({
  consumer: 'orders',
  entity: 'Product',
  payload,
  identity: { subject: 'orders', tenant: null, scopes: [] },
  apply: async (transaction, { id, payload: product }) => {
    if (product === null) await transaction.query('delete from orders.products where id = $1', [id]);
    else {
      await transaction.query(
        `insert into orders.products (id, price_minor, price_currency) values ($1, $2, $3)
         on conflict (id) do update set price_minor = excluded.price_minor, price_currency = excluded.price_currency`,
        [id, product.price.minor, product.price.currency],
      );
    }
  },
  // A rebuild replaces each price as it reads it. To empty the table first would refuse orders meanwhile, and what it
  // could leave behind is a product that is no more: of those catalog has told.
  clear: async () => {},
  async *rebuild(ask) {
    for (let after: string | null = null; ; ) {
      const { products: page }: ProductPage = await ask<ProductPage>(PRODUCT_PAGE, { after });
      for (const { id, version, price } of page.nodes) yield { id, version, payload: { price } };
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  },
});
