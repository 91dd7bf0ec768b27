-- What this island keeps of the products of catalog: a projection (docs/changes.md). Only those with a picture.
create table vision.products (
  id text primary key,
  -- The upload that has the picture's bytes.
  picture_id text not null,
  version integer not null
);

-- What a version of the model makes of a picture, so that processes need not look at it again.
create table vision.embeddings (
  picture_id text not null,
  model text not null,
  -- Float32, little-endian; null for a picture that cannot be read, which is not tried again.
  vector bytea,
  -- Of colours, by which pictures are compared where the model cannot answer; null with the vector.
  histogram bytea,
  primary key (picture_id, model)
);

-- One row. The revision rises with every change of a product, so that processes that hold them in memory notice.
create table vision.served (
  one boolean primary key default true check (one),
  revision bigint not null default 0
);

insert into vision.served default values;
