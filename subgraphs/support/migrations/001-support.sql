create table support.inquiries (
  id text primary key,
  -- The subject of whoever wrote it.
  customer_id text not null,
  -- As the customer gave it: whether it is an order of theirs is for the orders' owner to say.
  order_id text,
  message text not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'ANSWERED', 'CLOSED')),
  -- Null until a triage has seen it.
  priority text check (priority in ('HIGH', 'NORMAL', 'LOW')),
  version integer not null default 1,
  idempotency_key text,
  -- SHA-256 of what was given with the key.
  input_digest text,
  -- Milliseconds, as JavaScript's dates have them: a cursor must name the exact instant.
  created_at timestamptz(3) not null default now()
);

create unique index inquiry_of_key on support.inquiries (customer_id, idempotency_key) where idempotency_key is not null;
create index inquiries_newest on support.inquiries (created_at desc, id desc);
create index inquiries_of_customer on support.inquiries (customer_id, created_at desc, id desc);
create index inquiries_open on support.inquiries (created_at desc, id desc) where status = 'OPEN';

-- What belongs to an inquiry; the bytes stay with the uploads.
create table support.attachments (
  id text primary key,
  inquiry_id text not null references support.inquiries (id),
  position smallint not null,
  upload_id text not null unique,
  file_name text not null,
  content_type text not null,
  byte_size integer not null,
  created_at timestamptz(3) not null,
  unique (inquiry_id, position)
);

create table support.articles (
  id text primary key,
  language text not null,
  title text not null,
  body text not null,
  topic text not null,
  version integer not null default 1,
  updated_at timestamptz(3) not null default now()
);

create index articles_newest on support.articles (updated_at desc, id desc);
create index articles_of_language on support.articles (language, updated_at desc, id desc);
