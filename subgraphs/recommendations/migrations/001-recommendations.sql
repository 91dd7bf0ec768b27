-- What this island keeps of the products of catalog: a projection (docs/changes.md).
create table recommendations.products (
  id text primary key,
  name text not null,
  description text not null,
  currency char(3) not null,
  offered_at timestamptz(3) not null
);

-- One row. The revision rises with every change of a product, so that processes that hold them in memory notice.
create table recommendations.shelf (
  one boolean primary key default true check (one),
  revision bigint not null default 0
);
insert into recommendations.shelf default values;

-- What products' texts mean; of a text that has changed there is another.
create table recommendations.embeddings (
  -- Of the encoder's version and the text.
  text bytea primary key,
  -- Float32, little-endian.
  vector bytea not null
);

-- What this island keeps of orders' orders: a line each of those that were neither cancelled nor declined.
create table recommendations.purchases (
  order_id text not null,
  product_id text not null,
  user_id text not null,
  country char(2) not null,
  placed_at timestamptz(3) not null,
  primary key (order_id, product_id)
);

create index purchases_of_user on recommendations.purchases (user_id, placed_at desc);
