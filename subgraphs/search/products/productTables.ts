import type { Database, Queryable } from '../../../kit/database/database.ts';
import type { Currency } from '../../../kit/money.ts';
import type { IndexedProduct } from '../retrieval/product.ts';
import { fromStored, type Quantised, toStored } from '../retrieval/quantised.ts';

export interface State {
  readonly revision: number;
  /** The set of embeddings that is searched. */
  readonly indexNumber: number;
}

interface ProductRecord {
  id: string;
  name: string;
  description: string;
  category_id: string;
  price_minor: number;
  price_currency: Currency;
}

const COLUMNS = 'id, name, description, category_id, price_minor, price_currency';

/** The island's tables of products and their embeddings. */
export class ProductTables {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async state(): Promise<State> {
    const { rows } = await this.#database.query<{ revision: number; index_number: number }>(
      'select revision, index_number from search.state',
    );
    const [row] = rows;
    if (row === undefined) throw new TypeError('search.state has no row.');
    return { revision: row.revision, indexNumber: row.index_number };
  }

  /** So many products whose ids follow this one, in the order of their ids. */
  async productsAfter(id: string, most: number): Promise<readonly IndexedProduct[]> {
    const { rows } = await this.#database.query<ProductRecord>(
      `select ${COLUMNS} from search.products where id > $1 order by id limit $2`,
      [id, most],
    );
    return rows.map(toProduct);
  }

  /** What became of products since this revision; some of it may be of later ones than a state that was read before. */
  async changedSince(
    revision: number,
  ): Promise<{ readonly products: readonly IndexedProduct[]; readonly removed: readonly string[] }> {
    const { rows: products } = await this.#database.query<ProductRecord>(
      `select ${COLUMNS} from search.products where revision > $1 order by revision`,
      [revision],
    );
    // After the products: of one that was removed in between both are read, and what is last counts.
    const { rows: removed } = await this.#database.query<{ id: string }>(
      'select id from search.removed where revision > $1',
      [revision],
    );
    return { products: products.map(toProduct), removed: removed.map(({ id }) => id) };
  }

  async countProducts(): Promise<number> {
    const { rows } = await this.#database.query<{ count: number }>(
      'select count(*)::int as count from search.products',
    );
    return rows[0]?.count ?? 0;
  }

  /** The embeddings that there are of these contents, by their keys. */
  async embeddings(indexNumber: number, contents: readonly string[]): Promise<ReadonlyMap<string, Quantised>> {
    const { rows } = await this.#database.query<{ content: Buffer; vector: Buffer }>(
      'select content, vector from search.embeddings where index_number = $1 and content = any($2)',
      [indexNumber, contents.map((content) => Buffer.from(content, 'hex'))],
    );
    return new Map(rows.map(({ content, vector }) => [Buffer.from(content).toString('hex'), fromStored(vector)]));
  }

  /** Somebody else may have written some of them: they are the same. Nothing is written for an index that is no more. */
  async addEmbeddings(indexNumber: number, embedded: readonly (readonly [string, Quantised])[]): Promise<void> {
    await this.#database.query(
      `insert into search.embeddings (index_number, content, vector)
       select i.number, g.content, g.vector from search.indexes i, unnest($2::bytea[], $3::bytea[]) as g (content, vector)
       where i.number = $1 on conflict do nothing`,
      [
        indexNumber,
        embedded.map(([content]) => Buffer.from(content, 'hex')),
        embedded.map(([, vector]) => toStored(vector)),
      ],
    );
  }

  /** The index that a job makes: a new one, or the one that an earlier attempt began with. */
  async indexOf(job: string): Promise<number> {
    return this.#database.transaction(async (transaction) => {
      // One job after another: two would take the same number.
      await transaction.query('select 1 from search.state for update');
      await transaction.query(
        `insert into search.indexes (number, job) select max(number) + 1, $1 from search.indexes
         on conflict (job) do nothing`,
        [job],
      );
      const { rows } = await transaction.query<{ number: number }>('select number from search.indexes where job = $1', [
        job,
      ]);
      const [row] = rows;
      if (row === undefined) throw new TypeError(`The job ${job} has no index.`);
      return row.number;
    });
  }
}

/**
 * Has an index searched from now on, and forgets those before it.
 * @returns the number of the one that was searched before.
 */
export async function serveIndex(transaction: Queryable, indexNumber: number): Promise<number> {
  const { rows } = await transaction.query<{ index_number: number }>(
    'select index_number from search.state for update',
  );
  const previous = rows[0]?.index_number ?? indexNumber;
  await transaction.query('update search.state set index_number = $1, revision = revision + 1', [indexNumber]);
  // A process that has not noticed yet may still fill the one before.
  await transaction.query('delete from search.indexes where number < least($1::integer, $2::integer)', [
    indexNumber,
    previous,
  ]);
  return previous;
}

function toProduct(record: ProductRecord): IndexedProduct {
  return {
    id: record.id,
    name: record.name,
    description: record.description,
    categoryId: record.category_id,
    priceMinor: Number(record.price_minor),
    currency: record.price_currency,
  };
}
