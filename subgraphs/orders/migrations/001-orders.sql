create table orders.users (
  id text primary key,
  name text not null,
  country char(2) not null,
  town text not null,
  registered_at timestamptz(3) not null
);

-- What the island keeps of catalog's products: see projections/products.ts.
create table orders.products (
  id text primary key,
  -- In the currency's smallest priced unit, as are all amounts here.
  price_minor bigint not null check (price_minor > 0),
  price_currency char(3) not null
);

create table orders.orders (
  id text primary key,
  -- The subject of whoever placed it. Not all who may have an account here.
  user_id text not null,
  status text not null,
  -- Milliseconds, as JavaScript's dates have them: a cursor must name the exact instant.
  placed_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  currency char(3) not null,
  total_minor bigint not null,
  discount_minor bigint not null default 0,
  voucher text,
  recipient text not null,
  street text not null,
  town text not null,
  postal_code text not null,
  country char(2) not null,
  device_id text,
  version integer not null default 1,
  idempotency_key text,
  -- Of what was given with the key: another input is another order.
  input_digest text
);

create unique index orders_once on orders.orders (user_id, idempotency_key);
create index orders_newest_first on orders.orders (placed_at desc, id desc);
create index orders_of_user on orders.orders (user_id, placed_at desc, id desc);

create table orders.order_lines (
  order_id text not null,
  position smallint not null,
  product_id text not null,
  quantity smallint not null check (quantity > 0),
  unit_price_minor bigint not null,
  primary key (order_id, position)
);

create table orders.payments (
  order_id text not null,
  position smallint not null,
  at timestamptz(3) not null,
  method text not null,
  card_brand text,
  last_four char(4),
  amount_minor bigint not null,
  status text not null,
  failure text,
  primary key (order_id, position)
);

create table orders.shipments (
  order_id text primary key,
  carrier text not null,
  tracking_number text not null,
  estimated_at timestamptz(3) not null,
  -- [{ "status", "at" }, …], oldest first; the time in milliseconds since 1970.
  events json not null
);
