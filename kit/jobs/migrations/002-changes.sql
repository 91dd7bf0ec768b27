-- What became of the entities of one service, for the others that keep a projection of them. The owner writes a row for
-- each of them in its own transaction; a consumer takes its rows away in the transaction that applies them. Only the
-- functions below touch these tables; kit/changes calls them. As with jobs, they go by primary key and row by row, whatever
-- a planner thinks of tables that were empty when it first looked: `enable_seqscan` and `enable_bitmapscan` are off.

create table jobs.subscriptions (
  entity text collate "C" not null,
  consumer text collate "C" not null,
  created_at timestamptz(3) not null default now(),
  -- By the hour.
  seen_at timestamptz(3) not null default now(),
  -- Fences: what a rebuild does counts only while its number is this one.
  rebuild integer not null default 0,
  rebuild_failures integer not null default 0,
  -- When somebody has to begin to build the projection from empty: because it is new, because the one that builds it has
  -- not been heard of, or because it failed. Null once it is built.
  rebuild_at timestamptz default now(),
  primary key (entity, consumer)
);

create table jobs.changes (
  consumer text collate "C" not null,
  entity text collate "C" not null,
  seq bigint generated always as identity,
  id text collate "C" not null,
  version bigint not null,
  -- The entity's whole state as others may know it; null when it is no more.
  payload json,
  published_at timestamptz(3) not null default now(),
  -- Not rounded, and so never later than the transaction that looks next.
  due_at timestamptz not null default now(),
  failures integer not null default 0,
  primary key (consumer, entity, seq)
);
alter table jobs.changes alter column payload set storage external;
-- What holds up its id; most of the time there is nothing in it.
create index changes_failed on jobs.changes (consumer, entity, id) where failures > 0;

-- The newest version of each id that a projection was told of, also of what is no more: an older one must not revive it.
create table jobs.projected (
  consumer text collate "C" not null,
  entity text collate "C" not null,
  id text collate "C" not null,
  version bigint not null,
  deleted boolean not null,
  primary key (consumer, entity, id)
);

-- Publishers of an entity hold this lock, shared, until their transactions end; who subscribes takes it alone. So a change
-- is either delivered, or was committed before the subscription, and a rebuild that follows reads it.
create function jobs.entity_lock(name text) returns bigint language sql immutable as $$
  select hashtextextended('archipelago.changes.' || name, 0)
$$;

-- Writes each change for each consumer of its entity, in their order. Answers with the entities that have consumers.
create function jobs.publish_changes(given json) returns setof text language plpgsql set enable_seqscan = off as $$
begin
  perform pg_advisory_xact_lock_shared(jobs.entity_lock(e.entity)) from (
    select distinct g.entity from json_to_recordset(given) as g (entity text) order by g.entity
  ) e;
  -- A statement of its own: it sees who subscribed while that one waited.
  return query
    with written as (
      insert into jobs.changes as c (consumer, entity, id, version, payload)
      select s.consumer, g.entity, g.id, g.version, g.payload
      from rows from (json_to_recordset(given) as (entity text, id text, version bigint, payload json))
        with ordinality as g (entity, id, version, payload, place)
      join jobs.subscriptions s on s.entity = g.entity order by g.place
      returning c.entity
    )
    select distinct w.entity from written w;
end $$;

-- What a consumer asks every now and then. One that is not subscribed becomes so, and has to build its projection; it
-- waits for those who publish, but not for long: whoever comes to publish meanwhile waits for it.
create function jobs.attend(its_consumer text, its_entity text)
returns table (rebuild integer, rebuilding boolean, rebuild_due boolean, waiting boolean) language plpgsql
set enable_seqscan = off set enable_bitmapscan = off set lock_timeout = '250ms' as $$
#variable_conflict use_column
begin
  if not exists (select from jobs.subscriptions s where s.entity = its_entity and s.consumer = its_consumer) then
    perform pg_advisory_xact_lock(jobs.entity_lock(its_entity));
    insert into jobs.subscriptions (entity, consumer) values (its_entity, its_consumer) on conflict do nothing;
  end if;
  update jobs.subscriptions u set seen_at = now() where (u.entity, u.consumer) = (
    select s.entity, s.consumer from jobs.subscriptions s
    where s.entity = its_entity and s.consumer = its_consumer and s.seen_at < now() - interval '1 hour'
    for update skip locked);
  return query
    select s.rebuild, s.rebuild_at is not null, coalesce(s.rebuild_at <= now(), false), exists (
      select from jobs.changes c where c.consumer = its_consumer and c.entity = its_entity and c.due_at <= now())
    from jobs.subscriptions s where s.entity = its_entity and s.consumer = its_consumer;
