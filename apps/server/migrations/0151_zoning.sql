-- 网格划分: borders of grids and micro-grids are drawn anew, and what lies in a grid goes with it (GB/T 34300-2017: grids tile the community, every unit in exactly one).

-- Where an area went on under another path: a building that lies in another grid, a grid that is part of its neighbour.
alter table area add column became text collate "C";
create index area_by_became on area (became) where became is not null;

-- What a border was, until when; whoever draws it anew, by hand or with a file.
create table area_past (
  area text collate "C" not null,
  until timestamptz not null,
  shape jsonb not null,
  primary key (area, until)
);
alter table area_past enable row level security;
create policy staff_by_area on area_past for select to staff using (in_my_area(area));
grant select on area_past to staff;
create function area_redrawn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into area_past (area, until, shape) values (old.path, now(), old.shape) on conflict do nothing;
  return null;
end $$;
revoke execute on function area_redrawn() from public;
create trigger area_redrawn after update of shape on area for each row when (old.shape is not null and old.shape is distinct from new.shape) execute function area_redrawn();

-- A change of borders: who, when, why, what was drawn before and after, and what went where.
create table zoning (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  note text not null,
  drawn jsonb not null,
  moves jsonb not null,
  carried jsonb not null,
  told jsonb not null,
  by uuid,
  by_name text not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by_name text,
  primary key (subdistrict, id)
);
create index zoning_by_time on zoning (subdistrict, area, at desc, id desc);
call guard('zoning');

-- What goes with a place that lies under another path from now on. `along` begins with the path, `named` holds its full name; `which` tells those that go: what is over
-- stays where it was when it ended. `key` finds a row again. What is not named here stays: the journal, figures of months, ledgers as they were handed in.
-- The score of a building goes under its new path, open warnings to who works there from now on; a grid's own score stays its own.
create function zoning_carried() returns table (tab text, col text, along text, named text, which text, key text) language sql immutable set search_path = public, pg_temp as $$
  values ('housing', 'area', 'place', null, 'true', 'id'), ('residency', 'area', 'place', null, 'true', 'id'), ('household', 'area', 'place', null, 'true', 'id'), ('enterprise', 'area', 'place', null, 'true', 'id'),
    ('thing', 'area', 'place', null, 'true', 'id'), ('person', 'area', null, null, 'true', 'id'), ('building', 'area', null, null, 'true', 'id'), ('revision', 'area', null, null, 'true', 'record'), ('claim', 'area', null, null, 'true', 'id'),
    ('document', 'area', null, null, 'true', 'id'), ('document', 'building', null, null, 'true', 'id'), ('relation', 'area', null, null, 'true', 'id'), ('relation', 'building', null, null, 'true', 'id'),
    ('transfer', 'area', null, null, 'true', 'id'), ('transfer', 'to_area', null, null, 'true', 'id'), ('twin', 'area', null, null, 'true', 'id'), ('twin_side', 'area', null, null, 'true', 'twin'), ('person_merge', 'area', null, null, 'true', 'id'),
    ('flaw', 'area', null, null, 'true', 'subject'), ('intake_row', 'area', 'place', null, 'true', 'batch'), ('retention_hold', 'area', null, null, 'true', 'id'),
    ('logbook_entry', 'area', null, null, 'true', 'id'), ('rights_request', 'area', null, 'area_name', 'true', 'id'), ('photo', 'area', null, null, $q$t.subject_kind is distinct from 'event'$q$, 'id'),
    ('event', 'area', null, 'area_name', $q$t.status not in ('closed', 'cancelled', 'merged')$q$, 'id'), ('whistle', 'area', null, 'area_name', $q$t.status in ('blown', 'ended')$q$, 'id'),
    ('whistle_call', 'area', null, null, $q$t.status in ('called', 'answered', 'arrived')$q$, 'whistle'), ('governance', 'area', null, 'area_name', $q$t.status not in ('closed', 'cancelled')$q$, 'id'), ('talk', 'area', null, 'area_name', $q$t.state <> 'ended'$q$, 'id'),
    ('account', 'area', null, null, 'true', 'id'), ('post', 'area', null, null, '(t.valid_until is null or t.valid_until > now())', 'id'), ('deputy', 'area', null, null, 'true', 'id'),
    ('risk_score', 'area', null, null, $q$t.kind <> 'grid'$q$, 'subject'), ('risk_score', 'subject', null, null, $q$t.kind = 'building'$q$, 'area'),
    ('risk_warning', 'area', null, null, $q$t.state = 'open' and t.kind <> 'grid'$q$, 'id'), ('risk_warning', 'subject', null, null, $q$t.state = 'open' and t.kind = 'building'$q$, 'id')
$$;

