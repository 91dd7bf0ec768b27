-- Schemas and supergraphs by their hash, once for all that published the same. A row is never changed.
create table registry.documents (
  sha256 bytea primary key,
  text text not null
);

create table registry.graphs (
  id text primary key,
  created_at timestamptz(3) not null default now()
);

create table registry.variants (
  graph text not null references registry.graphs (id),
  name text not null,
  -- The number of its newest launch; 0 before the first.
  launches integer not null default 0,
  -- The launch whose supergraph is delivered; null until one composed.
  served integer,
  created_at timestamptz(3) not null default now(),
  primary key (graph, name)
);

-- What became of a variant's subgraphs each time that they changed, numbered from 1 without a gap.
create table registry.launches (
  graph text not null,
  variant text not null,
  number integer not null,
  cause text not null check (cause in ('PUBLISH', 'DELETE', 'PROMOTION', 'ROLLBACK')),
  -- The launch that was promoted or rolled back to; null for other causes.
  origin_variant text,
  origin_number integer,
  author text not null,
  -- Of the repository the schemas are kept in, where it was told.
  commit text,
  -- All of its subgraphs: [{ name, url, sha256 (hexadecimal), models (the same, or null), since (the number of the launch that published it) }].
  subgraphs jsonb not null,
  status text not null default 'PENDING' check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
  -- Why it does not compose, as supergraph/compose.ts tells faults; null unless it FAILED.
  faults jsonb,
  supergraph bytea references registry.documents (sha256),
  created_at timestamptz(3) not null default now(),
  completed_at timestamptz(3),
  primary key (graph, variant, number),
  foreign key (graph, variant) references registry.variants (graph, name),
  check ((status = 'SUCCEEDED') = (supergraph is not null)),
  check ((status = 'FAILED') = (faults is not null)),
  check ((status = 'PENDING') = (completed_at is null))
);

create index launches_pending on registry.launches (created_at) where status = 'PENDING';

-- A key for one graph; only its hash is kept.
create table registry.keys (
  id text primary key,
  sha256 bytea not null unique,
  graph text not null references registry.graphs (id),
  -- What people call it.
  name text not null,
  roles text[] not null,
  -- The variants it is for; null for all.
  variants text[],
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3),
  revoked_at timestamptz(3)
);

create index keys_of_graph on registry.keys (graph, created_at desc, id desc);
