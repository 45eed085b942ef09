-- Whose stay it is and which home it is in were looked up for each row, which cost as much as the stays themselves. They are looked up once for each statement now, and kept as a foreign key keeps them: what a
-- stay names is held until its transaction ends, so that whoever deletes it waits, and finds the stay.
alter table residency drop constraint residency_subdistrict_person_fkey, drop constraint residency_subdistrict_housing_fkey;

-- A person of this very transaction cannot be deleted by anybody else: held are the others. Whoever is listed by a mark (0094) is found on the way. By keys also while a file is stored with joins by hash: see 0110.
create function stays_have_subjects() returns trigger language plpgsql security definer set search_path = public, pg_temp set enable_nestloop = on set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  missing bigint;
begin
  with found as materialized (
      select r.*, p.groups, p.tags, p.population_kind, p.standing, p.xmin is distinct from pg_current_xact_id()::xid as is_older from new_residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person),
    older as materialized (select distinct subdistrict, person from found where is_older),
    held as (select from older join person p on p.subdistrict = older.subdistrict and p.id = older.person for key share of p),
    listed as (
      insert into person_by_mark select f.subdistrict, m.mark, f.place, f.id, f.person, f.area, f.is_main from found f cross join lateral marks_of(f.groups, f.tags, f.population_kind, f.standing) as m (mark)
      -- Most have none, which is seen sooner than that the list is empty.
      where f.is_last and (f.groups <> '{}' or f.tags <> '{}' or f.population_kind not in ('01', '02') or f.standing <> 'present'))
  select (select count(*) from new_residency) - (select count(*) from found) + (select count(*) from older) - (select count(*) from held) into missing;
  if missing > 0 then raise foreign_key_violation using message = format('%s stays are of nobody', missing), table = 'residency', constraint = 'residency_person'; end if;
  with named as materialized (select distinct subdistrict, housing from new_residency where housing is not null),
    held as (select from named join housing h on h.subdistrict = named.subdistrict and h.id = named.housing for key share of h)
  select (select count(*) from named) - (select count(*) from held) into missing;
  if missing > 0 then raise foreign_key_violation using message = format('%s stays are in no home', missing), table = 'residency', constraint = 'residency_housing'; end if;
  return null;
end $$;
drop trigger listed on residency;
drop function list_by_marks();

create function stay_has_subjects() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from person where subdistrict = new.subdistrict and id = new.person for key share;
  if not found then raise foreign_key_violation using message = 'the stay is of nobody', table = 'residency', constraint = 'residency_person'; end if;
  perform from housing where subdistrict = new.subdistrict and id = new.housing for key share;
  if not found and new.housing is not null then raise foreign_key_violation using message = 'the stay is in no home', table = 'residency', constraint = 'residency_housing'; end if;
  return null;
end $$;

-- Of a person or a home that is deleted.
create function keeps_stays() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- In brackets, for the first “then” outside of them would end the condition.
  if (case tg_table_name
    when 'person' then exists (select from gone join residency r on r.subdistrict = gone.subdistrict and r.person = gone.id)
    else exists (select from gone join residency r on r.subdistrict = gone.subdistrict and r.housing = gone.id) end)
  then raise foreign_key_violation using message = format('of %s something is to be deleted that has stays', tg_table_name), table = tg_table_name, constraint = 'residency_' || tg_table_name; end if;
  return null;
end $$;

create function key_stays() returns trigger language plpgsql as $$
begin
  raise restrict_violation using message = 'a key is never changed', table = tg_table_name;
end $$;
revoke execute on function stays_have_subjects(), stay_has_subjects(), keeps_stays(), key_stays() from public;

create trigger has_subjects after insert on residency referencing new table as new_residency for each statement execute function stays_have_subjects();
create trigger still_has_subjects after update of subdistrict, person, housing on residency for each row
  when ((old.subdistrict, old.person, old.housing) is distinct from (new.subdistrict, new.person, new.housing)) execute function stay_has_subjects();
create trigger keeps_stays after delete on person referencing old table as gone for each statement execute function keeps_stays();
create trigger keeps_stays after delete on housing referencing old table as gone for each statement execute function keeps_stays();
create trigger key_stays before update of subdistrict, id on person for each row when ((old.subdistrict, old.id) is distinct from (new.subdistrict, new.id)) execute function key_stays();
create trigger key_stays before update of subdistrict, id on housing for each row when ((old.subdistrict, old.id) is distinct from (new.subdistrict, new.id)) execute function key_stays();

-- As in 0046, and stays, which point at a person without a foreign key.
create or replace function person_references() returns table (tab text, col text) language sql stable set search_path = public, pg_temp as $$
  select c.conrelid::regclass::text, a.attname::text from pg_constraint c, unnest(c.conkey, c.confkey) as k (here, there), pg_attribute a, pg_attribute b
  where c.contype = 'f' and c.confrelid = 'person'::regclass and c.conparentid = 0 and a.attrelid = c.conrelid and a.attnum = k.here and b.attrelid = c.confrelid and b.attnum = k.there and b.attname = 'id'
  union all select 'residency', 'person'
  order by 1, 2
$$;
