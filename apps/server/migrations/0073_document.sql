-- Documents kept with a record of the base: copies of certificates, contracts, photos. The file lies here sealed, as files of an import do: what is removed is gone with the
-- transaction that removes it. Each kind of record in a column of its own, so that what is merged takes its documents along.
create table document (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  person uuid,
  household uuid,
  housing uuid,
  enterprise uuid,
  thing uuid,
  building text collate "C",
  sort text not null,
  name text not null,
  type text not null check (type in ('image/jpeg', 'application/pdf')),
  bytes integer not null,
  digest bytea not null,
  content bytea,
  at timestamptz not null,
  by uuid,
  by_name text not null,
  removed_at timestamptz,
  removed_by_name text,
  primary key (subdistrict, id),
  foreign key (subdistrict, person) references person (subdistrict, id),
  foreign key (subdistrict, household) references household (subdistrict, id),
  foreign key (subdistrict, housing) references housing (subdistrict, id),
  foreign key (subdistrict, enterprise) references enterprise (subdistrict, id),
  foreign key (subdistrict, thing) references thing (subdistrict, id),
  check (num_nonnulls(person, household, housing, enterprise, thing, building) = 1),
  check ((content is null) = (removed_at is not null))
);
alter table document alter column content set storage external;
create index document_by_person on document (subdistrict, person) where person is not null;
create index document_by_household on document (subdistrict, household) where household is not null;
create index document_by_housing on document (subdistrict, housing) where housing is not null;
create index document_by_enterprise on document (subdistrict, enterprise) where enterprise is not null;
create index document_by_thing on document (subdistrict, thing) where thing is not null;
create index document_by_building on document (subdistrict, building) where building is not null;

-- Who sees a record sees what is kept with it, wherever it has moved since; who does not any more, does not.
alter table document enable row level security;
create policy staff_by_record on document to staff using (case
    when person is not null then exists (select from person p where p.subdistrict = document.subdistrict and p.id = document.person)
    when household is not null then exists (select from household h where h.subdistrict = document.subdistrict and h.id = document.household)
    when housing is not null then exists (select from housing h where h.subdistrict = document.subdistrict and h.id = document.housing)
    when enterprise is not null then exists (select from enterprise e where e.subdistrict = document.subdistrict and e.id = document.enterprise)
    when thing is not null then exists (select from thing t where t.subdistrict = document.subdistrict and t.id = document.thing)
    else in_my_area(building) end);
grant select, insert, update on document to staff;
