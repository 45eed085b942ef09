-- 常用回复: words that are said again and again, by matter and step, with variables. The sub-district's are for everybody in it, a community's for those who work there.
create table reply (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  area_name text not null,
  name text not null,
  text text not null,
  -- Codes of leaves or groups, and steps of an event; empty: for all.
  matters text[] not null,
  steps text[] not null,
  is_retired boolean not null default false,
  changed_at timestamptz not null,
  changed_name text not null,
  -- How often all together took it up.
  used integer not null default 0,
  primary key (subdistrict, id)
);
create index reply_by_id on reply (id);
create index reply_by_area on reply (area, changed_at desc, id desc);
call guard('reply');
-- Who works in a part reads what lies above it; units that of the areas theirs lies in.
create policy staff_from_above on reply for select to staff using (nullif(current_setting('app.area', true), '') collate "C" ^@ area);
create policy unit_from_above on reply for select to unit using (exists (select from unit where unit.id = my_unit() and unit.subdistrict = reply.subdistrict and unit.area ^@ reply.area));
grant select on reply to unit;

-- What one person likes and takes up.
create table reply_mark (
  subdistrict integer not null,
  reply uuid not null,
  person uuid not null,
  area text collate "C" not null,
  is_favourite boolean not null default false,
  used integer not null default 0,
  primary key (subdistrict, reply, person)
);
create index reply_mark_by_person on reply_mark (person);
alter table reply_mark enable row level security;
create policy own on reply_mark to staff, unit using (person = my_person()) with check (person = my_person());
-- The server adds up; nobody looks at what a colleague says.
create policy sum_by_server on reply_mark for select to staff using (my_person() is null and in_my_area(area));
grant select, insert, update on reply_mark to staff, unit;

update role set permissions = permissions || array['reply.manage'] where code in ('shiftLeader', 'secretary', 'systemAdmin') and built_in and not permissions @> array['reply.manage'];
