-- Fields that offices add may be of housing too, and sensitive: sealed like all others.
alter table housing add column sealed bytea;

-- Words an office or a community marks records with.
create table tag (
  subdistrict integer not null,
  area text collate "C" not null,
  name text not null,
  note text not null default '',
  ended_on date,
  created_at timestamptz not null,
  primary key (subdistrict, area, name)
);
call guard('tag');
-- What the office above has set holds below it.
create policy staff_from_above on tag for select to staff using (current_setting('app.area', true) ^@ area);

-- What a source says of a person is seen and decided by whoever sees the person; what it says of an enterprise, household or thing goes with it.
create policy staff_by_person on claim to staff using (kind = 'person' and exists (select from person where person.subdistrict = claim.subdistrict and person.id = claim.record));
create policy staff_by_enterprise on claim to staff using (kind = 'enterprise' and exists (select from enterprise where enterprise.subdistrict = claim.subdistrict and enterprise.id = claim.record));
create policy staff_by_household on claim to staff using (kind = 'household' and exists (select from household where household.subdistrict = claim.subdistrict and household.id = claim.record));
create policy staff_by_thing on claim to staff using (kind = 'thing' and exists (select from thing where thing.subdistrict = claim.subdistrict and thing.id = claim.record));

-- What waits, the newest first, a page at a time.
create index claim_by_time on claim (subdistrict, status, at desc, id desc);

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['base.manage'] where code in ('secretary', 'systemAdmin') and built_in;
update role set permissions = permissions || array['base.propose'] where code = 'steward' and built_in;
