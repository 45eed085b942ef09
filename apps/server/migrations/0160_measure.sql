-- Base measures: how many there are of what, at every place from building to sub-district, kept up while records change so that no question counts a table.

-- Where something changed that is counted. Written by triggers beside the change itself, whatever changed it; emptied by whoever counts anew.
create table measure_touched (
  no bigint generated always as identity primary key,
  subdistrict integer not null,
  source text not null,
  area text collate "C" not null,
  -- Of what is counted by days: the day.
  day date,
  at timestamptz not null default now()
);
alter table measure_touched enable row level security;
create policy staff_by_area on measure_touched to staff using (in_my_area(area));
grant select on measure_touched to staff;
create index measure_touched_of on measure_touched (subdistrict, no);
-- Whoever counts asks of every place whether it is touched again meanwhile; a start with much to look over touches tens of thousands.
create index measure_touched_at on measure_touched (subdistrict, source, area);

-- Takes what was touched, at most so many, away from those that wait; it is counted in the same transaction. While an import goes on, which touches the same
-- places again and again, the source it feeds waits for its end: until nothing more is touched for ten seconds, or five minutes. Whoever counts the whole takes all.
create function measure_take(tenant integer, most integer, is_whole boolean) returns table (source text, area text, day date) language sql security definer set search_path = public, pg_temp as $$
  with going_on as (select w.source from measure_touched w where w.subdistrict = tenant and not is_whole group by w.source having count(*) > 500 and max(w.at) > now() - interval '10 seconds' and min(w.at) > now() - interval '5 minutes')
  delete from measure_touched t where t.no in (select w.no from measure_touched w where w.subdistrict = tenant and w.source not in (select g.source from going_on g) order by w.no limit most) returning t.source, t.area, t.day
$$;
revoke execute on function measure_take(integer, integer, boolean) from public;
grant execute on function measure_take(integer, integer, boolean) to staff;

-- `own`: of the place itself; `counts`: with all that lies in it. Keys are measures ("people") and values of dimensions ("age=60"). `span`: what stands now, or
-- what happened on a day or in a month that begins with `first`.
create table measure_cell (
  subdistrict integer not null,
  source text not null,
  span text not null check (span in ('now', 'day', 'month')),
  level text not null,
  first date not null,
  area text collate "C" not null,
  own jsonb not null,
  counts jsonb not null,
  primary key (subdistrict, source, span, level, first, area)
);
call guard('measure_cell');

-- What stood at the end of a day on which it changed, from the grid upwards.
create table measure_past (
  subdistrict integer not null,
  source text not null,
  level text not null,
  area text collate "C" not null,
  day date not null,
  counts jsonb not null,
  primary key (subdistrict, source, area, day)
);
create index measure_past_of_level on measure_past (subdistrict, source, level, day);
call guard('measure_past');

-- Figures of what is wider are seen from below: a community sees the street's sums, and nothing of the community next door.
create function lies_around_me(area text) returns boolean language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('app.area', true), '') collate "C" ^@ area, false)
      or exists (select from unnest(string_to_array(current_setting('app.areas', true), ',')) as post (area) where post.area ^@ lies_around_me.area)
$$;
create policy staff_from_below on measure_cell for select to staff using (lies_around_me(area));
create policy staff_from_below on measure_past for select to staff using (lies_around_me(area));

-- The places something lies in, itself among them, up to the sub-district.
create function area_line(area text) returns setof text language sql immutable parallel safe as $$
  select '/' || array_to_string(parts[:depth], '/') || '/' from (select string_to_array(trim(both '/' from area), '/') as parts) as path, generate_series(4, cardinality(parts)) as depth
$$;
create function area_level(area text) returns text language sql immutable parallel safe as $$
  select case when area ~ '/b[0-9]+/$' then 'building' else (array['province', 'city', 'county', 'subdistrict', 'community', 'grid', 'microGrid'])[length(area) - length(replace(area, '/', '')) - 1] end
$$;
-- Key by key; what comes to nothing is left out.
create function counts_sum(one jsonb, other jsonb) returns jsonb language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(key, n) filter (where n <> 0), '{}') from (select key, sum(value::integer) as n from (select * from jsonb_each_text(one) union all select * from jsonb_each_text(other)) as pairs group by key) as sums
$$;

-- Until when a sub-district is counted; whoever counts holds the row. `day`: the day its present figures are of, because ages and terms change by themselves.
-- `held_until`: somebody counts the whole, says so anew with every part of it, and is gone if it did not.
create table measure_mark (
  subdistrict integer primary key,
  area text collate "C" not null,
  day date,
  counted_at timestamptz,
  held_until timestamptz,
  -- How often it was counted: what was told of the same turn is the same.
  turn bigint not null default 0,
  -- What a night's counting of everything found to be otherwise: places by source.
  proved_at timestamptz,
  looked integer not null default 0,
  differences jsonb not null default '[]'
);
call guard('measure_mark');
create policy staff_from_below on measure_mark for select to staff using (lies_around_me(area));

-- Three words for each source: its name, the column that says where, and the column that says when, or 'now'. As the owner, because nobody else writes that something is to be counted.
create function measure_touch() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rows text := case tg_op when 'INSERT' then 'select * from fresh' when 'DELETE' then 'select * from stale' else 'select * from stale union all select * from fresh' end;
begin
  for at in 0 .. tg_nargs - 1 by 3 loop
    execute format('insert into measure_touched (subdistrict, source, area, day) select distinct subdistrict, %1$L, %2$I, %3$s from (%4$s) as row where %2$I is not null %5$s',
      tg_argv[at], tg_argv[at + 1],
      case tg_argv[at + 2] when 'now' then 'null::date' else format('(%I at time zone ''Asia/Shanghai'')::date', tg_argv[at + 2]) end, rows,
      case tg_argv[at + 2] when 'now' then '' else format('and %I is not null', tg_argv[at + 2]) end);
  end loop;
  return null;
end $$;
revoke execute on function measure_touch() from public;

create procedure measured("table" text, variadic sources text[]) language plpgsql as $$
declare arguments text := (select string_agg(quote_literal(word), ', ' order by no) from unnest(sources) with ordinality as words (word, no));
begin
  execute format('create trigger measure_added after insert on %I referencing new table as fresh for each statement execute function measure_touch(%s)', "table", arguments);
  execute format('create trigger measure_altered after update on %I referencing old table as stale new table as fresh for each statement execute function measure_touch(%s)', "table", arguments);
  execute format('create trigger measure_removed after delete on %I referencing old table as stale for each statement execute function measure_touch(%s)', "table", arguments);
end $$;
call measured('person', 'people', 'area', 'now');
call measured('housing', 'homes', 'area', 'now');
call measured('household', 'households', 'area', 'now');
call measured('enterprise', 'organisations', 'area', 'now');
call measured('thing', 'things', 'area', 'now');
call measured('event', 'open', 'area', 'now', 'reports', 'area', 'reported_at', 'closings', 'area', 'closed_at');
call measured('talk', 'talks', 'area', 'begun_at');
call measured('flaw', 'flaws', 'area', 'now');

create index person_by_area on person (area) where standing = 'present';
create index enterprise_by_area on enterprise (area);
create index household_by_area on household (area) where ended_on is null;
create index thing_by_area on thing (area) where ended_on is null;
create index event_by_closing on event (area, closed_at) where closed_at is not null;
create index event_open_by_area on event (area) where status not in ('draft', 'closed', 'cancelled', 'merged');
