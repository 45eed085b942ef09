-- The base 人房: housing units in buildings, people, who lives where, and where every value comes from.

-- A dwelling, shop or room with an address of its own, in a building. `place` sorts as people walk: building, entrance, floor, room.
create table housing (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  entrance text not null default '',
  floor smallint,
  room text not null,
  part text not null default '',
  place text collate "C" not null,
  address text not null,
  key text collate "C" not null,
  use text,
  state text,
  facts jsonb not null default '{}',
  sources jsonb not null default '{}',
  tags text[] not null default '{}',
  revision integer not null default 1,
  ended_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (subdistrict, id),
  unique (subdistrict, area, entrance, room, part)
);
create index housing_by_place on housing (subdistrict, place);
create index housing_by_key on housing (subdistrict, key);
create index housing_by_room on housing (subdistrict, room);
call guard('housing');

-- `area` is where they mainly live; who else may see them follows from their residencies. Names are found by pairs of characters and by pinyin,
-- numbers by a blind index and by their last four digits.
create table person (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  name text not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  certificate text,
  number bytea,
  number_index bytea,
  number_masked text,
  number_tail text collate "C",
  sex text,
  birth date,
  phone bytea,
  phone_index bytea,
  phone_masked text,
  phone_tail text collate "C",
  population_kind text,
  groups text[] not null default '{}',
  tags text[] not null default '{}',
  facts jsonb not null default '{}',
  sealed bytea,
  sources jsonb not null default '{}',
  revision integer not null default 1,
  address text,
  standing text not null default 'present' check (standing in ('present', 'left', 'dead', 'merged')),
  merged_into uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  checked_at timestamptz not null,
  grams text[] generated always as (bigrams(name)) stored,
  primary key (subdistrict, id),
  check ((standing = 'merged') = (merged_into is not null))
);
-- Nobody twice: one living record for a certificate number.
create unique index person_by_number on person (subdistrict, number_index) where number_index is not null and merged_into is null;
create index person_by_phone on person (subdistrict, phone_index) where phone_index is not null;
create index person_by_number_tail on person (subdistrict, number_tail);
create index person_by_phone_tail on person (subdistrict, phone_tail);
create index person_by_initials on person (subdistrict, initials);
create index person_by_pinyin on person (subdistrict, pinyin);
create index person_by_grams on person using gin (grams);
create index person_by_changed on person (subdistrict, changed_at desc, id desc);

-- A person at a place in a role for a time. `is_last` marks those that hold, and, of who has gone away altogether, the last one.
create table residency (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  place text collate "C" not null,
  person uuid not null,
  housing uuid,
  household uuid,
  role text not null,
  since date,
  until date,
  leave_reason text,
  is_main boolean not null default true,
  is_last boolean not null default true,
  created_at timestamptz not null,
  created_by uuid,
  primary key (subdistrict, id),
  foreign key (subdistrict, person) references person (subdistrict, id),
  foreign key (subdistrict, housing) references housing (subdistrict, id)
);
create index residency_by_place on residency (subdistrict, place, person) where is_last;
create index residency_by_area on residency (area, place) where is_last;
create index residency_by_person on residency (subdistrict, person);
create index residency_by_housing on residency (subdistrict, housing) where until is null;
call guard('residency');

call guard('person');
create policy staff_by_residency on person to staff using (exists (
  select from residency where residency.subdistrict = person.subdistrict and residency.person = person.id and residency.is_last and in_my_area(residency.area)));

-- Which community keeps a number, and nothing else of the person: so that nobody is entered twice.
create function person_community(tenant integer, looked bytea) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select substring(area from '^(?:/[^/]+){5}/') from person where subdistrict = tenant and number_index = looked and merged_into is null
$$;
revoke execute on function person_community(integer, bytea) from public;
grant execute on function person_community(integer, bytea) to staff;

