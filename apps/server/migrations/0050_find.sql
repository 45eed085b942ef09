-- Finding people and housing walks an index in the order of the answer and ends when there is enough, however many there are; above several
-- sub-districts it does so in each of them.
drop index person_by_initials;
drop index person_by_pinyin;
create index person_by_initials on person (subdistrict, initials, (standing <> 'present'), id) where merged_into is null;
create index person_by_pinyin on person (subdistrict, pinyin, (standing <> 'present'), id) where merged_into is null;
create index person_by_name on person (subdistrict, name collate "C", (standing <> 'present'), id) where merged_into is null;
-- Most look for a given name where they do not write the surname.
create index person_by_given_name on person (subdistrict, (substr(name, 2)) collate "C", (standing <> 'present'), id) where merged_into is null;
-- What is rarely true of somebody: a group of care, coming from abroad, being gone.
-- An array has no sub-district before it in its index as other columns have: so it stands within each of its keys.
create function tenant_keys(tenant integer, words text[]) returns text[] language sql immutable parallel safe as $$ select coalesce(array_agg(tenant || ':' || word), '{}') from unnest(words) as word $$;
create index person_by_groups on person using gin (tenant_keys(subdistrict, groups)) where groups <> '{}';
drop index person_by_grams;
create index person_by_grams on person using gin (tenant_keys(subdistrict, grams));
create index person_by_rare_kind on person (subdistrict, population_kind) where population_kind not in ('01', '02');
create index person_by_standing on person (subdistrict, standing) where standing <> 'present';

-- Lists go along the buildings, within a grid as within a county: the place begins with the area, which says the sub-district.
drop index residency_by_place;
create index residency_by_place on residency (place, id) where is_last;
create index residency_last_of_housing on residency (housing) where is_last;
-- Where somebody lives is asked of each who is found: the index alone answers it.
drop index residency_by_person;
create index residency_by_person on residency (subdistrict, person) include (is_last, area, place, id);

-- The number of the building, in a column of its own: the policy keeps expressions out of indexes.
alter table housing add column building_no text collate "C" generated always as (split_part(key, '/', 3)) stored;
drop index housing_by_room;
create index housing_by_room on housing (subdistrict, room, place) where ended_on is null;
create index housing_by_building on housing (subdistrict, building_no, room, place) where ended_on is null;

drop function find_people(integer, text, text, bytea, integer);

-- True where somebody lives, or of who has gone lived last, in the asker's areas. OFFSET keeps it a question asked of one after another: as a
-- join it would be answered for everybody first.
create function find_people(tenants integer[], by text, looked text, looked_index bytea, most integer)
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare begun uuid[];
begin
  if by in ('number', 'phone', 'tail') then
    return query select p.id from person p where p.subdistrict = any (tenants) and p.merged_into is null and case by
        when 'number' then p.number_index = looked_index
        when 'phone' then p.phone_index = looked_index
        else p.number_tail = looked or p.phone_tail = looked end
      and exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area) offset 0)
    order by p.standing <> 'present', p.id limit most;
  elsif by = 'initials' then
    return query select f.id from unnest(tenants) as t (tenant) cross join lateral (
      select p.id, p.initials as sorted, p.standing <> 'present' as gone from person p where p.subdistrict = t.tenant and p.merged_into is null and p.initials >= looked and p.initials < looked || '{'
        and exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area) offset 0)
      order by p.initials, p.standing <> 'present', p.id limit most) as f order by f.sorted, f.gone, f.id limit most;
  elsif by = 'pinyin' then
    return query select f.id from unnest(tenants) as t (tenant) cross join lateral (
      select p.id, p.pinyin as sorted, p.standing <> 'present' as gone from person p where p.subdistrict = t.tenant and p.merged_into is null and p.pinyin >= looked and p.pinyin < looked || '{'
        and exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area) offset 0)
      order by p.pinyin, p.standing <> 'present', p.id limit most) as f order by f.sorted, f.gone, f.id limit most;
  elsif by = 'name' then
    -- Names that begin with it, then those whose given name does, each the shortest first; only where they are too few, those that have it further on.
    begun := array(select f.id from unnest(tenants) as t (tenant) cross join lateral (
      select p.id, p.name collate "C" as sorted, p.standing <> 'present' as gone from person p where p.subdistrict = t.tenant and p.merged_into is null and p.name collate "C" >= looked and p.name collate "C" < looked || U&'\FFFF'
        and exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area) offset 0)
      order by p.name collate "C", p.standing <> 'present', p.id limit most) as f order by f.sorted, f.gone, f.id limit most);
    if cardinality(begun) < most then
      begun := begun || array(select f.id from unnest(tenants) as t (tenant) cross join lateral (
        select p.id, substr(p.name, 2) collate "C" as sorted, p.standing <> 'present' as gone from person p where p.subdistrict = t.tenant and p.merged_into is null and substr(p.name, 2) collate "C" >= looked and substr(p.name, 2) collate "C" < looked || U&'\FFFF' and strpos(p.name, looked) = 2
          and exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area) offset 0)
        order by substr(p.name, 2) collate "C", p.standing <> 'present', p.id limit most) as f order by f.sorted, f.gone, f.id limit most - cardinality(begun));
    end if;
    return query select unnest(begun);
    if cardinality(begun) < most then
      return query select f.id from unnest(tenants) as t (tenant) cross join lateral (
        select p.id, p.name, p.standing <> 'present' as gone from person p where p.subdistrict = t.tenant and p.merged_into is null and tenant_keys(p.subdistrict, p.grams) @> tenant_keys(t.tenant, bigrams(looked)) and strpos(p.name, looked) > 2
          and exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area) offset 0)
        order by 3, length(p.name), p.id limit most) as f order by f.gone, length(f.name), f.id limit most - cardinality(begun);
    end if;
  end if;
