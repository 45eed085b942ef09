-- What happened: who, when, what, on which subject. Append-only; partitioned by month.
create table journal (
  subdistrict integer not null,
  at timestamptz not null,
  id uuid not null,
  name text not null,
  area text collate "C" not null,
  subject_kind text not null,
  subject text not null,
  actor_side text not null,
  actor uuid,
  actor_name text not null,
  actor_post text,
  address text,
  request text,
  details jsonb not null default '{}',
  -- Where the row stands in the order of sealing: the life of the cluster it was written in, and the writing transaction.
  era smallint not null default 1,
  tx xid8 not null default pg_current_xact_id(),
  primary key (subdistrict, at, id)
) partition by range (at);
create index journal_by_subject on journal (subdistrict, subject, at);
create index journal_by_place on journal (subdistrict, era, tx, at, id);
create index journal_by_actor on journal (actor, at);
create index journal_newest on journal (at, id);

-- The partition of a month in Asia/Shanghai. A partition is guarded itself: the policies of the whole do not reach who asks the part.
create function journal_month(month date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare first date := date_trunc('month', month)::date; part text := 'journal_' || to_char(first, 'YYYYMM');
begin
  if to_regclass(part) is not null then return; end if;
  execute format('create table %I partition of journal for values from (%L) to (%L)',
    part, first::text || ' 00:00:00+08', (first + interval '1 month')::date::text || ' 00:00:00+08');
  execute format('alter table %I enable row level security', part);
exception when duplicate_table or unique_violation then null;
end $$;
revoke execute on function journal_month(date) from public;
grant execute on function journal_month(date) to app;

alter table journal enable row level security;
create policy staff_by_area on journal for select to staff using (in_my_area(area));
-- What one did oneself.
create policy oneself on journal for select to staff, unit, resident using (actor = my_person());
-- Who writes a row writes as itself; what may be read is decided for each subject where its table is made.
create policy written_as_oneself on journal for insert to staff, unit, resident with check (actor is not distinct from my_person());
-- At the gate nobody is known yet: the row names who came in.
create policy written_at_the_gate on journal for insert to gate with check (true);
grant select on journal to staff, unit, resident;
-- All but its place in the order of sealing, which nobody may choose.
grant insert (subdistrict, at, id, name, area, subject_kind, subject, actor_side, actor, actor_name, actor_post, address, request, details)
  on journal to staff, unit, resident, gate;

-- Transaction numbers begin anew in another cluster (dump and restore, an upgrade): each cluster the journal lives in is an era of its own,
-- and rows of a later era come after all of an earlier one. Called by the owner at every start.
create table journal_era (no smallint primary key, cluster bigint not null, since timestamptz not null default now());
create procedure journal_settle() language plpgsql as $$
declare here bigint := (select system_identifier from pg_control_system()); last journal_era;
begin
  select * into last from journal_era order by no desc limit 1;
  if last.cluster = here then return; end if;
  insert into journal_era (no, cluster) values (coalesce(last.no, 0) + 1, here);
  execute format('alter table journal alter column era set default %s', coalesce(last.no, 0) + 1);
end $$;
call journal_settle();

-- Batches of the journal, each chained to the one before: docs/decisions/0007. `after` and `until` are places (era/tx/at/id) in the order of
-- sealing; `digests` holds 32 bytes for each of `ids`, so that a check can name the row that was changed and not only the batch.
create table journal_seal (
  subdistrict integer not null,
  no integer not null,
  area text collate "C" not null,
  after text not null,
  until text not null,
  ids uuid[] not null,
  digests bytea not null,
  previous bytea not null,
  seal bytea not null,
  at timestamptz not null,
  primary key (subdistrict, no)
);
alter table journal_seal enable row level security;
create policy staff_by_area on journal_seal for select to staff using (in_my_area(area));
create policy sealed_by_the_server on journal_seal to app using (true) with check (true);
grant select on journal_seal to staff;
grant select, insert on journal_seal to app;

-- The sealer reads across areas but changes nothing: rows after a place in order, each with the text its digest is taken of. Without `until`
-- only rows that nothing can come before any more: of finished transactions, while every later one gets a higher number.
create function journal_rows(of_subdistrict integer, after text, until text, most integer) returns table (place text, id uuid, content text)
language sql stable security definer set search_path = public, pg_temp as $$
  select format('%s/%s/%s/%s', era, tx, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), id), id,
    json_build_array(subdistrict, era, tx, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), id, name, area, subject_kind, subject,
      actor_side, actor, actor_name, actor_post, address, request, details)::text
  from journal
  where subdistrict = of_subdistrict
    and (era, tx, at, id) > (coalesce(nullif(split_part(after, '/', 1), '')::smallint, 0), coalesce(nullif(split_part(after, '/', 2), '')::xid8, '0'),
      coalesce(nullif(split_part(after, '/', 3), '')::timestamptz, '-infinity'), coalesce(nullif(split_part(after, '/', 4), '')::uuid, '00000000-0000-0000-0000-000000000000'))
    and (era, tx, at, id) <= (coalesce(split_part(until, '/', 1)::smallint, (select max(no) from journal_era)), coalesce(split_part(until, '/', 2)::xid8, pg_snapshot_xmin(pg_current_snapshot())),
      coalesce(split_part(until, '/', 3)::timestamptz, '-infinity'), coalesce(split_part(until, '/', 4)::uuid, '00000000-0000-0000-0000-000000000000'))
  order by era, tx, at, id limit most
$$;
create function journal_subdistricts() returns setof integer language plpgsql stable security definer set search_path = public, pg_temp as $$
declare one integer;
begin
  loop
    select subdistrict into one from journal where one is null or subdistrict > one order by subdistrict limit 1;
    exit when not found;
    return next one;
  end loop;
end $$;
revoke execute on function journal_rows(integer, text, text, integer), journal_subdistricts() from public;
grant execute on function journal_rows(integer, text, text, integer), journal_subdistricts() to app;

-- Answers already given to a request that carried an idempotency key: a repeated submission gets the same answer.
create table answered (
  actor uuid not null,
  key text not null,
  endpoint text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (actor, key)
);
alter table answered enable row level security;
create policy own on answered to staff, unit, resident using (actor = my_person()) with check (actor = my_person());
grant select, insert on answered to staff, unit, resident;
create index answered_by_age on answered (at);
create function answered_forget(before timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from answered where at < before
$$;
revoke execute on function answered_forget(timestamptz) from public;
grant execute on function answered_forget(timestamptz) to app;
