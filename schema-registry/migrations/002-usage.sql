-- Operations that routers were asked, by the hash of their signature: literals blanked, variables never seen.
create table registry.operations (
  graph text not null references registry.graphs (id),
  id bytea not null,
  -- Empty for one without a name.
  name text not null,
  signature text not null,
  -- What of the schema it uses: `Product`, `Product.name`, `Query.product.id`, `Currency.SGD`.
  coordinates text[] not null,
  primary key (graph, id)
);

create index operations_by_coordinate on registry.operations using gin (coordinates);

-- How often, by whom: of the last days by the hour, before that by the day.
create table registry.usage (
  graph text not null,
  variant text not null,
  -- The beginning of the hour or day, UTC.
  since timestamptz(3) not null,
  operation bytea not null,
  -- Empty where a client does not say who it is.
  client_name text not null,
  client_version text not null,
  requests bigint not null,
  errors bigint not null,
  -- The sum of the times that answers took.
  duration_ms double precision not null,
  primary key (graph, variant, since, operation, client_name, client_version),
  foreign key (graph, operation) references registry.operations (graph, id) on delete cascade
);

create index usage_by_operation on registry.usage (graph, operation, since);
create index usage_by_age on registry.usage (since);
