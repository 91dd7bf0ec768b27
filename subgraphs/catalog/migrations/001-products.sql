create table catalog.categories (
  id text primary key,
  name text not null unique
);

create table catalog.products (
  id text primary key,
  name text not null,
  description text not null,
  category_id text not null references catalog.categories (id),
  -- In the currency's smallest priced unit: cents, sen, satang; whole rupiah and dong.
  price_minor bigint not null check (price_minor > 0),
  price_currency char(3) not null,
  -- Milliseconds, as JavaScript's dates have them: a cursor must name the exact instant.
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);

create index products_newest_first on catalog.products (created_at desc, id desc);
create index products_of_category on catalog.products (category_id, created_at desc, id desc);
