-- What was read of attachments: bytes that are attached never change.
create table documents.readings (
  upload_id text primary key,
  -- Names and versions of the models that read it.
  models text not null,
  reading jsonb not null,
  read_at timestamptz not null default now()
);