-- Carries everything from old paths to new ones, in one statement for each table; answers for how many rows, and, where it is asked for, which: a grid that was joined to another cannot
-- be told from it afterwards. As the owner: whoever draws borders may not see what lies within them.
create function zoning_carry(tenant integer, olds text[], news text[], names text[], is_told boolean) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare one record; n integer; ids text[]; told jsonb := '{}'; owned boolean; grids text[];
begin
  if cardinality(olds) <> cardinality(news) or exists (select from unnest(olds, news) as m (o, n) where not in_my_area(o) or not in_my_area(m.n) or substring(o from '^(?:/[^/]+){5}/') is distinct from substring(m.n from '^(?:/[^/]+){5}/')) then
    raise insufficient_privilege;
  end if;
  for one in select * from zoning_carried() loop
    owned := exists (select from pg_attribute where attrelid = to_regclass(one.tab) and attname = 'subdistrict');
    execute format('with m as (select * from unnest($2, $3, $4) as m (o, n, name)), done as (update %1$I t set %2$I = m.n %3$s %4$s from m where %5$s t.%2$I = m.o and %6$s returning t.%7$I::text as k) select count(*), case when $5 then array_agg(distinct k) end from done',
      one.tab, one.col, case when one.along is not null then format(', %1$I = case when t.%1$I ^@ m.o then m.n || substr(t.%1$I, length(m.o) + 1) else t.%1$I end', one.along) else '' end,
      case when one.named is not null then format(', %1$I = coalesce(m.name, t.%1$I)', one.named) else '' end, case when owned then 't.subdistrict = $1 and' else '' end, one.which, one.key)
      into n, ids using tenant, olds, news, names, is_told;
    if n > 0 then told := told || jsonb_build_object(one.tab || '.' || one.col, case when is_told then jsonb_build_object('rows', n, 'keys', to_jsonb(ids)) else jsonb_build_object('rows', n) end); end if;
  end loop;
  -- Flaws are counted by grid.
  grids := array(select distinct substring(p from '^(?:/[^/]+){6}/') from unnest(olds || news) as p);
  update flaw_count c set open = (select count(*) from flaw f where f.subdistrict = tenant and f.kind = c.kind and f.is_open and f.area >= c.area and f.area < c.area || U&'\FFFF') where c.subdistrict = tenant and c.area = any (grids);
  insert into flaw_count (subdistrict, kind, area, open) select tenant, f.kind, substring(f.area from '^(?:/[^/]+){6}/'), count(*) from flaw f
    where f.subdistrict = tenant and f.is_open and substring(f.area from '^(?:/[^/]+){6}/') = any (grids) group by 2, 3 on conflict do nothing;
  -- And so are colours; what is green is counted at night.
  update risk_count c set subjects = (select count(*) from risk_score r where r.subdistrict = tenant and r.kind = c.kind and r.colour = c.colour and r.area >= c.area and r.area < c.area || U&'\FFFF') where c.subdistrict = tenant and c.area = any (grids);
  insert into risk_count (subdistrict, area, kind, colour, subjects) select tenant, substring(r.area from '^(?:/[^/]+){6}/'), r.kind, r.colour, count(*) from risk_score r
    where r.subdistrict = tenant and r.colour <> 'green' and substring(r.area from '^(?:/[^/]+){6}/') = any (grids) group by 2, 3, 4 on conflict do nothing;
  return told;
end $$;
revoke execute on function zoning_carry(integer, text[], text[], text[], boolean) from public;
grant execute on function zoning_carry(integer, text[], text[], text[], boolean) to staff;

-- Takes back what a grid was carried away with, row by row.
create function zoning_return(tenant integer, old text, new text, name text, told jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare one record;
begin
  if not in_my_area(old) or not in_my_area(new) then raise insufficient_privilege; end if;
  for one in select * from zoning_carried() where told ? (tab || '.' || col) loop
    execute format('update %1$I t set %2$I = $1 %3$s %4$s where t.%2$I = $2 and t.%5$I::text = any (array(select jsonb_array_elements_text($4)))', one.tab, one.col,
      case when one.along is not null then format(', %1$I = case when t.%1$I ^@ $2 then $1 || substr(t.%1$I, length($2) + 1) else t.%1$I end', one.along) else '' end,
      case when one.named is not null then format(', %1$I = $3', one.named) else '' end, one.key) using old, new, name, told -> (one.tab || '.' || one.col) -> 'keys';
  end loop;
end $$;
revoke execute on function zoning_return(integer, text, text, text, jsonb) from public;
grant execute on function zoning_return(integer, text, text, text, jsonb) to staff;

-- What lies at a point of a grid and in no building goes by its point: open events and things.
create function zoning_points(tenant integer, grids text[]) returns table (tab text, id uuid, area text, lng double precision, lat double precision) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select 'event', e.id, e.area, e.lng, e.lat from event e where e.subdistrict = tenant and e.area = any (grids) and in_my_area(e.area) and e.lng is not null and e.status not in ('closed', 'cancelled', 'merged')
    union all select 'thing', t.id, t.area, t.lng, t.lat from thing t where t.subdistrict = tenant and t.area = any (grids) and in_my_area(t.area) and t.lng is not null and t.ended_on is null;
end $$;
revoke execute on function zoning_points(integer, text[]) from public;
grant execute on function zoning_points(integer, text[]) to staff;

create function zoning_move(tenant integer, tab text, ids uuid[], olds text[], news text[], names text[]) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  if exists (select from unnest(olds || news) as p where not in_my_area(p)) then raise insufficient_privilege; end if;
  if tab = 'event' then
    update event e set area = m.n, area_name = m.name from unnest(ids, olds, news, names) as m (id, o, n, name) where e.subdistrict = tenant and e.id = m.id and e.area = m.o and e.status not in ('closed', 'cancelled', 'merged');
  else
    update thing t set area = m.n, place = m.n || case when t.place ^@ m.o then substr(t.place, length(m.o) + 1) else '' end from unnest(ids, olds, news) as m (id, o, n) where t.subdistrict = tenant and t.id = m.id and t.area = m.o;
  end if;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function zoning_move(integer, text, uuid[], text[], text[], text[]) from public;
grant execute on function zoning_move(integer, text, uuid[], text[], text[], text[]) to staff;
