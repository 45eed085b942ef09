-- Who keeps house together: registered as one or living as one. Members are residencies (`residency.household`) at the same place.
create table household (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  place text collate "C" not null,
  housing uuid,
  address text,
  no text,
  kind text,
  head uuid,
  tags text[] not null default '{}',
  facts jsonb not null default '{}',
  sealed bytea,
  sources jsonb not null default '{}',
  revision integer not null default 1,
  ended_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (subdistrict, id),
  foreign key (subdistrict, housing) references housing (subdistrict, id),
  foreign key (subdistrict, head) references person (subdistrict, id)
);
create index household_by_place on household (place, id) where ended_on is null;
create index household_by_housing on household (subdistrict, housing) where housing is not null;
create index household_by_head on household (subdistrict, head) where head is not null;
-- 户号 is unique in an office's books while the household stands.
create unique index household_by_no on household (subdistrict, no) where no is not null and ended_on is null;
call guard('household');
create index residency_by_household on residency (subdistrict, household) where household is not null;

-- How two records of the base belong together, for a time.
create table relation (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  kind text not null,
  person uuid,
  relative uuid,
  enterprise uuid,
  housing uuid,
  building text collate "C",
  role text,
  since date,
  until date,
  created_at timestamptz not null,
  created_by uuid,
  primary key (subdistrict, id),
  foreign key (subdistrict, person) references person (subdistrict, id),
  foreign key (subdistrict, relative) references person (subdistrict, id),
  foreign key (subdistrict, enterprise) references enterprise (subdistrict, id),
  foreign key (subdistrict, housing) references housing (subdistrict, id),
  check (case kind
    when 'family' then person is not null and relative is not null and person <> relative and num_nonnulls(enterprise, housing, building) = 0
    when 'landlord' then housing is not null and num_nonnulls(person, enterprise) = 1 and num_nonnulls(relative, building) = 0
    when 'employer' then enterprise is not null and person is not null and num_nonnulls(relative, housing, building) = 0
    when 'steward' then person is not null and building is not null and num_nonnulls(relative, enterprise, housing) = 0
    else false end)
);
create unique index relation_once on relation (subdistrict, kind, person, relative, enterprise, housing, building) nulls not distinct where until is null;
create index relation_by_person on relation (subdistrict, person) where person is not null;
create index relation_by_relative on relation (subdistrict, relative) where relative is not null;
create index relation_by_enterprise on relation (subdistrict, enterprise) where enterprise is not null;
create index relation_by_housing on relation (subdistrict, housing) where housing is not null;
create index relation_by_building on relation (subdistrict, building) where building is not null;
call guard('relation');
-- Whoever sees one of the ends sees what it belongs to, whichever community the other is of: a landlord seldom lives in the house that is let. Of an end that is not
-- theirs to see they learn that it is there, and no more.
create policy staff_by_person on relation to staff using (
  exists (select from person where person.subdistrict = relation.subdistrict and person.id in (relation.person, relation.relative)));
create policy staff_by_enterprise on relation to staff using (enterprise is not null and exists (select from enterprise where enterprise.subdistrict = relation.subdistrict and enterprise.id = relation.enterprise));
create policy staff_by_housing on relation to staff using (housing is not null and exists (select from housing where housing.subdistrict = relation.subdistrict and housing.id = relation.housing));
create policy staff_by_building on relation to staff using (in_my_area(building));

-- Things and components (部件, GB/T 30428.2): lamps, lids, hydrants, lifts, charging points. `owner` is the unit it belongs to.
create table thing (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  place text collate "C" not null,
  housing uuid,
  address text,
  lng double precision,
  lat double precision,
  name text not null,
  kind text collate "C" not null,
  code text collate "C",
  state text,
  owner uuid references unit (id),
  tags text[] not null default '{}',
  facts jsonb not null default '{}',
  sealed bytea,
  sources jsonb not null default '{}',
  revision integer not null default 1,
  ended_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  checked_at timestamptz not null,
  grams text[] generated always as (bigrams(name)) stored,
  primary key (subdistrict, id),
  foreign key (subdistrict, housing) references housing (subdistrict, id),
  check ((lng is null) = (lat is null))
);
create unique index thing_by_code on thing (subdistrict, code) where code is not null and ended_on is null;
create index thing_by_place on thing (place, id) where ended_on is null;
create index thing_by_kind on thing (subdistrict, kind, place);
create index thing_by_box on thing (subdistrict, lng, lat) where lng is not null;
call guard('thing');

-- What was known of what has moved goes with it.
create policy staff_by_thing on revision for select to staff using (kind = 'thing' and exists (select from thing where thing.subdistrict = revision.subdistrict and thing.id = revision.record));
