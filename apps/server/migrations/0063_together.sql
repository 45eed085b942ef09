-- Households, relations, tags, own fields and enterprises, brought together with finding, merging and importing: what was made before them learns of them.

-- Arrays stand within each key of their sub-district: see 0050.
create index person_by_tags on person using gin (tenant_keys(subdistrict, tags)) where tags <> '{}';
create index enterprise_by_grams on enterprise using gin (tenant_keys(subdistrict, grams));
create index enterprise_by_tags on enterprise using gin (tenant_keys(subdistrict, tags)) where tags <> '{}';
create index enterprise_by_initials on enterprise (subdistrict, initials, (state is not distinct from '03'), id);
create index enterprise_by_pinyin on enterprise (subdistrict, pinyin, (state is not distinct from '03'), id);
create index thing_by_grams on thing using gin (tenant_keys(subdistrict, grams)) where ended_on is null;

-- Finds enterprises by one of what is known of them, those in the asker's areas, the best first, those that are closed (state 03) last. Past the policy, under
-- which arrays have no index.
create function find_enterprises(tenants integer[], by text, looked text, looked_index bytea, most integer)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  if by = 'initials' then
    return query select f.id from unnest(tenants) as t (tenant) cross join lateral (
      select e.id, e.initials as sorted, e.state is not distinct from '03' as closed from enterprise e where e.subdistrict = t.tenant and e.initials >= looked and e.initials < looked || '{' and in_my_area(e.area)
      order by e.initials, e.state is not distinct from '03', e.id limit most) as f order by f.sorted, f.closed, f.id limit most;
  elsif by = 'pinyin' then
    return query select f.id from unnest(tenants) as t (tenant) cross join lateral (
      select e.id, e.pinyin as sorted, e.state is not distinct from '03' as closed from enterprise e where e.subdistrict = t.tenant and e.pinyin >= looked and e.pinyin < looked || '{' and in_my_area(e.area)
      order by e.pinyin, e.state is not distinct from '03', e.id limit most) as f order by f.sorted, f.closed, f.id limit most;
  else
    return query select f.id from unnest(tenants) as t (tenant) cross join lateral (
      select e.id, e.name, e.state is not distinct from '03' as closed from enterprise e where e.subdistrict = t.tenant and case by
          when 'code' then e.credit_code = looked
          when 'phone' then e.phone_indexes @> array[looked_index]
          when 'tag' then e.tags <> '{}' and tenant_keys(e.subdistrict, e.tags) @> tenant_keys(t.tenant, array[looked])
          when 'name' then tenant_keys(e.subdistrict, e.grams) @> tenant_keys(t.tenant, bigrams(looked)) and strpos(e.name, looked) > 0
          else false end
        and in_my_area(e.area)
      order by e.name <> looked, 3, length(e.name), e.id limit most) as f order by f.name <> looked, f.closed, length(f.name), f.id limit most;
  end if;
end $$;
revoke execute on function find_enterprises(integer[], text, text, bytea, integer) from public;
grant execute on function find_enterprises(integer[], text, text, bytea, integer) to staff;

-- Things by their code or a part of their name, in the same way.
create function find_things(tenants integer[], looked text, most integer)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  return query select f.id from unnest(tenants) as t (tenant) cross join lateral (
    select o.id, o.name, o.code is distinct from looked and o.name <> looked as further from thing o
    where o.subdistrict = t.tenant and o.ended_on is null and (o.code = looked or (tenant_keys(o.subdistrict, o.grams) @> tenant_keys(t.tenant, bigrams(looked)) and strpos(o.name, looked) > 0)) and in_my_area(o.area)
    order by 3, length(o.name), o.id limit most) as f order by f.further, length(f.name), f.id limit most;
end $$;
revoke execute on function find_things(integer[], text, integer) from public;
grant execute on function find_things(integer[], text, integer) to staff;

drop function list_people(integer[], text, uuid, text, text[], text, text, uuid, integer);

