import { randomUUID } from 'node:crypto';
import type { Page } from '../../kit/connection.ts';
import type { Database } from '../../kit/database/database.ts';
import type { NewestFirstKey } from '../../kit/newestFirst.ts';
import type { NewReview } from './input.ts';

/** A product as this island passes it on: whatever else it has is its owner's to tell. */
export interface ProductRow {
  readonly id: string;
}

export interface ReviewRow {
  readonly id: string;
  readonly rating: number;
  readonly body: string;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly product: ProductRow;
}

/** The ratings of one product, summed up. */
export interface Ratings {
  readonly count: number;
  readonly sum: number;
}

interface ReviewRecord {
  id: string;
  product_id: string;
  rating: number;
  body: string;
  author_name: string;
  created_at: Date;
}

// Ids of products offered after this island was seeded look so; it learns of them from their first review.
const SINCE_OFFERED = /^product-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The island's tables: reviews, and the sums of their ratings by product. */
export class ReviewStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One review or null per id, in the order of the ids. */
  async reviewsById(ids: readonly string[]): Promise<(ReviewRow | null)[]> {
    const { rows } = await this.#database.query<ReviewRecord>('select * from reviews.reviews where id = any($1)', [
      ids,
    ]);
    const found = new Map(rows.map((record) => [record.id, toReview(record)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** The newest reviews of each product after the page's key, one more than the page holds, in the order of the ids. */
  async newestReviews(productIds: readonly string[], page: Page<NewestFirstKey>): Promise<ReviewRow[][]> {
    const [createdAt, id] = page.after ?? [null, null];
    const { rows } = await this.#database.query<ReviewRecord>(
      `select review.* from unnest($1::text[]) as wanted (product_id) cross join lateral (
         select * from reviews.reviews r
         where r.product_id = wanted.product_id and ($2::timestamptz is null or (r.created_at, r.id) < ($2, $3))
         order by r.created_at desc, r.id desc limit $4
       ) review
       order by review.created_at desc, review.id desc`,
      [productIds, createdAt, id, page.first + 1],
    );
    const byProduct = new Map<string, ReviewRow[]>(productIds.map((productId) => [productId, []]));
    for (const record of rows) byProduct.get(record.product_id)?.push(toReview(record));
    return productIds.map((productId) => byProduct.get(productId) ?? []);
  }

  /** The ratings of each product, in the order of the ids; a product never reviewed has none. */
  async ratings(productIds: readonly string[]): Promise<Ratings[]> {
    const { rows } = await this.#database.query<Ratings & ProductRow>(
      'select id, review_count as count, rating_sum as sum from reviews.products where id = any($1)',
      [productIds],
    );
    const found = new Map(rows.map((ratings) => [ratings.id, ratings]));
    return productIds.map((productId) => found.get(productId) ?? { count: 0, sum: 0 });
  }

  /** Adds a review and counts its rating; null when no product has the id. */
  async createReview({ productId, rating, body, authorName }: NewReview): Promise<ReviewRow | null> {
    return this.#database.transaction(async (transaction) => {
      if (SINCE_OFFERED.test(productId)) {
        await transaction.query('insert into reviews.products (id) values ($1) on conflict do nothing', [productId]);
      }
      const counted = await transaction.query(
        'update reviews.products set review_count = review_count + 1, rating_sum = rating_sum + $2 where id = $1 returning id',
        [productId, rating],
      );
      if (counted.rows.length === 0) return null;
      const { rows } = await transaction.query<ReviewRecord>(
        'insert into reviews.reviews (id, product_id, rating, body, author_name) values ($1, $2, $3, $4, $5) returning *',
        [`review-${randomUUID()}`, productId, rating, body, authorName],
      );
      return rows[0] ? toReview(rows[0]) : null;
    });
  }
}

function toReview({ product_id, author_name, created_at, ...review }: ReviewRecord): ReviewRow {
  return { ...review, authorName: author_name, createdAt: created_at, product: { id: product_id } };
}
