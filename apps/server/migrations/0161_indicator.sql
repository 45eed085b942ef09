-- Indicators as definitions: a row for each version of one. What ships with the platform is no row until an office makes its own version of it.
create table indicator (
  subdistrict integer not null,
  area text collate "C" not null,
  code text not null,
  version integer not null,
  status text not null check (status in ('draft', 'published', 'ended')),
  definition jsonb not null,
  changed_name text not null,
  changed_at timestamptz not null,
  primary key (subdistrict, code, version)
);
create unique index indicator_draft on indicator (subdistrict, code) where status = 'draft';
call guard('indicator');
create policy staff_from_below on indicator for select to staff using (lies_around_me(area));

-- A month as its figures were told when it was over, for the sub-district and each community; never changed.
create table indicator_month (
  subdistrict integer not null,
  area text collate "C" not null,
  month date not null,
  area_name text not null,
  figures jsonb not null,
  frozen_name text not null,
  frozen_at timestamptz not null,
  primary key (subdistrict, area, month)
);
call guard('indicator_month', changeable => false);
create policy staff_from_below on indicator_month for select to staff using (lies_around_me(area));

update role set permissions = permissions || '{indicator.view}' where built_in and code in ('leader', 'acceptor', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker', 'systemAdmin') and not permissions @> '{indicator.view}';
update role set permissions = permissions || '{indicator.manage}' where built_in and code = 'systemAdmin' and not permissions @> '{indicator.manage}';
