-- Districts of the city are kept to different limits: A, B, C (GB/T 30428.8). Where an area says nothing, the one above it speaks.
alter table area add column class text check (class in ('A', 'B', 'C'));

-- A rule may be for a class of areas, for a severity, or for both; 'any' where it is not. Such a rule says how long handling may take; who
-- handles is said by the matter's plain rule.
alter table matter_rule
  add column area_class text not null default 'any' check (area_class in ('any', 'A', 'B', 'C')),
  add column severity text not null default 'any' check (severity in ('any', 'ordinary', 'larger', 'major', 'extreme')),
  drop constraint matter_rule_pkey,
  add primary key (subdistrict, matter, area_class, severity, valid_from),
  add check ((area_class = 'any' and severity = 'any') or unit is null);

-- Three times late: the limit has ended and passed twice more. Of the present stay; that it once was so stays true.
alter table event add column severe_at timestamptz, add column is_severe boolean not null default false;
alter table event_stage add column severe_at timestamptz;
create index event_severe on event (subdistrict, reported_at desc, id desc) where is_severe;
create index event_severe_open on event (subdistrict, severe_at) where severe_at is not null;

-- What is to be said of an event at which moments, the next first; nothing more where next_at is null. One row for the present stay (key
-- 'stay'), for the supervision that waits for its reply, and for each unit that assists (its id).
create table reminder (
  subdistrict integer not null,
  event uuid not null,
  key text not null,
  area text collate "C" not null,
  kinds text[] not null,
  moments timestamptz[] not null,
  next_at timestamptz,
  primary key (subdistrict, event, key),
  foreign key (subdistrict, event) references event (subdistrict, id)
);
create index reminder_next on reminder (next_at, event) where next_at is not null;
call guard('reminder');
create policy unit_by_event on reminder to unit using (exists (select from event where event.subdistrict = reminder.subdistrict and event.id = reminder.event)) with check (true);
create policy resident_by_event on reminder to resident using (exists (select from event where event.subdistrict = reminder.subdistrict and event.id = reminder.event)) with check (true);
grant select, insert, update on reminder to unit, resident;

-- What is said to those who hold a step: the people of a unit, the holders of a permission where the event lies, one person. Never who reported.
create table notice (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  kind text not null,
  event uuid not null,
  number text not null,
  title text not null,
  area_name text not null,
  words text not null,
  said_by uuid,
  unit uuid,
  permissions text[] not null default '{}',
  person uuid,
  at timestamptz not null,
  primary key (subdistrict, id),
  foreign key (subdistrict, event) references event (subdistrict, id)
);
create index notice_newest on notice (subdistrict, at desc, id desc);
create index notice_by_area on notice (area, at desc, id desc);
create index notice_by_unit on notice (unit, at desc, id desc) where unit is not null;
call guard('notice', unit => 'unit', changeable => false);

-- What one has read: single notices, and everything up to a moment.
create table notice_read (
  person uuid not null,
  notice uuid not null,
  at timestamptz not null,
  primary key (person, notice)
);
create table notice_read_all (
  person uuid primary key,
  until timestamptz not null
);
alter table notice_read enable row level security;
alter table notice_read_all enable row level security;
create policy own on notice_read to staff, unit using (person = my_person()) with check (person = my_person());
create policy own on notice_read_all to staff, unit using (person = my_person()) with check (person = my_person());
grant select, insert on notice_read to staff, unit;
grant select, insert, update on notice_read_all to staff, unit;

-- What is open already is reminded of from now on; how late three times late is will be known of their next stay.
insert into reminder (subdistrict, event, key, area, kinds, moments, next_at)
select subdistrict, id, 'stay', area, '{warn,overdue}'::text[], array[warn_at, due_at], warn_at from event where warn_at is not null and due_at is not null
union all
select subdistrict, id, 'stay', area, '{review}'::text[], array[review_on::text || ' 00:00+08']::timestamptz[], (review_on::text || ' 00:00+08')::timestamptz from event where status = 'suspended' and review_on is not null;