end $$;
revoke execute on function find_people(integer[], text, text, bytea, integer) from public;
grant execute on function find_people(integer[], text, text, bytea, integer) to staff;

-- Residencies of a list along the buildings, by what is asked of the person: past the policy, under which groups have no index, and asking for the
-- asker's areas itself. What is true of few begins with the people, all else walks the buildings; OFFSET keeps the order of the steps, since how many
-- are in the asker's areas is not known to the planner.
create function list_people(tenants integer[], within_area text, within_housing uuid, of_kind text, of_groups text[], of_standing text, after_place text, after_id uuid, most integer)
returns table (subdistrict integer, residency uuid, person uuid) language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  if within_housing is not null then
    return query select r.subdistrict, r.id, r.person from residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person
    where r.is_last and r.housing = within_housing and in_my_area(r.area) and r.place >= within_area and r.place < within_area || U&'\FFFF' and p.standing = of_standing
      and (of_kind is null or p.population_kind = of_kind) and (of_groups is null or p.groups && of_groups) and (after_place is null or (r.place, r.id) > (after_place, after_id))
    order by r.place, r.id limit most;
  elsif of_groups is not null or of_standing <> 'present' or of_kind not in ('01', '02') then
    return query select r.subdistrict, r.id, r.person from unnest(tenants) as t (tenant) cross join lateral (
      select p.subdistrict, p.id from person p where p.subdistrict = t.tenant and p.standing = of_standing and (of_kind is null or p.population_kind = of_kind)
        and (of_groups is null or (p.groups <> '{}' and tenant_keys(p.subdistrict, p.groups) && tenant_keys(t.tenant, of_groups))) offset 0) as p cross join lateral (
      select l.subdistrict, l.id, l.person, l.place from residency l where l.subdistrict = p.subdistrict and l.person = p.id and l.is_last and in_my_area(l.area)
        and l.place >= within_area and l.place < within_area || U&'\FFFF' and (after_place is null or (l.place, l.id) > (after_place, after_id)) offset 0) as r
    order by r.place, r.id limit most;
  else
    return query select r.subdistrict, r.id, r.person from (
      select l.subdistrict, l.id, l.person, l.place, l.area from residency l where l.is_last and l.place >= within_area and l.place < within_area || U&'\FFFF' and (after_place is null or (l.place, l.id) > (after_place, after_id))
      order by l.place, l.id offset 0) as r cross join lateral (
      select from person p where p.subdistrict = r.subdistrict and p.id = r.person and p.standing = of_standing and (of_kind is null or p.population_kind = of_kind) offset 0) as p
    where in_my_area(r.area) order by r.place, r.id limit most;
  end if;
end $$;
revoke execute on function list_people(integer[], text, uuid, text, text[], text, text, uuid, integer) from public;
grant execute on function list_people(integer[], text, uuid, text, text[], text, text, uuid, integer) to staff;
