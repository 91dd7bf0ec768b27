import { z } from 'zod';
import { defineProjection } from '../../../kit/changes/defineProjection.ts';
import type { Transaction } from '../../../kit/database/database.ts';
import { CURRENCIES } from '../../../kit/money.ts';

const MAX_TEXT = 10_000;

/** What must be known of a product: what it reads like, where it is sold, and since when. */
const payload = z.object({
  name: z.string().max(MAX_TEXT, { error: `a name of at most ${MAX_TEXT} characters` }),
  description: z.string().max(MAX_TEXT, { error: `a description of at most ${MAX_TEXT} characters` }),
  price: z.object({ currency: z.enum(CURRENCIES, { error: 'a currency' }) }),
  createdAt: z.iso.datetime({ error: 'an instant, ISO 8601 in UTC' }),
});

interface ProductPage {
  readonly products: {
    readonly nodes: readonly (z.input<typeof payload> & { readonly id: string; readonly version: number })[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE = `query ProductsToRecommend($after: String) {
  products(first: 100, after: $after) {
    nodes { id version name description price { currency } createdAt }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The products of catalog: all that may be recommended. */
export const products = defineProjection({
  consumer: 'recommendations',
  entity: 'Product',
  payload,
  identity: { subject: 'recommendations', tenant: null, scopes: [] },
  apply: async (transaction, { id, payload: product }) => {
    if (product === null) await transaction.query('delete from recommendations.products where id = $1', [id]);
    else {
      await transaction.query(
        `insert into recommendations.products (id, name, description, currency, offered_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set name = $2, description = $3, currency = $4, offered_at = $5`,
        [id, product.name, product.description, product.price.currency, product.createdAt],
      );
    }
    await raiseRevision(transaction);
  },
  clear: async (transaction) => {
    await transaction.query('delete from recommendations.products');
    await raiseRevision(transaction);
  },
  async *rebuild(ask) {
    for (let after: string | null = null; ; ) {
      const { products: page }: ProductPage = await ask<ProductPage>(PAGE, { after });
      for (const { id, version, ...product } of page.nodes) yield { id, version, payload: product };
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  },
});

async function raiseRevision(transaction: Transaction): Promise<void> {
  await transaction.query('update recommendations.shelf set revision = revision + 1');
}