end $$;

-- Ends the transaction, and its connection, when its process is not heard of for so long: frozen, it would keep all others out.
create function jobs.hold_for(lease interval) returns void language sql as $$
  select set_config('idle_in_transaction_session_timeout', (extract(epoch from lease) * 1000)::bigint::text, true)
$$;

-- Takes, until the transaction ends, what may be applied now, in the order of its publication, with the version that is
-- known of each id: nothing while another transaction applies, and of an id whose change failed nothing before that.
create function jobs.take_changes(its_consumer text, its_entity text, most integer, lease interval)
returns table (seq bigint, id text, version bigint, payload json, failures integer, known bigint) language plpgsql
set enable_seqscan = off set enable_bitmapscan = off as $$
#variable_conflict use_column
begin
  perform from jobs.subscriptions s where s.entity = its_entity and s.consumer = its_consumer for update skip locked;
  if not found then return; end if;
  perform jobs.hold_for(lease);
  -- A statement of its own: it sees what the one who applied before has done.
  return query
    select c.seq, c.id, c.version, c.payload, c.failures, (
      select p.version from jobs.projected p where p.consumer = its_consumer and p.entity = its_entity and p.id = c.id)
    from jobs.changes c
    where c.consumer = its_consumer and c.entity = its_entity and c.due_at <= now() and (
      select f.seq from jobs.changes f where f.consumer = its_consumer and f.entity = its_entity and f.id = c.id
        and f.failures > 0 and f.due_at > now() and f.seq < c.seq limit 1) is null
    order by c.seq limit most;
end $$;

-- Records what was applied and takes away the changes that are done, which come in their order, and those that failed before
-- and are outdated now.
create function jobs.settle_changes(its_consumer text, its_entity text, done bigint[], ids text[], versions bigint[],
  gone boolean[])
returns void language plpgsql set enable_seqscan = off set enable_bitmapscan = off as $$
begin
  insert into jobs.projected as p (consumer, entity, id, version, deleted)
  -- The last of each id: `on conflict` takes a row once.
  select distinct on (a.id) its_consumer, its_entity, a.id, a.version, a.deleted
  from unnest(ids, versions, gone) as a (id, version, deleted) order by a.id, a.version desc
  on conflict (consumer, entity, id) do update set version = excluded.version, deleted = excluded.deleted;
  -- The bounds keep it from reading all that waits.
  delete from jobs.changes c where c.consumer = its_consumer and c.entity = its_entity and c.seq = any(done)
    and c.seq >= done[1] and c.seq <= done[array_upper(done, 1)];
  delete from jobs.changes c using unnest(ids, versions) as a (id, version)
  where c.consumer = its_consumer and c.entity = its_entity and c.id = a.id and c.failures > 0 and c.version <= a.version;
end $$;

create function jobs.put_off_change(its_consumer text, its_entity text, its_seq bigint) returns void language sql
set enable_seqscan = off as $$
  update jobs.changes c set failures = c.failures + 1, due_at = now() + jobs.backoff(c.failures + 1)
  where c.consumer = its_consumer and c.entity = its_entity and c.seq = its_seq
$$;

-- Begins to build a projection, if that is due; until the lease is out nobody else does. Answers with the rebuild's number.
create function jobs.begin_rebuild(its_consumer text, its_entity text, lease interval) returns integer language sql as $$
  update jobs.subscriptions s set rebuild = s.rebuild + 1, rebuild_at = now() + lease
  where s.entity = its_entity and s.consumer = its_consumer and s.rebuild_at <= now() returning s.rebuild
