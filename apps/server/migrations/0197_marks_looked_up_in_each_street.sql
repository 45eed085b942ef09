-- As in 0192. Where there is anybody is looked up mark by mark: joined, PostgreSQL at times read all marks of a county instead, when several were asked for.
create or replace function list_people(tenants integer[], within_area text, within_housing uuid, of_kind text, of_groups text[], of_tag text, own_name text, own_part text, own_whole jsonb, of_standing text, after_place text, after_id uuid, most integer)
returns table (subdistrict integer, residency uuid, person uuid) language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare
  tenant integer;
  got integer;
  told integer := 0;
  -- The rarest that was asked for: every row of it fits, and the rest is looked up.
  marks text[] := case when of_tag is not null then array['tag:' || of_tag] when of_groups is not null then (select array_agg(distinct 'group:' || one) from unnest(of_groups) as one)
    when of_standing <> 'present' then array['standing:' || of_standing] when of_kind not in ('01', '02') then array['kind:' || of_kind] end;
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
  elsif marks is not null then
    -- One question finds where there is anybody; each turn of the loop is planned anew.
    for tenant in select t.tenant from unnest(tenants) as t (tenant) where exists (select from unnest(marks) as k (mark) cross join lateral (select from person_by_mark b where b.subdistrict = t.tenant and b.mark = k.mark limit 1) as one) order by 1 loop
      return query select f.subdistrict, f.residency, f.person from (
        select distinct on (m.place, m.residency) m.* from unnest(marks) as k (mark) cross join lateral (
          select b.subdistrict, b.place, b.residency, b.person from person_by_mark b
          where b.subdistrict = tenant and b.mark = k.mark and b.place >= within_area and b.place < within_area || U&'\FFFF' and (after_place is null or (b.place, b.residency) > (after_place, after_id)) and in_my_area(b.area)
            and exists (select from person p where p.subdistrict = b.subdistrict and p.id = b.person and p.standing = of_standing and (of_kind is null or p.population_kind = of_kind) and (of_groups is null or p.groups && of_groups)
              and (own_name is null or case when own_part is null then p.facts -> own_name @> own_whole else strpos(p.facts ->> own_name, own_part) > 0 end) offset 0)
            and (b.is_main or not exists (select from residency o where o.subdistrict = b.subdistrict and o.person = b.person and o.is_last and in_my_area(o.area)
              and o.place >= within_area and o.place < within_area || U&'\FFFF' and (o.is_main or (o.place, o.id) < (b.place, b.residency))))
          order by b.place, b.residency limit most) as m
        order by m.place, m.residency) as f
      order by f.place, f.residency limit most - told;
      get diagnostics got = row_count;
      told := told + got;
      exit when told >= most;
    end loop;
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
