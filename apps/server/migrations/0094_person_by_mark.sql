-- People of a group of care, with a tag, of a rare kind or gone, in the order people walk. An index over arrays cannot be read in an order, so that the first page of a common
-- group had to fetch everybody in it; here it is read from the first row on. An index like the others, only kept by triggers: no role is granted anything.
create table person_by_mark (
  subdistrict integer not null,
  mark text collate "C" not null,
  place text collate "C" not null,
  residency uuid not null,
  person uuid not null,
  area text collate "C" not null,
  is_main boolean not null,
  primary key (subdistrict, mark, place, residency),
  foreign key (subdistrict, residency) references residency (subdistrict, id) on delete cascade
);
create index person_by_mark_residency on person_by_mark (subdistrict, residency);
alter table person_by_mark enable row level security;

-- What somebody is listed by. Most are present, and registered here or moved here: those are listed as everybody is.
create function marks_of(groups text[], tags text[], kind text, standing text) returns setof text language sql immutable parallel safe as $$
  select 'group:' || one from unnest(groups) as one union select 'tag:' || one from unnest(tags) as one
  union all select 'kind:' || kind where kind not in ('01', '02') union all select 'standing:' || standing where standing <> 'present'
$$;

create function list_by_marks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into person_by_mark select r.subdistrict, m.mark, r.place, r.id, r.person, r.area, r.is_main from new_residency r
    join person p on p.subdistrict = r.subdistrict and p.id = r.person cross join lateral marks_of(p.groups, p.tags, p.population_kind, p.standing) as m (mark) where r.is_last;
  return null;
end $$;
create function relist_residency() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from person_by_mark where subdistrict = old.subdistrict and residency = old.id;
  insert into person_by_mark select new.subdistrict, m.mark, new.place, new.id, new.person, new.area, new.is_main from person p
    cross join lateral marks_of(p.groups, p.tags, p.population_kind, p.standing) as m (mark) where p.subdistrict = new.subdistrict and p.id = new.person and new.is_last;
  return null;
end $$;
create function relist_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from person_by_mark b using residency r where r.subdistrict = old.subdistrict and r.person = old.id and b.subdistrict = r.subdistrict and b.residency = r.id;
  insert into person_by_mark select r.subdistrict, m.mark, r.place, r.id, r.person, r.area, r.is_main from residency r
    cross join lateral marks_of(new.groups, new.tags, new.population_kind, new.standing) as m (mark) where r.subdistrict = new.subdistrict and r.person = new.id and r.is_last;
  return null;
end $$;
revoke execute on function list_by_marks(), relist_residency(), relist_person() from public;

create trigger listed after insert on residency referencing new table as new_residency for each statement execute function list_by_marks();
create trigger relisted after update on residency for each row
  when ((old.person, old.place, old.area, old.is_last, old.is_main) is distinct from (new.person, new.place, new.area, new.is_last, new.is_main)) execute function relist_residency();
create trigger relisted after update on person for each row
  when ((old.groups, old.tags, old.population_kind, old.standing) is distinct from (new.groups, new.tags, new.population_kind, new.standing)) execute function relist_person();

insert into person_by_mark select r.subdistrict, m.mark, r.place, r.id, r.person, r.area, r.is_main from residency r
  join person p on p.subdistrict = r.subdistrict and p.id = r.person cross join lateral marks_of(p.groups, p.tags, p.population_kind, p.standing) as m (mark) where r.is_last;

drop index person_by_groups, person_by_tags, person_by_rare_kind, person_by_standing;

-- As in 0063; whoever is asked for by a mark is read along its rows, each mark and sub-district up to a page of them.
create or replace function list_people(tenants integer[], within_area text, within_housing uuid, of_kind text, of_groups text[], of_tag text, own_name text, own_part text, own_whole jsonb, of_standing text, after_place text, after_id uuid, most integer)
returns table (subdistrict integer, residency uuid, person uuid) language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare
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
    return query select f.subdistrict, f.residency, f.person from (
      select distinct on (m.place, m.residency) m.* from unnest(tenants) as t (tenant) cross join unnest(marks) as k (mark) cross join lateral (
        select b.subdistrict, b.place, b.residency, b.person from person_by_mark b
        where b.subdistrict = t.tenant and b.mark = k.mark and b.place >= within_area and b.place < within_area || U&'\FFFF' and (after_place is null or (b.place, b.residency) > (after_place, after_id)) and in_my_area(b.area)
          and exists (select from person p where p.subdistrict = b.subdistrict and p.id = b.person and p.standing = of_standing and (of_kind is null or p.population_kind = of_kind) and (of_groups is null or p.groups && of_groups)
            and (own_name is null or case when own_part is null then p.facts -> own_name @> own_whole else strpos(p.facts ->> own_name, own_part) > 0 end) offset 0)
          and (b.is_main or not exists (select from residency o where o.subdistrict = b.subdistrict and o.person = b.person and o.is_last and in_my_area(o.area)
            and o.place >= within_area and o.place < within_area || U&'\FFFF' and (o.is_main or (o.place, o.id) < (b.place, b.residency))))
        order by b.place, b.residency limit most) as m
      order by m.place, m.residency) as f
    order by f.place, f.residency limit most;
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
