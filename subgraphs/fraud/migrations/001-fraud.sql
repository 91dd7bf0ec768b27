-- What the island keeps of the orders of `orders`: a projection (docs/changes.md).
create table fraud.orders (
  id text collate "C" primary key,
  customer_id text not null,
  device_id text,
  address text not null,
  placed_at timestamptz(3) not null,
  -- OrderFacts of history/facts.ts.
  facts json not null
);

-- An order is scored by those before it of its customer, its device and its address.
create index orders_of_customer on fraud.orders (customer_id, placed_at desc, id desc);
create index orders_of_device on fraud.orders (device_id, placed_at desc, id desc);
create index orders_of_address on fraud.orders (address, placed_at desc, id desc);

-- One row: whether all there was has been read once. Before that, orders would be judged without their past.
create table fraud.history (
  one boolean primary key default true check (one),
  complete boolean not null default false
);
insert into fraud.history default values;

-- What was decided of orders that waited, once each; others are told by changes of FraudAssessment.
create table fraud.assessments (
  order_id text collate "C" primary key,
  version integer not null default 1,
  decision text not null check (decision in ('APPROVE', 'REVIEW', 'DECLINE')),
  score double precision not null,
  reasons text[] not null,
  model_name text not null,
  model_version text not null,
  degraded boolean not null,
  assessed_at timestamptz(3) not null default now(),
  -- A person's word, where the decision was REVIEW.
  review text check (review in ('APPROVE', 'DECLINE')),
  reviewed_by text,
  reviewed_at timestamptz(3),
  check (review is null or (decision = 'REVIEW' and reviewed_by is not null and reviewed_at is not null))
);