-- As in 0050, and by a tag, which few have, and by a field that an office added: a part of its words, or a whole value. Whoever has several homes in the area asked for
-- stands there once: by the main one, or else by the first as people walk. Only who is there by another home is looked up for it.
create function list_people(tenants integer[], within_area text, within_housing uuid, of_kind text, of_groups text[], of_tag text, own_name text, own_part text, own_whole jsonb, of_standing text, after_place text, after_id uuid, most integer)
returns table (subdistrict integer, residency uuid, person uuid) language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  if within_housing is not null then
    return query select r.subdistrict, r.id, r.person from residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person
    where r.is_last and r.housing = within_housing and in_my_area(r.area) and r.place >= within_area and r.place < within_area || U&'\FFFF' and p.standing = of_standing
      and (of_kind is null or p.population_kind = of_kind) and (of_groups is null or p.groups && of_groups) and (of_tag is null or of_tag = any (p.tags))
      and (own_name is null or case when own_part is null then p.facts -> own_name @> own_whole else strpos(p.facts ->> own_name, own_part) > 0 end)
      and (after_place is null or (r.place, r.id) > (after_place, after_id))
      and (r.is_main or not exists (select from residency o where o.subdistrict = r.subdistrict and o.person = r.person and o.is_last and in_my_area(o.area)
        and o.place >= within_area and o.place < within_area || U&'\FFFF' and o.housing = within_housing and (o.is_main or (o.place, o.id) < (r.place, r.id))))
    order by r.place, r.id limit most;
  elsif of_groups is not null or of_tag is not null or of_standing <> 'present' or of_kind not in ('01', '02') then
    return query select r.subdistrict, r.id, r.person from unnest(tenants) as t (tenant) cross join lateral (
      select p.subdistrict, p.id from person p where p.subdistrict = t.tenant and p.standing = of_standing and (of_kind is null or p.population_kind = of_kind)
        and (of_groups is null or (p.groups <> '{}' and tenant_keys(p.subdistrict, p.groups) && tenant_keys(t.tenant, of_groups)))
        and (of_tag is null or (p.tags <> '{}' and tenant_keys(p.subdistrict, p.tags) @> tenant_keys(t.tenant, array[of_tag])))
        and (own_name is null or case when own_part is null then p.facts -> own_name @> own_whole else strpos(p.facts ->> own_name, own_part) > 0 end) offset 0) as p cross join lateral (
      select l.subdistrict, l.id, l.person, l.place from residency l where l.subdistrict = p.subdistrict and l.person = p.id and l.is_last and in_my_area(l.area)
        and l.place >= within_area and l.place < within_area || U&'\FFFF' and (after_place is null or (l.place, l.id) > (after_place, after_id))
        and (l.is_main or not exists (select from residency o where o.subdistrict = l.subdistrict and o.person = l.person and o.is_last and in_my_area(o.area)
        and o.place >= within_area and o.place < within_area || U&'\FFFF' and (o.is_main or (o.place, o.id) < (l.place, l.id)))) offset 0) as r
    order by r.place, r.id limit most;
  else
    return query select r.subdistrict, r.id, r.person from (
      select l.subdistrict, l.id, l.person, l.place, l.area, l.is_main from residency l where l.is_last and l.place >= within_area and l.place < within_area || U&'\FFFF' and (after_place is null or (l.place, l.id) > (after_place, after_id))
      order by l.place, l.id offset 0) as r cross join lateral (
      select from person p where p.subdistrict = r.subdistrict and p.id = r.person and p.standing = of_standing and (of_kind is null or p.population_kind = of_kind)
        and (own_name is null or case when own_part is null then p.facts -> own_name @> own_whole else strpos(p.facts ->> own_name, own_part) > 0 end) offset 0) as p
    where in_my_area(r.area)
      and (r.is_main or not exists (select from residency o where o.subdistrict = r.subdistrict and o.person = r.person and o.is_last and in_my_area(o.area)
        and o.place >= within_area and o.place < within_area || U&'\FFFF' and (o.is_main or (o.place, o.id) < (r.place, r.id))))
    order by r.place, r.id limit most;
  end if;
end $$;
revoke execute on function list_people(integer[], text, uuid, text, text[], text, text, text, jsonb, text, text, uuid, integer) from public;
grant execute on function list_people(integer[], text, uuid, text, text[], text, text, text, jsonb, text, text, uuid, integer) to staff;

