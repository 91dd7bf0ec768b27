-- Work that takes longer than a request. Only the functions below change a job, and only by the moves that a trigger
-- allows; kit/jobs calls them. So that no two of them wait for each other, each locks what it waits for in the order of
-- the ids, a job before its row of the agenda, and passes over what is locked where any other row would do as well.
-- They go row by row and by primary key: joins would be planned by what the tables held when they were new, and a plan
-- that reads them whole would stay. `enable_seqscan` is off for the same reason.

create table jobs.jobs (
  -- Of jobs, the newer one has the greater id.
  id text collate "C" primary key,
  kind text not null,
  state text not null check (state in (
    'QUEUED', 'SCHEDULED', 'RUNNING', 'RETRYING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'PARKED', 'OUTCOME_UNKNOWN')),
  -- 0 before 1 before 2.
  lane smallint not null,
  input json not null,
  -- On whose behalf: verified claims, never credentials.
  subject text not null,
  tenant text,
  scopes text[] not null,
  idempotency_key text,
  -- Fences: what an attempt says counts only while its number is the job's.
  attempt integer not null default 0,
  -- Attempts that failed; an attempt that was given back is none.
  failures integer not null default 0,
  retries integer not null,
  -- Whether an attempt that was lost may be followed by another.
  restartable boolean not null,
  timeout_ms integer not null,
  progress_done bigint,
  progress_total bigint,
  progress_note text,
  result json,
  error_code text,
  error_message text,
  cancel_requested boolean not null default false,
  -- traceparent of the request that submitted it.
  trace text,
  run_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  started_at timestamptz(3),
  -- Whoever runs it puts this off for as long as he lives.
  lease_until timestamptz(3),
  finished_at timestamptz(3)
) with (fillfactor = 80);

-- Compressing and decompressing an input costs more than its pages.
alter table jobs.jobs alter column input set storage external;
alter table jobs.jobs alter column result set storage external;

-- No index names a column that changes while a job runs: its rows are then updated in place (HOT).
create unique index jobs_idempotency on jobs.jobs (subject, coalesce(tenant, ''), kind, idempotency_key)
  where idempotency_key is not null;
create index jobs_of_subject on jobs.jobs (subject, coalesce(tenant, ''), id);

-- The outbox: one row for each job that has not ended, with the moment at which somebody has to act on it: to announce
-- it, again when no worker has begun it by then; or, `leased`, to see whether the worker that runs it still lives. A job
-- that is begun and ended before that moment costs no write here between the first and the last.
create table jobs.agenda (
  job_id text collate "C" primary key,
  kind text collate "C" not null,
  lane smallint not null,
  leased boolean not null default false,
  due_at timestamptz(3) not null,
  announced integer not null default 0,
  seq bigint generated always as identity
) with (fillfactor = 80);
create index agenda_due on jobs.agenda (due_at);
create index agenda_line on jobs.agenda (kind, lane, seq);

create function jobs.refuse_illegal_move() returns trigger language plpgsql as $$
begin
  if old.state = new.state or new.state = any (case old.state
    when 'SCHEDULED' then array['QUEUED', 'RUNNING', 'CANCELLED']
    when 'QUEUED' then array['RUNNING', 'CANCELLED']
    when 'RUNNING' then array['SUCCEEDED', 'FAILED', 'CANCELLED', 'RETRYING', 'PARKED', 'OUTCOME_UNKNOWN', 'QUEUED']
    when 'RETRYING' then array['RUNNING', 'CANCELLED']
    -- The lost attempt itself came back and said how it had ended.
    when 'OUTCOME_UNKNOWN' then array['SUCCEEDED', 'FAILED']
    -- Somebody asked for it.
    when 'FAILED' then array['QUEUED']
    when 'CANCELLED' then array['QUEUED']
    when 'PARKED' then array['QUEUED', 'CANCELLED']
    else array[]::text[] end)
  then return new;
  end if;
  raise exception 'a job does not go from % to %', old.state, new.state using errcode = 'check_violation';
end $$;

-- Without a condition of its own: Postgres would read that anew for every statement.
create trigger only_legal_moves before update of state on jobs.jobs for each row
  execute function jobs.refuse_illegal_move();

-- The wait after so many failures: about 1 s, 2 s, 4 s, … 5 minutes, spread so that what failed together does not return together.
create function jobs.backoff(failures integer) returns interval language sql as $$
  select least(300, power(2, least(failures, 10) - 1)) * (0.5 + random() / 2) * interval '1 second'
$$;

-- Writes jobs and their rows of the agenda. `announce_after` is how long the submitter has to announce them itself.
-- A job whose key was used before by its subject for its kind is not written: the earlier one is answered, with its input.
-- Several jobs in one call have no keys.
create function jobs.submit(given json, announce_after interval)
returns table (id text, state text, earlier_input text) language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
begin
  return query
  with written as (
    insert into jobs.jobs as job (id, kind, state, lane, input, subject, tenant, scopes, idempotency_key, retries,
      restartable, timeout_ms, trace, run_at)
    select g.id, g.kind, case when g.run_at > now() then 'SCHEDULED' else 'QUEUED' end, g.lane,
      -- Null is JSON, too, and read as SQL's.
      coalesce(g.input, 'null'), g.subject,
      g.tenant, g.scopes, g.idempotency_key, g.retries, g.restartable, g.timeout_ms, g.trace, coalesce(g.run_at, now())
    from json_to_recordset(given) as g (id text, kind text, lane smallint, input json, subject text, tenant text,
      scopes text[], idempotency_key text, retries integer, restartable boolean, timeout_ms integer, trace text,
      run_at timestamptz)
    on conflict (subject, coalesce(tenant, ''), kind, idempotency_key) where idempotency_key is not null
      do update set idempotency_key = excluded.idempotency_key
    -- A row that is new has never been locked or updated.
    returning job.id, job.kind, job.state, job.lane, job.run_at, job.xmax = 0 as created,
      case when job.xmax <> 0 then job.input::text end as earlier_input
  ), entered as (
    insert into jobs.agenda (job_id, kind, lane, due_at)
    select w.id, w.kind, w.lane, greatest(w.run_at, now() + announce_after) from written w where w.created
  )
  select w.id, w.state, w.earlier_input from written w;
end $$;

-- What is to be announced now; it comes up again, ever later, until a worker has begun it.
create function jobs.take_due(most integer, again_after interval)
returns table (job_id text, kind text, lane smallint, attempt integer, trace text) language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
declare
  due text;
  job record;
begin
  for due in select a.job_id from jobs.agenda a where a.due_at <= now() and not a.leased order by a.due_at limit most loop
    select j.state, j.lease_until, j.attempt, j.trace into job from jobs.jobs j where j.id = due for update skip locked;
    continue when not found;
    if job.state = 'RUNNING' then
      update jobs.agenda a set leased = true, due_at = job.lease_until where a.job_id = due;
      continue;
    end if;
    return query
      update jobs.agenda a set due_at = now() + again_after * power(3, least(a.announced, 6)), announced = a.announced + 1
      where a.job_id = due and a.due_at <= now() and not a.leased
      returning a.job_id, a.kind, a.lane, job.attempt + 1, job.trace;
    if found and job.state = 'SCHEDULED' then update jobs.jobs j set state = 'QUEUED' where j.id = due; end if;
  end loop;
end $$;

-- Announcements that did not reach the broker. One that did, and whose confirmation was lost, may be of an attempt that
-- has failed since: the next one waits for its time.
create function jobs.announce_again(ids text[]) returns void language sql set enable_seqscan = off as $$
  update jobs.agenda a set due_at = now()
  where a.job_id in (
    select i.job_id from jobs.agenda i join jobs.jobs j on j.id = i.job_id
    where i.job_id = any(ids) and not i.leased and (j.state = 'QUEUED' or (j.state = 'RETRYING' and i.announced > 0))
    for update of i skip locked)
$$;

-- Begins attempts: those of the offered ones that are still to begin.
create function jobs.claim(ids text[], attempts integer[], lease interval) returns setof jobs.jobs language plpgsql
set enable_seqscan = off as $$
declare
  offered record;
  job jobs.jobs;
begin
  for offered in select * from unnest(ids, attempts) as o (id, attempt) order by o.id collate "C" loop
    update jobs.jobs j set state = 'RUNNING', attempt = j.attempt + 1, started_at = now(), lease_until = now() + lease,
      progress_done = null, progress_total = null, progress_note = null
    where j.id = offered.id and j.attempt = offered.attempt - 1 and j.state in ('QUEUED', 'SCHEDULED', 'RETRYING')
    returning j.* into job;
    continue when not found;
    -- What was announced often would come up long after the lease.
    update jobs.agenda a set leased = true, due_at = job.lease_until
    where a.job_id = offered.id and a.due_at > job.lease_until;
    return next job;
  end loop;
end $$;

-- Begins up to `most` of the kind, in the order of their lanes and then of their submission.
create function jobs.claim_ready(wanted text, most integer, lease interval) returns setof jobs.jobs language plpgsql
set enable_seqscan = off as $$
declare
  ready text;
  job record;
  begun integer := 0;
begin
  for ready in
    select a.job_id from jobs.agenda a
    where a.kind = wanted and not a.leased and a.due_at <= now() order by a.lane, a.seq
  loop
    exit when begun = most;
    select j.state, j.attempt, j.lease_until into job from jobs.jobs j where j.id = ready for update skip locked;
    continue when not found;
    -- Out of the line; if it is still in it, and was not begun and given back since this statement looked.
    update jobs.agenda a set leased = true, due_at = case job.state when 'RUNNING' then job.lease_until else now() + lease end
    where a.job_id = ready and not a.leased and a.due_at <= now();
    -- One who was told by a broker may have begun it.
    continue when not found or job.state = 'RUNNING';
    return query select * from jobs.claim(array[ready], array[job.attempt + 1], lease);
    begun := begun + 1;
  end loop;
end $$;

-- What a worker says every now and then of the attempts it runs. Answers with those it has to end, and why.
create function jobs.pulse(given json, lease interval) returns table (id text, stop text) language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
declare
  running record;
  job record;
begin
  for running in
    select * from json_to_recordset(given) as g (id text, attempt integer, done bigint, total bigint, note text)
    order by g.id collate "C"
  loop
    select j.cancel_requested, j.lease_until, j.lease_until < now() + lease * 0.7 as ending,
      (j.progress_done, j.progress_total, j.progress_note) is distinct from (running.done, running.total, running.note) as news
      into job from jobs.jobs j
      where j.id = running.id and j.attempt = running.attempt and j.state in ('RUNNING', 'OUTCOME_UNKNOWN');
    if not found then
      return query select running.id, 'LOST';
      continue;
    end if;
    if job.cancel_requested then return query select running.id, 'CANCEL'; end if;
    -- Not each time: it writes. Nor one that commits: it is not ended meanwhile, and the others must not wait for it.
    if job.news or job.ending then
      update jobs.jobs j set progress_done = running.done, progress_total = running.total, progress_note = running.note,
        lease_until = now() + lease
      where j.id = (select i.id from jobs.jobs i where i.id = running.id and i.attempt = running.attempt
        and i.state in ('RUNNING', 'OUTCOME_UNKNOWN') for update skip locked);
    end if;
    -- One that runs for longer than a moment is watched from now on, whether or not anything can be announced.
    if exists (select from jobs.agenda a where a.job_id = running.id and not a.leased) then
      perform from jobs.jobs i where i.id = running.id and i.attempt = running.attempt and i.state = 'RUNNING'
        for update skip locked;
      if found then
        update jobs.agenda a set leased = true, due_at = job.lease_until where a.job_id = running.id and not a.leased;
      end if;
    end if;
  end loop;
end $$;

-- What comes after an attempt that did not succeed and did not fail for good.
create function jobs.after(job jobs.jobs, given_back boolean) returns text language sql immutable as $$
  select case
    when not job.restartable then 'OUTCOME_UNKNOWN'
    when job.cancel_requested then 'CANCELLED'
    when given_back then 'QUEUED'
    when job.failures >= job.retries then 'PARKED'
    else 'RETRYING'
  end
$$;

-- Takes a job that did not succeed, and that the caller has locked, to where it goes from here.
create function jobs.leave(job jobs.jobs, next text, failed boolean, code text, message text, retry_after_ms integer)
returns void language plpgsql set enable_seqscan = off as $$
declare
  ended constant boolean := next not in ('RETRYING', 'QUEUED');
  troubled constant boolean := next not in ('CANCELLED', 'QUEUED');
begin
  update jobs.jobs j set state = next, failures = j.failures + failed::integer,
    error_code = case when troubled then code end, error_message = case when troubled then message end,
    cancel_requested = j.cancel_requested and next = 'CANCELLED', finished_at = case when ended then now() end
  where j.id = job.id;
  if ended then
    delete from jobs.agenda a where a.job_id = job.id;
  else
    update jobs.agenda a set leased = false, announced = 0,
      due_at = now() + case next when 'QUEUED' then interval '0' else
        greatest(jobs.backoff(job.failures + 1), coalesce(retry_after_ms, 0) * interval '1 millisecond') end
    where a.job_id = job.id;
  end if;
end $$;

-- Ends attempts: `outcome` is SUCCEEDED, FAILED (for good), RETRY (unless it was the last try) or RELEASED (given back).
-- Answers with the state each job is in now; null where the attempt is no longer the job's.
create function jobs.finish(given json) returns table (id text, attempt integer, state text) language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
declare
  ended record;
  job jobs.jobs;
begin
  for ended in
    select * from json_to_recordset(given) as g (id text, attempt integer, outcome text, result json, error_code text,
      error_message text, retry_after_ms integer, done bigint, total bigint, note text)
    order by g.id collate "C"
  loop
    id := ended.id;
    attempt := ended.attempt;
    state := null;
    if ended.outcome = 'SUCCEEDED' then
      update jobs.jobs j set state = 'SUCCEEDED', result = ended.result, error_code = null, error_message = null,
        cancel_requested = false, finished_at = now(), progress_done = ended.done, progress_total = ended.total,
        progress_note = ended.note
      where j.id = ended.id and j.attempt = ended.attempt and j.state in ('RUNNING', 'OUTCOME_UNKNOWN');
      if found then
        delete from jobs.agenda a where a.job_id = ended.id;
        state := 'SUCCEEDED';
      end if;
    else
      select j.* into job from jobs.jobs j
        where j.id = ended.id and j.attempt = ended.attempt and j.state in ('RUNNING', 'OUTCOME_UNKNOWN') for update;
      if found then
        state := case
          when ended.outcome = 'FAILED' then 'FAILED'
          when job.state = 'OUTCOME_UNKNOWN' then job.state
          else jobs.after(job, ended.outcome = 'RELEASED')
        end;
        perform jobs.leave(job, state, ended.outcome <> 'RELEASED', ended.error_code, ended.error_message,
          ended.retry_after_ms);
      end if;
    end if;
    return next;
  end loop;
end $$;

-- Takes the row of a running attempt until the transaction ends, so that what the attempt does in it counts once.
-- Answers RUNNING (go on), DONE (this attempt succeeded before) or null (it is no longer the job's).
create function jobs.hold(wanted text, its_attempt integer) returns text language sql as $$
  select case when j.state = 'SUCCEEDED' then 'DONE' else 'RUNNING' end from jobs.jobs j
  where j.id = wanted and j.attempt = its_attempt and j.state in ('RUNNING', 'OUTCOME_UNKNOWN', 'SUCCEEDED') for update
$$;

-- Ends leases that ran out: their workers died, or are stalled.
create function jobs.expire(most integer) returns table (id text, kind text, attempt integer, state text, trace text)
language plpgsql set enable_seqscan = off as $$
#variable_conflict use_column
declare
  expired text;
  job jobs.jobs;
  next text;
begin
  for expired in select a.job_id from jobs.agenda a where a.due_at <= now() and a.leased order by a.due_at limit most loop
    select j.* into job from jobs.jobs j where j.id = expired and j.state = 'RUNNING' for update skip locked;
    continue when not found;
    if job.lease_until > now() then
      update jobs.agenda a set due_at = job.lease_until where a.job_id = expired;
      continue;
    end if;
    next := jobs.after(job, false);
    perform jobs.leave(job, next, true, 'WORKER_LOST', 'The worker that ran the job died or stalled.', null);
    return query select job.id, job.kind, job.attempt, next, job.trace;
  end loop;
end $$;

-- Cancels what has not begun; what runs is asked to end. Answers with the state afterwards, and whether it was possible.
create function jobs.cancel(wanted text) returns table (state text, possible boolean) language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
declare
  job jobs.jobs;
begin
  -- Locked by a statement of its own: what was done to its agenda until then is seen by those that follow.
  select j.* into job from jobs.jobs j where j.id = wanted for update;
  if not found then return; end if;
  state := job.state;
  possible := job.state in ('QUEUED', 'SCHEDULED', 'RETRYING', 'PARKED', 'RUNNING');
  if job.state = 'RUNNING' then
    update jobs.jobs j set cancel_requested = true where j.id = wanted;
  elsif possible then
    state := 'CANCELLED';
    update jobs.jobs j set state = 'CANCELLED', cancel_requested = true, finished_at = now() where j.id = wanted;
    delete from jobs.agenda a where a.job_id = wanted;
  end if;
  return next;
end $$;

-- Lets a job that ended badly begin anew, with all its retries. Answers as `cancel` does.
create function jobs.retry(wanted text) returns table (state text, possible boolean) language plpgsql
set enable_seqscan = off as $$
#variable_conflict use_column
declare
  job jobs.jobs;
begin
  select j.* into job from jobs.jobs j where j.id = wanted for update;
  if not found then return; end if;
  state := job.state;
  possible := job.state in ('FAILED', 'PARKED', 'CANCELLED') and (job.restartable or job.attempt = 0);
  if possible then
    state := 'QUEUED';
    update jobs.jobs j set state = 'QUEUED', failures = 0, error_code = null, error_message = null,
      cancel_requested = false, finished_at = null, run_at = now(), progress_done = null, progress_total = null,
      progress_note = null
    where j.id = wanted;
    insert into jobs.agenda (job_id, kind, lane, due_at) values (wanted, job.kind, job.lane, now());
  end if;
  return next;
end $$;

-- Forgets what ended long ago, its result with it; of the jobs whose ids are below `older_than`, which spares the rest a look.
create function jobs.forget(older_than text, ended_for interval, troubled_for interval, most integer) returns bigint
language sql as $$
  with old as (
    select j.id from jobs.jobs j
    where j.id < older_than and j.finished_at < now() - ended_for
      and (j.state in ('SUCCEEDED', 'FAILED', 'CANCELLED') or j.finished_at < now() - troubled_for)
    order by j.id limit most for update skip locked
  ), gone as (
    delete from jobs.jobs j using old where j.id = old.id returning 1
  )
  select count(*) from gone
$$;
