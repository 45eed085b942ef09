-- Figures of events, counted once: one row for each day (and month) and place, as a whole and by unit, matter, source and hour. A screen adds up
-- a few of these rows instead of reading events. Filled by the job insight.refresh and by `linli insight rebuild`; what a column counts stands
-- in modules/insight/measure-queries.ts.
create table tally (
  subdistrict integer not null,
  level text collate "C" not null check (level in ('subdistrict', 'community')),
  slice text collate "C" not null check (slice in ('all', 'unit', 'matter', 'source', 'hour')),
  span text collate "C" not null check (span in ('day', 'month')),
  first date not null,
  area text collate "C" not null,
  key text collate "C" not null,
  reported integer not null, duplicate integer not null, self_handled integer not null,
  accepted integer not null, accept_done integer not null, accept_in_time integer not null,
  verify_done integer not null, verify_in_time integer not null,
  filed integer not null, file_in_time integer not null, filed_cancelled integer not null,
  dispatched integer not null, dispatch_in_time integer not null, first_dispatched integer not null, first_right integer not null,
  signed integer not null, sign_in_time integer not null,
  handled integer not null, handle_in_time integer not null, reworked integer not null, returned integer not null, extended integer not null,
  check_done integer not null, check_in_time integer not null,
  suspended integer not null, transferred integer not null, merged integer not null, cancelled integer not null, reopened integer not null, closed integer not null,
  ended integer not null, rated integer not null, satisfied integer not null, solved integer not null,
  due integer not null, due_closed integer not null, due_in_time integer not null,
  -- Histograms of minutes: buckets, and beside each how many.
  accept_times smallint[], accept_n integer[], handle_times smallint[], handle_n integer[], close_times smallint[], close_n integer[],
  primary key (subdistrict, level, slice, span, first, area, key)
);
create index tally_above on tally (level, slice, span, first, area);
call guard('tally');

-- How long it took is kept as a histogram: exact below 64 minutes, then 16 steps to each doubling (less than 5 %).
create function minute_bucket(minutes integer) returns smallint language sql immutable parallel safe as $$
  select (case when minutes < 64 then greatest(minutes, 0) else 64 + floor(16 * ln((minutes / 64.0)::float8) / ln(2::float8) + 1e-9) end)::smallint
$$;

-- How far the tally has come, for each sub-district. Who holds the row counts.
create table tally_mark (
  subdistrict integer primary key,
  area text collate "C" not null,
  until timestamptz
);
call guard('tally_mark');

-- Days are counted anew as a whole; no role deletes rows by itself.
create function tally_forget(of_subdistrict integer, days date[]) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from tally where subdistrict = of_subdistrict and ((span = 'day' and first = any (days)) or (span = 'month' and first in (select date_trunc('month', day)::date from unnest(days) as day)));
$$;
revoke execute on function tally_forget(integer, date[]) from public;
grant execute on function tally_forget(integer, date[]) to staff;
create index tally_by_day on tally (subdistrict, span, first);

-- Which days an event touches, and which events a day.
create index event_changed on event (subdistrict, changed_at);
create index event_closed on event (subdistrict, closed_at) where closed_at is not null;
create index event_stage_since on event_stage (subdistrict, since);
create index event_stage_due on event_stage (subdistrict, due_at) where status = 'handling';
create index event_request_decided on event_request (subdistrict, decided_at) where decided_at is not null;

-- A month as it was told: figures with their formulas, never changed again.
create table frozen_month (
  subdistrict integer not null,
  area text collate "C" not null,
  month date not null,
  figures jsonb not null,
  frozen_at timestamptz not null,
  frozen_by text not null,
  primary key (subdistrict, area, month)
);
call guard('frozen_month', changeable => false);

-- Roles that are there already; new installations get theirs from the seed.
update role set permissions = permissions || '{insight.view}' where built_in and code in ('leader', 'shiftLeader', 'dispatcher', 'secretary') and not permissions @> '{insight.view}';
update role set permissions = permissions || '{insight.freeze}' where built_in and code = 'shiftLeader' and not permissions @> '{insight.freeze}';
