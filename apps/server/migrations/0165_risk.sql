-- 风险: rules an office publishes in whole versions, scores that follow from them and from the records, warnings and what became of them.

-- The highest number is in force, and none is ever changed. Until an office has published, nothing is scored (PIPL art. 55: assessed first).
create table risk_version (
  subdistrict integer not null,
  area text collate "C" not null,
  no integer not null check (no > 0),
  published_at timestamptz not null,
  published_by uuid not null,
  published_name text not null,
  note text not null,
  from_no integer,
  rules jsonb not null,
  kinds jsonb not null,
  primary key (subdistrict, no)
);
call guard('risk_version', changeable => false);
-- Whoever is warned may read by which rule.
create policy staff_from_above on risk_version for select to staff using (current_setting('app.area', true) ^@ area);

create table risk_draft (
  subdistrict integer primary key,
  area text collate "C" not null,
  is_open boolean not null default false,
  rules jsonb not null default '[]',
  kinds jsonb not null default '[]',
  changed_at timestamptz not null,
  changed_name text not null
);
call guard('risk_draft');

-- May who asks know how much care somebody needs: a post of their own in the community where they live now names the permission. A street's post does not do, nor a deputy's.
-- The server itself works for nobody (no person) and keeps to its area.
create function may_care(tenant integer, of_kind text, whom text) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare home text := case of_kind when 'person' then (select area from person where subdistrict = tenant and id = whom::uuid) else (select area from household where subdistrict = tenant and id = whom::uuid) end;
begin
  return home is not null and in_my_area(home) and (my_person() is null or exists (
    select from post join role on role.code = post.role where post.account = my_person() and post.valid_from <= now() and (post.valid_until is null or post.valid_until > now())
      and role.permissions @> array['risk.person'] and home ^@ post.area and post.area ~ '^(/[^/]+){5,}/$'));
end $$;
revoke execute on function may_care(integer, text, text) from public;
grant execute on function may_care(integer, text, text) to staff;

-- A table whose rows of people are seen by few, and all others by the staff of the area.
create procedure guard_risk("table" text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', "table");
  execute format('create policy staff_by_area on %I to staff using (kind not in (''person'', ''household'') and in_my_area(area)) with check (kind not in (''person'', ''household'') and in_my_area(area))', "table");
  execute format('create policy staff_who_care on %I to staff using (kind in (''person'', ''household'') and may_care(subdistrict, kind, subject)) with check (kind in (''person'', ''household'') and may_care(subdistrict, kind, subject))', "table");
  execute format('grant select, insert, update on %I to staff', "table");
end $$;

-- What stands now: only of what was measured once. `parts`: each rule that spoke, its value, its points and the records that make it.
create table risk_score (
  subdistrict integer not null,
  kind text not null,
  subject text collate "C" not null,
  area text collate "C" not null,
  score real not null,
  colour text not null check (colour in ('red', 'orange', 'yellow', 'blue', 'green')),
  version integer not null,
  parts jsonb not null,
  -- Since when it has this colour.
  since timestamptz not null,
  changed_at timestamptz not null,
  primary key (subdistrict, kind, subject)
);
create index risk_score_worst on risk_score (subdistrict, kind, score desc, subject) where colour <> 'green';
create index risk_score_by_area on risk_score (subdistrict, kind, area);
call guard_risk('risk_score');

-- What it was at the end of a day on which it changed.
create table risk_day (
  subdistrict integer not null,
  kind text not null,
  subject text collate "C" not null,
  day date not null,
  area text collate "C" not null,
  score real not null,
  colour text not null,
  version integer not null,
  primary key (subdistrict, kind, subject, day)
);
call guard_risk('risk_day');

-- How many have a colour in a grid, or in a community where no grid is known: names nobody, so that the street may read it.
create table risk_count (
  subdistrict integer not null,
  area text collate "C" not null,
  kind text not null,
  colour text not null,
  subjects integer not null,
  primary key (subdistrict, area, kind, colour)
);
call guard('risk_count');

-- How far changes were looked through, and when all was measured last.
create table risk_mark (
  subdistrict integer primary key,
  area text collate "C" not null,
  until timestamptz not null,
  measured_at timestamptz not null,
  version integer not null
);
call guard('risk_mark');
create policy staff_from_above on risk_mark for select to staff using (current_setting('app.area', true) ^@ area);

-- Somebody is to look, by a time. It does nothing to anybody by itself.
create table risk_warning (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  kind text not null,
  subject text collate "C" not null,
  colour text not null,
  score real not null,
  version integer not null,
  parts jsonb not null,
  -- The rules that spoke, to be counted by.
  rules uuid[] not null,
  raised_at timestamptz not null,
  role text not null,
  due_at timestamptz not null,
  escalations smallint not null default 0,
  escalated_at timestamptz,
  state text not null default 'open' check (state in ('open', 'disposed', 'mistaken')),
  found text,
  done text,
  event uuid,
  event_number text,
  reason text,
  note text,
  photo_count smallint not null default 0,
  closed_at timestamptz,
  closed_by uuid,
  closed_name text,
  effect_on timestamptz,
  effect_score real,
  effect_colour text,
  primary key (subdistrict, id),
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'mistaken') = (reason is not null))
);
create unique index risk_warning_once on risk_warning (subdistrict, kind, subject) where state = 'open';
create index risk_warning_by_subject on risk_warning (subdistrict, kind, subject, raised_at desc);
create index risk_warning_newest on risk_warning (subdistrict, raised_at desc, id desc);
create index risk_warning_by_area on risk_warning (area, raised_at desc, id desc);
create index risk_warning_due on risk_warning (due_at) where state = 'open';
create index risk_warning_effect on risk_warning (effect_on) where state = 'disposed' and effect_colour is null;
call guard_risk('risk_warning');

