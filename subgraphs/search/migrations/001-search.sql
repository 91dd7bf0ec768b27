-- What this island keeps of catalog's products: a projection (docs/changes.md).
create table search.products (
  id text primary key,
  name text not null,
  description text not null,
  category_id text not null,
  -- In the currency's smallest priced unit.
  price_minor bigint not null,
  price_currency text not null,
  -- Of the state when it was written: processes read what is newer than they have.
  revision bigint not null,
  -- Of the rebuild that wrote it: what an ended rebuild did not meet is no more.
  generation integer not null
);

create index products_by_revision on search.products (revision);

-- Products that are no more, so that processes learn of it.
create table search.removed (
  id text primary key,
  revision bigint not null
);

create index removed_by_revision on search.removed (revision);

-- Embeddings of products. An index is one set of them; which one is searched is changed in one step.
create table search.indexes (
  number integer primary key,
  -- The job that made it; null for the first, which is filled as products come.
  job text unique,
  created_at timestamptz(3) not null default now()
);

create table search.embeddings (
  index_number integer not null references search.indexes (number) on delete cascade,
  -- Of the encoder and the text: what has changed has no embedding, and what has not keeps its own.
  content bytea not null,
  -- A float32 scale, little-endian, then signed bytes.
  vector bytea not null,
  primary key (index_number, content)
);

-- One row. The revision rises with every change of a product.
create table search.state (
  one boolean primary key default true check (one),
  revision bigint not null default 0,
  generation integer not null default 1,
  index_number integer not null references search.indexes (number)
);

insert into search.indexes (number) values (1);
insert into search.state (index_number) values (1);
