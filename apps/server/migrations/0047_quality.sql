-- What is not as it should be in the base, found as records change and as days pass; counts are moved by what changes and never counted over the table.
create index person_by_checked on person (subdistrict, checked_at) where standing = 'present';
create index person_by_leaves on person (subdistrict, (facts ->> 'leavesOn')) where facts ? 'leavesOn';
create index person_by_departs on person (subdistrict, (facts ->> 'departsOn')) where facts ? 'departsOn';
create index housing_by_lease on housing (subdistrict, (facts ->> 'leaseUntil')) where facts ? 'leaseUntil';
create index housing_by_change on housing (subdistrict, changed_at, id);

-- One thing wrong with one record. What two communities claim stands once for each of them.
create table flaw (
  subdistrict integer not null,
  kind text not null,
  subject uuid not null,
  community text collate "C" not null,
  area text collate "C" not null,
  elsewhere text collate "C",
  is_open boolean not null,
  since timestamptz not null,
  primary key (subdistrict, kind, subject, community)
);
create index flaw_open on flaw (subdistrict, kind, area, subject) where is_open;
create index flaw_by_subject on flaw (subdistrict, subject);
call guard('flaw');

-- How many of a kind are open in a grid, or in a community where no grid is known.
create table flaw_count (
  subdistrict integer not null,
  area text collate "C" not null,
  kind text not null,
  open integer not null,
  primary key (subdistrict, kind, area)
);
call guard('flaw_count');

-- How far people and houses were looked through, and the last day that was looked at.
create table flaw_mark (
  subdistrict integer not null,
  area text collate "C" not null,
  people timestamptz not null,
  housing timestamptz not null,
  day date not null,
  primary key (subdistrict)
);
call guard('flaw_mark');

-- Many mended at once, and what stood before, to undo it.
create table mend (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  way text not null check (way in ('confirm', 'moveOut')),
  before jsonb not null,
  at timestamptz not null,
  by uuid not null,
  by_name text not null,
  undone_at timestamptz,
  primary key (subdistrict, id)
);
call guard('mend');