create index turn_by_worker on turn (subdistrict, resident, at desc) where by = 'worker' and resident is not null;
-- When a social worker last answered whoever signs in with this number: accounts of residents belong to no area, so past their policy, for the areas of who asks.
create function answered_last(tenant integer, number bytea, until timestamptz) returns table (talk uuid, at timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select t.talk, t.at from account a join turn t on t.subdistrict = tenant and t.resident = a.id and t.by = 'worker' and t.at <= until and in_my_area(t.area)
  where a.side = 'resident' and a.phone_index = number order by t.at desc limit 1
$$;
-- Who of the people of these areas was answered since.
create function answered_since(tenant integer, since timestamptz) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from turn t join account a on a.id = t.resident join person p on p.subdistrict = tenant and p.phone_index = a.phone_index
  where t.subdistrict = tenant and t.by = 'worker' and t.at > since and in_my_area(p.area)
$$;
-- How warnings came out, rule by rule: names nobody, so that whoever keeps the rules learns from them all. What is of people is said apart; its small numbers are not told.
create function risk_outcomes(tenant integer, since timestamptz)
returns table (rule uuid, is_care boolean, warned integer, disposed integer, mistaken integer, events integer, measured integer, better integer) language sql stable security definer set search_path = public, pg_temp as $$
  select one, kind in ('person', 'household'), count(*)::integer, count(*) filter (where state = 'disposed')::integer, count(*) filter (where state = 'mistaken')::integer, count(event)::integer, count(effect_colour)::integer,
    count(*) filter (where array_position(array['red', 'orange', 'yellow', 'blue', 'green'], effect_colour) > array_position(array['red', 'orange', 'yellow', 'blue', 'green'], colour))::integer
  from risk_warning, unnest(rules) as one where subdistrict = tenant and raised_at > since and in_my_area(area) group by 1, 2
$$;
revoke execute on function answered_last(integer, bytea, timestamptz), answered_since(integer, timestamptz), risk_outcomes(integer, timestamptz) from public;
grant execute on function answered_last(integer, bytea, timestamptz), answered_since(integer, timestamptz), risk_outcomes(integer, timestamptz) to staff;

-- What was kept of people long enough goes: warnings that were closed, and days of a score, as the register says. By the server itself over the whole office, as in 0056.
create function risk_sweep(tenant integer, before timestamptz, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare days integer; warned integer;
begin
  if replace(coalesce(current_setting('app.area', true), ''), '/', '') <> tenant::text then return 0; end if;
  delete from risk_day where ctid = any (array(select ctid from risk_day where subdistrict = tenant and kind in ('person', 'household') and day < before::date limit most));
  get diagnostics days = row_count;
  delete from risk_warning where ctid = any (array(select ctid from risk_warning where subdistrict = tenant and kind in ('person', 'household') and closed_at < before limit most));
  get diagnostics warned = row_count;
  return days + warned;
end $$;
revoke execute on function risk_sweep(integer, timestamptz, integer) from public;
grant execute on function risk_sweep(integer, timestamptz, integer) to staff;

-- Whose name has been forgotten keeps no score and no warning; by the server itself.
create function risk_forget(tenant integer, whom uuid) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare warned integer;
begin
  if my_person() is not null or not exists (select from person where subdistrict = tenant and id = whom and in_my_area(area)) then return 0; end if;
  delete from risk_day where subdistrict = tenant and kind = 'person' and subject = whom::text;
  delete from risk_warning where subdistrict = tenant and kind = 'person' and subject = whom::text;
  get diagnostics warned = row_count;
  delete from risk_score where subdistrict = tenant and kind = 'person' and subject = whom::text;
  return warned;
end $$;
revoke execute on function risk_forget(integer, uuid) from public;
grant execute on function risk_forget(integer, uuid) to staff;

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['risk.view', 'risk.rule'] where code in ('leader', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker') and built_in and not permissions @> array['risk.view'];
update role set permissions = permissions || array['risk.handle'] where code in ('shiftLeader', 'secretary', 'socialWorker', 'gridWorker') and built_in and not permissions @> array['risk.handle'];
update role set permissions = permissions || array['risk.person'] where code in ('secretary', 'socialWorker') and built_in and not permissions @> array['risk.person'];
update role set permissions = permissions || array['risk.rule', 'risk.manage'] where code = 'systemAdmin' and built_in and not permissions @> array['risk.manage'];
