-- Rises with each change of a product; what others keep of it is ordered by it.
alter table catalog.products add column version integer not null default 1;
