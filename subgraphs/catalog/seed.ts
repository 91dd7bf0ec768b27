import type { Queryable } from '../../kit/database/database.ts';
import { toMinorUnits } from '../../kit/money.ts';
import { categories } from '../../world/categories.ts';
import { products } from '../../world/products.ts';

/** Fills the empty tables with the demo world's categories and products. */
export async function seed(transaction: Queryable): Promise<void> {
  await transaction.query('insert into catalog.categories (id, name) select * from unnest($1::text[], $2::text[])', [
    categories.map((category) => category.id),
    categories.map((category) => category.name),
  ]);
  await transaction.query(
    `insert into catalog.products
         (id, name, description, category_id, price_minor, price_currency, created_at, updated_at)
       select id, name, description, category_id, price_minor, price_currency, created_at, created_at
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[])
         as seeded (id, name, description, category_id, price_minor, price_currency, created_at)`,
    [
      products.map((product) => product.id),
      products.map((product) => product.name),
      products.map((product) => product.description),
      products.map((product) => product.category),
      products.map(({ price }) => toMinorUnits(price.amount, price.currency)),
      products.map(({ price }) => price.currency),
      products.map((product) => product.createdAt.toISOString()),
    ],
  );
}
