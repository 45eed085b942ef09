-- Two records that may be one person: found by what they share, told to who may see both, merged as a whole and put asunder again.

-- People born on one day whose names begin alike; a day of birth alone would be a whole cohort where only the year was known.
create index person_by_birth on person (subdistrict, birth, (left(initials, 1))) where birth is not null and merged_into is null;
create index person_by_merged on person (subdistrict, merged_into) where merged_into is not null;
create index person_by_change on person (subdistrict, changed_at, id);

-- `area` is the smallest that holds both, so that a pair is seen by who sees both of them and by nobody else. `one` < `other`.
create table twin (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  one uuid not null,
  other uuid not null,
  reasons text[] not null,
  score smallint not null,
  status text not null check (status in ('open', 'different', 'merged', 'gone')),
  found_at timestamptz not null,
  decided_by_name text,
  decided_at timestamptz,
  primary key (subdistrict, id),
  unique (subdistrict, one, other),
  check (one < other)
);
create index twin_by_status on twin (subdistrict, status, score desc, id desc);
create index twin_by_other on twin (subdistrict, other);
call guard('twin');

-- Of a pair across communities each community is told of its own person and which community the other is in, and nothing else.
create table twin_side (
  subdistrict integer not null,
  twin uuid not null,
  person uuid not null,
  area text collate "C" not null,
  elsewhere text collate "C" not null,
  reasons text[] not null,
  score smallint not null,
  is_open boolean not null,
  found_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (subdistrict, twin, person)
);
create index twin_side_open on twin_side (subdistrict, area, person) where is_open;
create index twin_side_by_change on twin_side (subdistrict, changed_at);
call guard('twin_side');

-- How far the people of a sub-district were looked through.
create table twin_mark (
  subdistrict integer not null,
  area text collate "C" not null,
  until timestamptz not null,
  primary key (subdistrict)
);
call guard('twin_mark');

-- One record made part of another; the values that stood before are in the revision of the one that was kept.
create table person_merge (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  kept uuid not null,
  dropped uuid not null,
  kept_name text not null,
  dropped_name text not null,
  no integer,
  moved jsonb not null,
  before jsonb not null,
  at timestamptz not null,
  by uuid not null,
  by_name text not null,
  undone_at timestamptz,
  undone_by_name text,
  primary key (subdistrict, id)
);
create index person_merge_by_kept on person_merge (subdistrict, kept);
create unique index person_merge_of_dropped on person_merge (subdistrict, dropped) where undone_at is null;
create index person_merge_by_at on person_merge (subdistrict, at desc, id desc);
call guard('person_merge');

-- Whoever was changed after this, the first changed first, for the jobs that look everybody through. Under the policy of people each page of such a list would read every residency.
create function changed_people(tenant integer, since timestamptz, after uuid, most integer) returns table (id uuid, changed_at timestamptz) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.changed_at from person p where p.subdistrict = tenant and (p.changed_at, p.id) > (since, after) and in_my_area(p.area) order by p.changed_at, p.id limit most
$$;
revoke execute on function changed_people(integer, timestamptz, uuid, integer) from public;
grant execute on function changed_people(integer, timestamptz, uuid, integer) to staff;

-- A foreign key to a person is what makes a reference follow when two records are merged.
alter table transfer add foreign key (subdistrict, person) references person (subdistrict, id);
create index transfer_by_person on transfer (subdistrict, person);

-- Where a person may be pointed at, by foreign keys; tables that are a month of another are reached through it.
create function person_references() returns table (tab text, col text) language sql stable set search_path = public, pg_temp as $$
  select c.conrelid::regclass::text, a.attname::text from pg_constraint c, unnest(c.conkey, c.confkey) as k (here, there), pg_attribute a, pg_attribute b
  where c.contype = 'f' and c.confrelid = 'person'::regclass and c.conparentid = 0 and a.attrelid = c.conrelid and a.attnum = k.here and b.attrelid = c.confrelid and b.attnum = k.there and b.attname = 'id'
  order by 1, 2
$$;

-- What holds of somebody's residencies, whatever was done to them: who lives somewhere mainly lives in one of those places, and who has gone altogether is known from the last.
create function settle_residencies(tenant integer, whose uuid) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare main uuid; is_there boolean;
begin
  select id, until is null into main, is_there from residency where subdistrict = tenant and person = whose
    order by until desc nulls first, is_main desc, is_last desc, created_at desc, id desc limit 1;
  update residency set is_last = (until is null or (not is_there and id = main)), is_main = (id = main)
    where subdistrict = tenant and person = whose and (is_last, is_main) is distinct from ((until is null or (not is_there and id = main)), id = main);
  return (select jsonb_build_object('isThere', is_there, 'area', r.area, 'address', h.address) from residency r left join housing h on h.subdistrict = r.subdistrict and h.id = r.housing where r.subdistrict = tenant and r.id = main);
