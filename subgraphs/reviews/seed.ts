import type { Queryable } from '../../kit/database/database.ts';
import { products } from '../../world/products.ts';
import { createReviews } from '../../world/reviews.ts';

/** Fills the empty tables with the demo world's reviews, and the products they may be about. */
export async function seed(transaction: Queryable): Promise<void> {
  const reviews = createReviews();
  await transaction.query('insert into reviews.products (id) select unnest($1::text[])', [
    products.map((product) => product.id),
  ]);
  await transaction.query(
    `insert into reviews.reviews (id, product_id, rating, body, author_name, created_at)
       select * from unnest($1::text[], $2::text[], $3::smallint[], $4::text[], $5::text[], $6::timestamptz[])`,
    [
      reviews.map((review) => review.id),
      reviews.map((review) => review.productId),
      reviews.map((review) => review.rating),
      reviews.map((review) => review.body),
      reviews.map((review) => review.authorName),
      reviews.map((review) => review.createdAt.toISOString()),
    ],
  );
  await transaction.query(
    `update reviews.products p set review_count = summed.count, rating_sum = summed.sum
       from (select product_id, count(*) as count, sum(rating) as sum from reviews.reviews group by product_id) summed
       where p.id = summed.product_id`,
  );
}
