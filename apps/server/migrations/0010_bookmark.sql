-- Lists with their filters that people keep for themselves.
create table bookmark (
  id uuid primary key,
  person uuid not null,
  list text not null,
  name text not null,
  query text not null,
  is_dropped boolean not null default false,
  at timestamptz not null
);
create index bookmark_by_person on bookmark (person);
alter table bookmark enable row level security;
create policy own on bookmark to staff, unit, resident using (person = my_person()) with check (person = my_person());
grant select, insert, update on bookmark to staff, unit, resident;