$$;

-- Says that the rebuild lives, and takes its subscription until the transaction ends. False when it is no longer the last one.
create function jobs.hold_rebuild(its_consumer text, its_entity text, number integer, lease interval) returns boolean
language plpgsql as $$
begin
  update jobs.subscriptions s set rebuild_at = now() + lease
  where s.entity = its_entity and s.consumer = its_consumer and s.rebuild = number and s.rebuild_at is not null;
  if not found then return false; end if;
  perform jobs.hold_for(lease);
  return true;
end $$;

-- The versions of what is shown; those of what is no more stay, for what is older may still come.
create function jobs.forget_versions(its_consumer text, its_entity text) returns void language sql as $$
  delete from jobs.projected p where p.consumer = its_consumer and p.entity = its_entity and not p.deleted
$$;

-- Of each id, in their order, the version that is known; null where there is none.
create function jobs.known_versions(its_consumer text, its_entity text, ids text[]) returns table (known bigint)
language sql set enable_seqscan = off as $$
  select (
    select p.version from jobs.projected p where p.consumer = its_consumer and p.entity = its_entity and p.id = a.id)
  from unnest(ids) with ordinality as a (id, place) order by a.place
$$;

-- Keeps what a rebuild read and could not apply, as a change that failed.
create function jobs.keep_change(its_consumer text, its_entity text, its_id text, its_version bigint, state json)
returns void language sql set enable_seqscan = off as $$
  insert into jobs.changes (consumer, entity, id, version, payload, failures, due_at)
  select its_consumer, its_entity, its_id, its_version, state, 1, now() + jobs.backoff(1)
  where not exists (select from jobs.changes c where c.consumer = its_consumer and c.entity = its_entity
    and c.id = its_id and c.failures > 0 and c.version >= its_version)
$$;

create function jobs.end_rebuild(its_consumer text, its_entity text, number integer) returns void language sql as $$
  update jobs.subscriptions s set rebuild_at = null, rebuild_failures = 0
  where s.entity = its_entity and s.consumer = its_consumer and s.rebuild = number
$$;

-- Gives up a rebuild: whoever looks next begins anew, after a failure not before it has waited.
create function jobs.leave_rebuild(its_consumer text, its_entity text, number integer, failed boolean) returns void
language sql as $$
  update jobs.subscriptions s set rebuild_failures = s.rebuild_failures + failed::integer,
    rebuild_at = now() + case when failed then jobs.backoff(s.rebuild_failures + 1) else interval '0' end
  where s.entity = its_entity and s.consumer = its_consumer and s.rebuild = number
$$;

-- Has the projection built anew, whoever builds it now. Answers with a number that is below that rebuild's.
create function jobs.request_rebuild(its_consumer text, its_entity text) returns integer language sql as $$
  update jobs.subscriptions s set rebuild = s.rebuild + 1, rebuild_at = now(), rebuild_failures = 0
  where s.entity = its_entity and s.consumer = its_consumer returning s.rebuild
$$;

-- Forgets consumers that nobody has seen for so long, and what waits for them.
create function jobs.forget_subscriptions(unseen_for interval) returns table (consumer text, entity text)
language plpgsql set enable_seqscan = off as $$
#variable_conflict use_column
begin
  for consumer, entity in
    select s.consumer, s.entity from jobs.subscriptions s where s.seen_at < now() - unseen_for for update skip locked
  loop
    -- One who publishes would leave rows behind for a consumer that is no more: another time, then.
    continue when not pg_try_advisory_xact_lock(jobs.entity_lock(entity));
    delete from jobs.subscriptions s where s.entity = forget_subscriptions.entity and s.consumer = forget_subscriptions.consumer;
    delete from jobs.changes c where c.consumer = forget_subscriptions.consumer and c.entity = forget_subscriptions.entity;
    delete from jobs.projected p where p.consumer = forget_subscriptions.consumer and p.entity = forget_subscriptions.entity;
    return next;
  end loop;
end $$;
