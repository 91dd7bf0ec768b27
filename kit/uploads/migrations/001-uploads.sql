-- Bytes, once for all who uploaded the same.
create table uploads.contents (
  sha256 bytea primary key,
  content_type text not null,
  bytes bytea not null
);
-- Pictures are compressed already.
alter table uploads.contents alter column bytes set storage external;

-- Who uploaded what. An island that takes an upload makes it permanent.
create table uploads.uploads (
  id text primary key,
  subject text not null,
  tenant text,
  file_name text not null,
  sha256 bytea not null references uploads.contents (sha256),
  byte_size integer not null,
  created_at timestamptz(3) not null default now(),
  -- Null once it is attached to something.
  expires_at timestamptz(3)
);

create index uploads_of_owner on uploads.uploads (subject, tenant);
create index uploads_of_content on uploads.uploads (sha256);
create index uploads_that_expire on uploads.uploads (expires_at) where expires_at is not null;