-- Finds people by one of what is known of them, those the asker may see, the best first. Indexes of arrays are not used under a policy: the function
-- looks past it and asks for a residency in the asker's areas itself.
create function find_people(tenant integer, by text, looked text, looked_index bytea, most integer)
returns table (id uuid, exact boolean) language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query select p.id, p.name = looked or by in ('number', 'phone') from person p
  where p.subdistrict = tenant and p.merged_into is null and case by
      when 'number' then p.number_index = looked_index
      when 'phone' then p.phone_index = looked_index
      when 'tail' then p.number_tail = looked or p.phone_tail = looked
      when 'initials' then p.initials >= looked and p.initials < looked || '{'
      when 'pinyin' then p.pinyin >= looked and p.pinyin < looked || '{'
      when 'name' then p.grams @> bigrams(looked) and strpos(p.name, looked) > 0
      else false end
    and exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area))
  order by 2 desc, p.standing = 'present' desc, length(p.name), p.id limit most;
end $$;
revoke execute on function find_people(integer, text, text, bytea, integer) from public;
grant execute on function find_people(integer, text, text, bytea, integer) to staff;

-- What changed in a record, when, by whom, from what. Only what stood before is kept: what stands now is in the record, or before the next change.
create table revision (
  subdistrict integer not null,
  record uuid not null,
  no integer not null,
  area text collate "C" not null,
  kind text not null,
  at timestamptz not null,
  by uuid,
  by_name text not null,
  source text not null,
  source_ref text,
  source_name text,
  fields text[] not null,
  before jsonb not null default '{}',
  sealed bytea,
  primary key (subdistrict, record, no)
);
create index revision_by_source on revision (subdistrict, source_ref) where source_ref is not null;
call guard('revision', changeable => false);
create policy staff_by_person on revision for select to staff using (kind = 'person' and exists (select from person where person.subdistrict = revision.subdistrict and person.id = revision.record));
create policy staff_writes_by_person on revision for insert to staff with check (kind = 'person' and exists (select from person where person.subdistrict = revision.subdistrict and person.id = revision.record));

-- What a source says that does not stand in the record: proposed from the edge, or overruled by a better source. `text` holds the value where it is not sensitive.
create table claim (
  subdistrict integer not null,
  id uuid not null,
  record uuid not null,
  area text collate "C" not null,
  kind text not null,
  field text not null,
  value jsonb,
  sealed bytea,
  source text not null,
  source_ref text,
  by uuid,
  by_name text not null,
  at timestamptz not null,
  status text not null default 'open' check (status in ('open', 'accepted', 'refused', 'replaced')),
  decided_by_name text,
  decided_at timestamptz,
  primary key (subdistrict, id)
);
create index claim_open on claim (subdistrict, area, at) where status = 'open';
create index claim_by_record on claim (subdistrict, record);
call guard('claim');

-- Fields a community or an office adds itself.
create table own_field (
  subdistrict integer not null,
  area text collate "C" not null,
  kind text not null,
  name text not null check (name ~ '^x_[a-z0-9]{4,12}$'),
  label text not null,
  type text not null,
  options text[] not null default '{}',
  max integer,
  is_sensitive boolean not null default false,
  purpose text not null,
  sort integer not null default 0,
  ended_on date,
  created_at timestamptz not null,
  primary key (subdistrict, kind, name)
);
call guard('own_field');
-- What the office above has set holds below it.
create policy staff_from_above on own_field for select to staff using (current_setting('app.area', true) ^@ area);

-- Which source may overrule which, for a field; a field without a row goes by the shipped order.
create table source_rank (
  subdistrict integer not null,
  area text collate "C" not null,
  kind text not null,
  field text not null,
  sources text[] not null,
  primary key (subdistrict, kind, field)
);
call guard('source_rank');
-- What the office above has set holds below it.
create policy staff_from_above on source_rank for select to staff using (current_setting('app.area', true) ^@ area);

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['base.view', 'base.edit', 'base.reveal'] where code in ('secretary', 'socialWorker', 'gridWorker') and built_in;