end $$;

-- Moves what points at one person to another, and answers what was moved, so that it can be moved back. A residency in the very same place ends and stays; what
-- cannot stand twice stays too, it says nothing new. Looks past the policies: whoever merges may not see where else somebody lives, and it follows all the same.
create function move_references(tenant integer, from_whom uuid, to_whom uuid, day date) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare moved jsonb := '{}'; ref record; one uuid; ids uuid[]; doubled uuid[]; mains uuid[];
begin
  if (select count(*) from person p where p.subdistrict = tenant and p.id in (from_whom, to_whom) and in_my_area(p.area)) < 2 then return null; end if;
  select coalesce(array_agg(r.id), '{}') into doubled from residency r where r.subdistrict = tenant and r.person = from_whom and r.until is null
    and exists (select from residency t where t.subdistrict = tenant and t.person = to_whom and t.until is null and t.place = r.place and t.housing is not distinct from r.housing);
  select coalesce(array_agg(r.id), '{}') into mains from residency r where r.subdistrict = tenant and r.person = from_whom and r.is_main;
  update residency set until = greatest(day, since) where subdistrict = tenant and id = any (doubled);
  if exists (select from residency where subdistrict = tenant and person = to_whom and until is null) then update residency set is_main = false where subdistrict = tenant and person = from_whom and is_main; end if;
  for ref in select tab, col from person_references() loop
    ids := '{}';
    for one in execute format('select id from %s where subdistrict = $1 and %I = $2 and not id = any ($3)', ref.tab, ref.col) using tenant, from_whom, doubled loop
      begin
        execute format('update %s set %I = $3 where subdistrict = $1 and id = $2', ref.tab, ref.col) using tenant, one, to_whom;
        ids := ids || one;
      exception when unique_violation then null;
      end;
    end loop;
    if cardinality(ids) > 0 then moved := moved || jsonb_build_object(ref.tab || '.' || ref.col, to_jsonb(ids)); end if;
  end loop;
  with claims as (update claim set record = to_whom where subdistrict = tenant and record = from_whom and kind = 'person' and status = 'open' returning id)
    select moved || jsonb_build_object('claims', coalesce(jsonb_agg(id), '[]')) into moved from claims;
  update residency set is_last = false where subdistrict = tenant and person = from_whom and is_last;
  return jsonb_build_object('moved', moved, 'doubled', to_jsonb(doubled), 'mains', to_jsonb(mains), 'home', settle_residencies(tenant, to_whom));
end $$;

-- Back again, what has not gone somewhere else since.
create function return_references(tenant integer, from_whom uuid, to_whom uuid, remembered jsonb) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare ref record;
begin
  if (select count(*) from person p where p.subdistrict = tenant and p.id in (from_whom, to_whom) and in_my_area(p.area)) < 2 then return null; end if;
  for ref in select tab, col, array(select jsonb_array_elements_text(remembered -> 'moved' -> (tab || '.' || col))::uuid) as ids from person_references() where remembered -> 'moved' ? (tab || '.' || col) loop
    execute format('update %s set %I = $2 where subdistrict = $1 and %I = $3 and id = any ($4)', ref.tab, ref.col, ref.col) using tenant, from_whom, to_whom, ref.ids;
  end loop;
  update claim set record = from_whom where subdistrict = tenant and record = to_whom and id in (select jsonb_array_elements_text(remembered -> 'moved' -> 'claims')::uuid);
  update residency set until = null where subdistrict = tenant and person = from_whom and id in (select jsonb_array_elements_text(remembered -> 'doubled')::uuid);
  update residency set is_main = (id in (select jsonb_array_elements_text(remembered -> 'mains')::uuid)) where subdistrict = tenant and person = from_whom;
  return jsonb_build_object('source', settle_residencies(tenant, from_whom), 'target', settle_residencies(tenant, to_whom));
end $$;
revoke execute on function settle_residencies(integer, uuid), move_references(integer, uuid, uuid, date), return_references(integer, uuid, uuid, jsonb) from public;
grant execute on function move_references(integer, uuid, uuid, date), return_references(integer, uuid, uuid, jsonb) to staff;
