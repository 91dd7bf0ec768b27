import { randomUUID } from 'node:crypto';
import type { Change } from '../../kit/changes/change.ts';
import type { Connection, Page } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import { type Currency, fromMinorUnits } from '../../kit/money.ts';
import type { NewestFirstKey } from '../../kit/newestFirst.ts';
import type { NewProduct, ProductChanges } from './input.ts';

export interface CategoryRow {
  readonly id: string;
  readonly name: string;
}

export interface ProductRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: CategoryRow;
  readonly price: { readonly amount: string; readonly currency: Currency };
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

export interface ProductConnectionRow extends Connection<ProductRow> {
  /** The shelf the list is of; null for all. */
  readonly category: string | null;
}

interface ProductRecord {
  id: string;
  name: string;
  description: string;
  category_id: string;
  category_name: string;
  price_minor: string;
  price_currency: Currency;
  created_at: Date;
  updated_at: Date;
  version: number;
}

const PRODUCT_COLUMNS = `p.id, p.name, p.description, p.category_id, c.name as category_name,
  p.price_minor::text, p.price_currency, p.created_at, p.updated_at, p.version`;

/** The island's tables: products and the shelves they stand on. */
export class CatalogStore {
  readonly #database: Database;
  readonly #jobs: () => Promise<Pick<Jobs, 'changes'>>;

  /** `jobs` brings the changes, by which others learn of what is written. */
  constructor(database: Database, jobs: () => Promise<Pick<Jobs, 'changes'>>) {
    this.#database = database;
    this.#jobs = jobs;
  }

  /** One product or null per id, in the order of the ids. */
  async productsById(ids: readonly string[]): Promise<(ProductRow | null)[]> {
    const { rows } = await this.#database.query<ProductRecord>(
      `select ${PRODUCT_COLUMNS} from catalog.products p join catalog.categories c on c.id = p.category_id
       where p.id = any($1)`,
      [ids],
    );
    const found = new Map(rows.map((record) => [record.id, toProduct(record)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** The newest products after the page's key, one more than the page holds; all shelves when `category` is null. */
  async newestProducts(page: Page<NewestFirstKey>, category: string | null): Promise<ProductRow[]> {
    const [createdAt, id] = page.after ?? [null, null];
    const { rows } = await this.#database.query<ProductRecord>(
      `select ${PRODUCT_COLUMNS} from catalog.products p join catalog.categories c on c.id = p.category_id
       where ($1::text is null or p.category_id = $1)
         and ($2::timestamptz is null or (p.created_at, p.id) < ($2, $3))
       order by p.created_at desc, p.id desc limit $4`,
      [category, createdAt, id, page.first + 1],
    );
    return rows.map(toProduct);
  }

  async countProducts(category: string | null): Promise<number> {
    const { rows } = await this.#database.query<{ count: number }>(
      'select count(*)::int as count from catalog.products where ($1::text is null or category_id = $1)',
      [category],
    );
    return rows[0]?.count ?? 0;
  }

  async categories(): Promise<CategoryRow[]> {
    return (await this.#database.query<CategoryRow>('select id, name from catalog.categories order by name')).rows;
  }

  /** One category or null per id, in the order of the ids. */
  async categoriesById(ids: readonly string[]): Promise<(CategoryRow | null)[]> {
    const { rows } = await this.#database.query<CategoryRow>(
      'select id, name from catalog.categories where id = any($1)',
      [ids],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  async hasCategory(id: string): Promise<boolean> {
    return (await this.#database.query('select from catalog.categories where id = $1', [id])).rows.length > 0;
  }

  async createProduct({ name, description, categoryId, price }: NewProduct): Promise<ProductRow | null> {
    return this.#write(
      `with p as (
         insert into catalog.products (id, name, description, category_id, price_minor, price_currency)
         values ($1, $2, $3, $4, $5, $6) returning *
       ) select ${PRODUCT_COLUMNS} from p join catalog.categories c on c.id = p.category_id`,
      [`product-${randomUUID()}`, name, description, categoryId, price.minor, price.currency],
    );
  }

  /** Changes the fields that are given; null when no product has the id. */
  async updateProduct(id: string, changes: ProductChanges): Promise<ProductRow | null> {
    return this.#write(
      `with p as (
         update catalog.products set
           name = coalesce($2, name), description = coalesce($3, description), category_id = coalesce($4, category_id),
           price_minor = coalesce($5, price_minor), price_currency = coalesce($6, price_currency), updated_at = now(),
           version = version + 1
         where id = $1 returning *
       ) select ${PRODUCT_COLUMNS} from p join catalog.categories c on c.id = p.category_id`,
      [
        id,
        changes.name ?? null,
        changes.description ?? null,
        changes.categoryId ?? null,
        changes.price?.minor ?? null,
        changes.price?.currency ?? null,
      ],
    );
  }

  /** Writes one product and tells of it in the same transaction; null when nothing was written. */
  async #write(sql: string, parameters: readonly unknown[]): Promise<ProductRow | null> {
    const { changes } = await this.#jobs();
    return this.#database.transaction(async (transaction) => {
      const { rows } = await transaction.query<ProductRecord>(sql, parameters);
      const product = rows[0] ? toProduct(rows[0]) : null;
      if (product) await changes.publish(transaction, changeOf(product));
      return product;
    });
  }
}

/** What others may know of a product: all there is. */
function changeOf({ id, version, category, ...product }: ProductRow): Change {
  return { entity: 'Product', id, version, payload: { ...product, categoryId: category.id } };
}

function toProduct(record: ProductRecord): ProductRow {
  return {
    id: record.id,
    name: record.name,
    description: record.description,
    category: { id: record.category_id, name: record.category_name },
    price: { amount: fromMinorUnits(record.price_minor, record.price_currency), currency: record.price_currency },
    createdAt: record.created_at,
    updatedAt: record.updated_at,
    version: record.version,
  };
}
