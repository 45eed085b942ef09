-- What is known of risk goes along too: the score of a building under its new path, open warnings to who works there from now on. A grid's own score stays its own.
create or replace function zoning_carried() returns table (tab text, col text, along text, named text, which text, key text) language sql immutable set search_path = public, pg_temp as $$
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

create or replace function zoning_carry(tenant integer, olds text[], news text[], names text[], is_told boolean) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
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
