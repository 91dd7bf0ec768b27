-- The products this island knows of, each with the sums behind its average:
-- kept in the transaction that adds a review, so that reading an average counts no rows.
create table reviews.products (
  id text primary key,
  review_count integer not null default 0,
  rating_sum integer not null default 0
);

create table reviews.reviews (
  id text primary key,
  product_id text not null references reviews.products (id),
  rating smallint not null check (rating between 1 and 5),
  body text not null,
  author_name text not null,
  -- Milliseconds, as JavaScript's dates have them: a cursor must name the exact instant.
  created_at timestamptz(3) not null default now()
);

create index reviews_of_product on reviews.reviews (product_id, created_at desc, id desc);