-- As in 0046, and: a residency that ends because the other lives there too leaves its household to it; a relation that says nothing new, or is between the two, ends and stays.
create or replace function move_references(tenant integer, from_whom uuid, to_whom uuid, day date) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare moved jsonb := '{}'; ref record; one uuid; ids uuid[]; doubled uuid[]; mains uuid[]; lodged uuid[]; ended uuid[];
begin
  if (select count(*) from person p where p.subdistrict = tenant and p.id in (from_whom, to_whom) and in_my_area(p.area)) < 2 then return null; end if;
  select coalesce(array_agg(r.id), '{}') into doubled from residency r where r.subdistrict = tenant and r.person = from_whom and r.until is null
    and exists (select from residency t where t.subdistrict = tenant and t.person = to_whom and t.until is null and t.place = r.place and t.housing is not distinct from r.housing);
  select coalesce(array_agg(r.id), '{}') into mains from residency r where r.subdistrict = tenant and r.person = from_whom and r.is_main;
  with joined as (update residency t set household = r.household from residency r where r.subdistrict = tenant and r.id = any (doubled) and r.household is not null
    and t.subdistrict = tenant and t.person = to_whom and t.until is null and t.household is null and t.place = r.place and t.housing is not distinct from r.housing returning t.id)
    select coalesce(array_agg(id), '{}') into lodged from joined;
  update residency set until = greatest(day, since) where subdistrict = tenant and id = any (doubled);
  if exists (select from residency where subdistrict = tenant and person = to_whom and until is null) then update residency set is_main = false where subdistrict = tenant and person = from_whom and is_main; end if;
  for ref in select tab, col from person_references() loop
    ids := '{}';
    for one in execute format('select id from %s where subdistrict = $1 and %I = $2 and not id = any ($3)', ref.tab, ref.col) using tenant, from_whom, doubled loop
      begin
        execute format('update %s set %I = $3 where subdistrict = $1 and id = $2', ref.tab, ref.col) using tenant, one, to_whom;
        ids := ids || one;
      exception when unique_violation or check_violation then null;
      end;
    end loop;
    if cardinality(ids) > 0 then moved := moved || jsonb_build_object(ref.tab || '.' || ref.col, to_jsonb(ids)); end if;
  end loop;
  with apart as (update relation set until = greatest(day, since) where subdistrict = tenant and until is null and from_whom in (person, relative) returning id)
    select coalesce(array_agg(id), '{}') into ended from apart;
  with claims as (update claim set record = to_whom where subdistrict = tenant and record = from_whom and kind = 'person' and status = 'open' returning id)
    select moved || jsonb_build_object('claims', coalesce(jsonb_agg(id), '[]')) into moved from claims;
  update residency set is_last = false where subdistrict = tenant and person = from_whom and is_last;
  return jsonb_build_object('moved', moved, 'doubled', to_jsonb(doubled), 'mains', to_jsonb(mains), 'lodged', to_jsonb(lodged), 'ended', to_jsonb(ended), 'home', settle_residencies(tenant, to_whom));
end $$;

create or replace function return_references(tenant integer, from_whom uuid, to_whom uuid, remembered jsonb) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare ref record;
begin
  if (select count(*) from person p where p.subdistrict = tenant and p.id in (from_whom, to_whom) and in_my_area(p.area)) < 2 then return null; end if;
  for ref in select tab, col, array(select jsonb_array_elements_text(remembered -> 'moved' -> (tab || '.' || col))::uuid) as ids from person_references() where remembered -> 'moved' ? (tab || '.' || col) loop
    execute format('update %s set %I = $2 where subdistrict = $1 and %I = $3 and id = any ($4)', ref.tab, ref.col, ref.col) using tenant, from_whom, to_whom, ref.ids;
  end loop;
  update relation set until = null where subdistrict = tenant and from_whom in (person, relative) and id in (select jsonb_array_elements_text(remembered -> 'ended')::uuid);
  update residency t set household = null from residency r where r.subdistrict = tenant and r.id in (select jsonb_array_elements_text(remembered -> 'doubled')::uuid) and r.household = t.household
    and t.subdistrict = tenant and t.person = to_whom and t.id in (select jsonb_array_elements_text(remembered -> 'lodged')::uuid);
  update claim set record = from_whom where subdistrict = tenant and record = to_whom and id in (select jsonb_array_elements_text(remembered -> 'moved' -> 'claims')::uuid);
  update residency set until = null where subdistrict = tenant and person = from_whom and id in (select jsonb_array_elements_text(remembered -> 'doubled')::uuid);
  update residency set is_main = (id in (select jsonb_array_elements_text(remembered -> 'mains')::uuid)) where subdistrict = tenant and person = from_whom;
  return jsonb_build_object('source', settle_residencies(tenant, from_whom), 'target', settle_residencies(tenant, to_whom));
end $$;

-- As in 0040, and whoever was marked with a tag stays.
create or replace function intake_undo(tenant integer, of_batch uuid, of_run integer, nos integer[]) returns setof integer language plpgsql security definer set search_path = public, pg_temp as $$
declare one record;
begin
  perform from intake_batch b where b.subdistrict = tenant and b.id = of_batch and b.status = 'undoing' and in_my_area(b.area);
  if not found then return; end if;
  for one in select r.no, r.person from intake_row r where r.subdistrict = tenant and r.batch = of_batch and r.run = of_run and r.no = any (nos) and r.result = 'entered' order by r.no loop
    perform from person p where p.subdistrict = tenant and p.id = one.person and p.revision = 1 and p.standing = 'present' and p.tags = '{}' for update;
    if not found
      or exists (select from residency where subdistrict = tenant and person = one.person and (until is not null or household is not null))
      or (select count(*) from residency where subdistrict = tenant and person = one.person) > 1
      or exists (select from claim where subdistrict = tenant and record = one.person)
      or exists (select from transfer where subdistrict = tenant and person = one.person) then continue; end if;
    begin
      delete from revision where subdistrict = tenant and record = one.person;
      delete from residency where subdistrict = tenant and person = one.person;
      delete from person where subdistrict = tenant and id = one.person;
      return next one.no;
    exception when foreign_key_violation then null;
    end;
  end loop;
end $$;
