import { createHash } from 'node:crypto';
import type { Queryable } from '../../kit/database/database.ts';
import { readModelFile } from '../../kit/model/folder/modelFile.ts';
import { toMinorUnits } from '../../kit/money.ts';
import type { SeedServices } from '../../kit/subgraph.ts';
import { pictures as files } from '../../models/pictures/pictures.ts';
import { categories } from '../../world/categories.ts';
import { pictures } from '../../world/pictures.ts';
import { products } from '../../world/products.ts';

/** Whose the pictures are: nobody signs in as the shop. */
const OWNER = { subject: 'catalog', tenant: null };

/** Fills the empty tables with the demo world's categories and products, and plants the pictures. */
export async function seed(transaction: Queryable, services: SeedServices): Promise<void> {
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
  await seedPictures(transaction, services);
}

async function seedPictures(transaction: Queryable, services: SeedServices): Promise<void> {
  const uploads = services.uploads();
  for (const [productId, name] of Object.entries(pictures)) {
    const fileName = `${name}.webp`;
    const source = `built:${files.name}@${files.version}/${fileName}`;
    const bytes = await readModelFile(new URL(import.meta.url), fileName, {
      source,
      sha256: files.files[fileName] ?? '',
    });
    const { id, contentType } = await uploads.plant(transaction, {
      ...OWNER,
      id: uploadIdOf(productId),
      fileName,
      bytes,
    });
    await transaction.query('update catalog.products set picture_id = $2, picture_type = $3 where id = $1', [
      productId,
      id,
      contentType,
    ]);
  }
}

/** The same in every seeded database. */
function uploadIdOf(productId: string): string {
  const digest = createHash('sha256').update(`picture of ${productId}`).digest('hex');
  return `upload-${digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')}`;
}
