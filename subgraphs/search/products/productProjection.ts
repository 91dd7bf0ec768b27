import { z } from 'zod';
import { defineProjection } from '../../../kit/changes/defineProjection.ts';
import type { Transaction } from '../../../kit/database/database.ts';
import { CURRENCIES, toMinorUnits } from '../../../kit/money.ts';

const MAX_NAME = 1_000;
const MAX_DESCRIPTION = 20_000;

const payload = z.object({
  name: z.string({ error: 'a name' }).max(MAX_NAME, { error: `a name of at most ${MAX_NAME} characters` }),
  description: z
    .string({ error: 'a description' })
    .max(MAX_DESCRIPTION, { error: `a description of at most ${MAX_DESCRIPTION} characters` }),
  categoryId: z.string({ error: 'the id of a category' }),
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
    readonly nodes: readonly {
      readonly id: string;
      readonly version: number;
      readonly name: string;
      readonly description: string;
      readonly category: { readonly id: string };
      readonly price: object;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE = `query ProductsToSearch($after: String) {
  products(first: 100, after: $after) {
    nodes { id version name description category { id } price { amount currency } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/**
 * The products of catalog, as far as they are searched. While it is rebuilt, what was there is searched on: rows are marked
 * with the rebuild that wrote them, and those that it did not meet go when it ends.
 */
export const productProjection = defineProjection({
  consumer: 'search',
  entity: 'Product',
  payload,
  identity: { subject: 'search', tenant: null, scopes: [] },
  apply: async (transaction, { id, payload: product }) => {
    const { revision, generation } = await nextRevision(transaction);
    if (product === null) {
      await transaction.query('delete from search.products where id = $1', [id]);
      await transaction.query(
        `insert into search.removed (id, revision) values ($1, $2) on conflict (id) do update set revision = $2`,
        [id, revision],
      );
      return;
    }
    await transaction.query('delete from search.removed where id = $1', [id]);
    const { name, description, categoryId, price } = product;
    await transaction.query(
      `insert into search.products
         (id, name, description, category_id, price_minor, price_currency, revision, generation)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id) do update set name = $2, description = $3, category_id = $4, price_minor = $5,
         price_currency = $6, revision = $7, generation = $8`,
      [id, name, description, categoryId, price.minor, price.currency, revision, generation],
    );
  },
  clear: async (transaction) => {
    await transaction.query('update search.state set generation = generation + 1');
  },
  rebuilt: async (transaction) => {
    const { revision, generation } = await nextRevision(transaction);
    await transaction.query(
      `with gone as (delete from search.products where generation < $1 returning id)
       insert into search.removed (id, revision) select id, $2 from gone
       on conflict (id) do update set revision = excluded.revision`,
      [generation, revision],
    );
  },
  async *rebuild(ask) {
    for (let after: string | null = null; ; ) {
      const { products }: ProductPage = await ask(PAGE, { after });
      for (const { id, version, category, ...product } of products.nodes)
        yield { id, version, payload: { ...product, categoryId: category.id } };
      if (!products.pageInfo.hasNextPage) return;
      after = products.pageInfo.endCursor;
    }
  },
});

/** Held until the transaction ends: revisions are committed in their order. */
async function nextRevision(transaction: Transaction): Promise<{ revision: number; generation: number }> {
  const { rows } = await transaction.query<{ revision: number; generation: number }>(
    'update search.state set revision = revision + 1 returning revision, generation',
  );
  const [state] = rows;
  if (state === undefined) throw new TypeError('search.state has no row.');
  return state;
}
