-- The upload that shows the product, and what kind of picture it is; most have none.
alter table catalog.products
  add column picture_id text unique,
  add column picture_type text,
  add check ((picture_id is null) = (picture_type is null));
