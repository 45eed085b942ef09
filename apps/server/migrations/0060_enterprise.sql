-- Enterprises, sole traders, social organisations, schools and key places: one kind of record, told apart by `sort`. Names are found by pairs of characters and
-- by pinyin, registered ones by their credit code, and by a whole phone number through blind indexes.
create table enterprise (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  place text collate "C" not null,
  housing uuid,
  address text,
  name text not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  sort text,
  credit_code text collate "C",
  industry text,
  state text,
  attention text,
  place_kinds text[] not null default '{}',
  phone_masked text,
  phone_indexes bytea[] not null default '{}',
  tags text[] not null default '{}',
  facts jsonb not null default '{}',
  sealed bytea,
  sources jsonb not null default '{}',
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  checked_at timestamptz not null,
  grams text[] generated always as (bigrams(name)) stored,
  primary key (subdistrict, id),
  foreign key (subdistrict, housing) references housing (subdistrict, id)
);
-- None twice: one record for a credit code.
create unique index enterprise_by_credit_code on enterprise (subdistrict, credit_code) where credit_code is not null;
-- As people walk, within a grid as within a county: the place begins with the area, which says the sub-district.
create index enterprise_by_place on enterprise (place, id);
create index enterprise_by_housing on enterprise (subdistrict, housing) where housing is not null;
create index enterprise_by_phone on enterprise using gin (phone_indexes);
call guard('enterprise');

-- What was known of one that has moved goes with it.
create policy staff_by_enterprise on revision for select to staff using (kind = 'enterprise' and exists (select from enterprise where enterprise.subdistrict = revision.subdistrict and enterprise.id = revision.record));

-- Which community keeps a credit code, so that none is entered twice.
create function enterprise_community(tenant integer, looked text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select substring(area from '^(?:/[^/]+){5}/') from enterprise where subdistrict = tenant and credit_code = looked
$$;
revoke execute on function enterprise_community(integer, text) from public;
grant execute on function enterprise_community(integer, text) to staff;
