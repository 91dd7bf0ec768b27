create table registry.checks (
  id text primary key,
  graph text not null,
  variant text not null,
  subgraph text not null,
  author text not null,
  commit text,
  status text not null check (status in ('PASSED', 'FAILED')),
  -- As check/checkResult.ts has it.
  result jsonb not null,
  created_at timestamptz(3) not null default now(),
  foreign key (graph) references registry.graphs (id)
);

create index checks_newest on registry.checks (graph, variant, created_at desc, id desc);
create index checks_by_age on registry.checks (created_at);

-- Changes that are allowed although a check minds them.
create table registry.overrides (
  id text primary key,
  graph text not null references registry.graphs (id),
  variant text not null,
  -- What a check minds, such as FIELD_REMOVED, and of what, such as Product.price.
  rule text not null,
  coordinate text not null,
  reason text not null,
  author text not null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null
);

create index overrides_of_variant on registry.overrides (graph, variant, expires_at);
