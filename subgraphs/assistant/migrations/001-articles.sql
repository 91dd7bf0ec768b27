-- What this island keeps of the articles of support: a projection (docs/changes.md).
create table assistant.articles (
  id text primary key,
  language text not null,
  title text not null,
  body text not null,
  topic text,
  version integer not null
);

-- Embeddings of passages. An index is one set of them; which one is searched is changed in one step.
create table assistant.indexes (
  number integer primary key,
  -- The job that made it; null for the first, which is filled as articles come.
  job text unique,
  created_at timestamptz(3) not null default now()
);

create table assistant.embeddings (
  index_number integer not null references assistant.indexes (number) on delete cascade,
  -- Of the encoder's version, the language and the text: what has changed has no embedding, and what has not keeps its own.
  passage bytea not null,
  -- Float32, little-endian.
  vector bytea not null,
  primary key (index_number, passage)
);

-- One row: what is searched now. The revision rises with every change of it or of an article, so that processes notice.
create table assistant.served (
  one boolean primary key default true check (one),
  index_number integer not null references assistant.indexes (number),
  revision bigint not null default 0
);

insert into assistant.indexes (number) values (1);
insert into assistant.served (index_number) values (1);
