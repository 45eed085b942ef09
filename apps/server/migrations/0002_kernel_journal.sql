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
  -- The writing transaction: rows of finished transactions can be sealed in order without anybody waiting.
  tx xid8 not null default pg_current_xact_id(),
  primary key (subdistrict, at, id)
) partition by range (at);
create index journal_by_subject on journal (subdistrict, subject, at);
create index journal_by_tx on journal (subdistrict, tx);
create index journal_by_actor on journal (actor, at);

create function journal_month(month date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare first date := date_trunc('month', month)::date;
begin
  execute format('create table if not exists journal_%s partition of journal for values from (%L) to (%L)',
    to_char(first, 'YYYYMM'), first::text || ' 00:00:00+08', (first + interval '1 month')::date::text || ' 00:00:00+08');
end $$;
revoke execute on function journal_month(date) from public;
grant execute on function journal_month(date) to app;

alter table journal enable row level security;
create policy staff_by_area on journal for select to staff using (in_my_area(area));
-- Who writes a row writes as itself; what may be read is decided for each subject where its table is made.
create policy written_as_oneself on journal for insert to staff, unit, resident with check (actor is not distinct from my_person());
-- At the gate nobody is known yet: the row names who came in.
create policy written_at_the_gate on journal for insert to gate with check (true);
grant select on journal to staff;
grant insert on journal to staff, unit, resident, gate;

-- Batches of the journal, each chained to the one before. `digests` holds 32 bytes a row in the order of `ids`,
-- so that a check can name the row that was changed and not only the batch.
create table journal_seal (
  subdistrict integer not null,
  no integer not null,
  from_tx xid8 not null,
  until_tx xid8 not null,
  rows integer not null,
  ids uuid[] not null,
  digests bytea not null,
  previous bytea not null,
  seal bytea not null,
  at timestamptz not null,
  primary key (subdistrict, no)
);
grant select, insert on journal_seal to app;
grant select on journal_seal to staff;

-- The sealer reads across areas but changes nothing: only these columns, only finished transactions.
create function journal_unsealed(of_subdistrict integer, since xid8, most integer) returns setof journal language sql stable security definer set search_path = public, pg_temp as $$
  select * from journal where subdistrict = of_subdistrict and tx >= since and tx < pg_snapshot_xmin(pg_current_snapshot()) order by tx, at, id limit most
$$;
create function journal_sealed(of_subdistrict integer, since xid8, until xid8) returns setof journal language sql stable security definer set search_path = public, pg_temp as $$
  select * from journal where subdistrict = of_subdistrict and tx >= since and tx < until order by tx, at, id
$$;
create function journal_subdistricts() returns setof integer language sql stable security definer set search_path = public, pg_temp as $$
  with recursive one as (
    (select subdistrict from journal order by subdistrict limit 1)
    union all
    select (select subdistrict from journal where subdistrict > one.subdistrict order by subdistrict limit 1) from one where one.subdistrict is not null)
  select subdistrict from one where subdistrict is not null
$$;
revoke execute on function journal_unsealed(integer, xid8, integer), journal_sealed(integer, xid8, xid8), journal_subdistricts() from public;
grant execute on function journal_unsealed(integer, xid8, integer), journal_sealed(integer, xid8, xid8), journal_subdistricts() to app;

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
