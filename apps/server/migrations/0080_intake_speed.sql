-- Taking in a hundred thousand people at once: what each of them costs, once more.

-- An index is read in both directions: person_by_change says the same.
drop index person_by_changed;

-- Two characters that stand further on than the given name begins are only in names of four and more, which few have.
-- All others are found by how they, or their given names, begin (0050).
alter table person drop column grams;
create index person_by_grams on person using gin (tenant_keys(subdistrict, bigrams(name))) where length(name) > 3 and merged_into is null;

create or replace function find_people(tenants integer[], by text, looked text, looked_index bytea, most integer)
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
        select p.id, p.name, p.standing <> 'present' as gone from person p where p.subdistrict = t.tenant and p.merged_into is null and length(p.name) > 3 and tenant_keys(p.subdistrict, bigrams(p.name)) @> tenant_keys(t.tenant, bigrams(looked)) and strpos(p.name, looked) > 2
          and exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area) offset 0)
        order by 3, length(p.name), p.id limit most) as f order by f.gone, length(f.name), f.id limit most - cardinality(begun);
    end if;
  end if;
end $$;

-- Households by the name of their head, as in 0071; whose name has it further on than the given name begins has four characters or more.
create or replace function households_headed(tenants integer[], by text, looked text, most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  return query select h.id from unnest(tenants) as t (tenant) cross join lateral (
    select p.subdistrict, p.id from person p where p.subdistrict = t.tenant and p.merged_into is null and case by
      when 'initials' then p.initials >= looked and p.initials < looked || '{'
      when 'pinyin' then p.pinyin >= looked and p.pinyin < looked || '{'
      else (p.name collate "C" >= looked and p.name collate "C" < looked || U&'\FFFF') or (substr(p.name, 2) collate "C" >= looked and substr(p.name, 2) collate "C" < looked || U&'\FFFF')
        or (length(p.name) > 3 and tenant_keys(p.subdistrict, bigrams(p.name)) @> tenant_keys(t.tenant, bigrams(looked)) and strpos(p.name, looked) > 2) end offset 0) as p
    join household h on h.subdistrict = p.subdistrict and h.head = p.id
  where h.ended_on is null and in_my_area(h.area) order by h.place, h.id limit most;
end $$;

-- Of a person who is entered in the same statement nothing is seen yet: whether the area is one's own is asked first.
alter policy staff_writes_by_person on revision with check (in_my_area(area) or kind = 'person' and exists (select from person where person.subdistrict = revision.subdistrict and person.id = revision.record));
alter policy staff_by_person on revision using (in_my_area(area) or kind = 'person' and exists (select from person where person.subdistrict = revision.subdistrict and person.id = revision.record));
