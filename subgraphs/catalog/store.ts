import { randomUUID } from 'node:crypto';
import type { Change } from '../../kit/changes/change.ts';
import type { Connection, Page } from '../../kit/connection.ts';
import type { Identity } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import type { Jobs } from '../../kit/jobs/jobs.ts';
import { type Currency, fromMinorUnits } from '../../kit/money.ts';
import type { NewestFirstKey } from '../../kit/newestFirst.ts';
import type { Uploads } from '../../kit/uploads/uploads.ts';
import { attachPicture, type Picture } from './attachPicture.ts';
import type { NewProduct, ProductChanges } from './input.ts';
import { notFound } from './notFound.ts';

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
  readonly picture: Picture | null;
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
  picture_id: string | null;
  picture_type: string | null;
  created_at: Date;
  updated_at: Date;
  version: number;
}

const PRODUCT_COLUMNS = `p.id, p.name, p.description, p.category_id, c.name as category_name,
  p.price_minor::text, p.price_currency, p.picture_id, p.picture_type, p.created_at, p.updated_at, p.version`;

export interface StoreServices {
  readonly database: Database;
  /** By whose changes others learn of what is written. */
  jobs(): Promise<Pick<Jobs, 'changes'>>;
  uploads(): Promise<Uploads>;
}

/** The island's tables: products and the shelves they stand on. */
export class CatalogStore {
  readonly #database: Database;
  readonly #services: StoreServices;

  constructor(services: StoreServices) {
    this.#database = services.database;
    this.#services = services;
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
    const found = new Map(rows.map((category) => [category.id, category]));
    return ids.map((id) => found.get(id) ?? null);
  }

  async hasCategory(id: string): Promise<boolean> {
    return (await this.#database.query('select from catalog.categories where id = $1', [id])).rows.length > 0;
  }

  /** @throws CodedError as `attachPicture` does. */
  async createProduct(product: NewProduct, identity: Identity): Promise<ProductRow> {
    return this.#write(
      `with p as (
         insert into catalog.products
           (id, name, description, category_id, price_minor, price_currency, picture_id, picture_type)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning *
       ) select ${PRODUCT_COLUMNS} from p join catalog.categories c on c.id = p.category_id`,
      `product-${randomUUID()}`,
      product,
      identity,
    );
  }

  /**
   * Changes the fields that are given.
   * @throws CodedError `NOT_FOUND` when no product has the id, and as `attachPicture` does.
   */
  async updateProduct(id: string, changes: ProductChanges, identity: Identity): Promise<ProductRow> {
    return this.#write(
      `with p as (
         update catalog.products set
           name = coalesce($2, name), description = coalesce($3, description), category_id = coalesce($4, category_id),
           price_minor = coalesce($5, price_minor), price_currency = coalesce($6, price_currency),
           picture_id = coalesce($7, picture_id), picture_type = coalesce($8, picture_type),
           updated_at = now(), version = version + 1
         where id = $1 returning *
       ) select ${PRODUCT_COLUMNS} from p join catalog.categories c on c.id = p.category_id`,
      id,
      changes,
      identity,
    );
  }

  /** Attaches the picture, writes the product and tells of it: all or nothing. */
  async #write(sql: string, id: string, given: ProductChanges, identity: Identity): Promise<ProductRow> {
    const { changes } = await this.#services.jobs();
    const { pictureId } = given;
    const uploads = pictureId ? await this.#services.uploads() : null;
    return this.#database.transaction(async (transaction) => {
      const picture = pictureId && uploads ? await attachPicture(transaction, pictureId, identity, uploads) : null;
      const { rows } = await transaction.query<ProductRecord>(sql, [
        id,
        given.name ?? null,
        given.description ?? null,
        given.categoryId ?? null,
        given.price?.minor ?? null,
        given.price?.currency ?? null,
        picture?.id ?? null,
        picture?.contentType ?? null,
      ]);
      const [record] = rows;
      if (record === undefined) throw notFound('id', 'the id of a product', id);
      const product = toProduct(record);
      await changes.publish(transaction, changeOf(product));
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
    picture:
      record.picture_id !== null && record.picture_type !== null
        ? { id: record.picture_id, contentType: record.picture_type }
        : null,
    createdAt: record.created_at,
    updatedAt: record.updated_at,
    version: record.version,
  };
}
