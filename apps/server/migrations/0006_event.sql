create table event (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  number text not null,
  title text not null,
  description text not null,
  status text not null,
  severity text not null,
  source text not null,
  matter text not null,
  matter_name text not null,
  area_name text not null,
  place text not null,
  lng double precision,
  lat double precision,
  reported_by uuid,
  reporter_name text,
  reporter_phone bytea,
  reporter_phone_masked text,
  unit uuid,
  unit_name text,
  unit_kind text,
  suggested_unit uuid,
  suggested_unit_name text,
  handle_limit_amount integer not null,
  handle_limit_unit text not null,
  question text,
  fed_back_by uuid,
  last_step text not null,
  last_by text not null,
  public_reply text,
  rating smallint,
  rating_solved boolean,
  rating_text text,
  rated_at timestamptz,
  close_kind text,
  closed_at timestamptz,
  reopened smallint not null default 0,
  photo_count smallint not null default 0,
  reported_at timestamptz not null,
  -- Of the present stay in the present state.
  stage_no smallint not null,
  stage_since timestamptz not null,
  due_at timestamptz,
  warn_at timestamptz,
  is_overdue boolean not null default false,
  changed_at timestamptz not null,
  grams text[] generated always as (bigrams(number || ' ' || title || ' ' || place || ' ' || description)) stored,
  primary key (subdistrict, id),
  unique (subdistrict, number)
);
create index event_by_id on event (id);
create index event_newest on event (subdistrict, reported_at desc, id desc);
create index event_by_status on event (subdistrict, status, reported_at desc, id desc);
create index event_by_area on event (area, reported_at desc, id desc);
create index event_open_due on event (subdistrict, due_at, id) where due_at is not null;
create index event_by_unit on event (unit, status, reported_at desc, id desc) where unit is not null;
create index event_by_reporter on event (reported_by, reported_at desc, id desc) where reported_by is not null;
create index event_by_grams on event using gin (grams);
-- The last six digits of an event's number: unique within a second without anybody waiting.
create sequence event_serial minvalue 0 maxvalue 999999 cycle;
grant usage on sequence event_serial to staff, unit, resident;
call guard('event', resident => 'reported_by', unit => 'unit');

-- One stay in one state with what was measured when it ended: facts, never computed again with later settings.
create table event_stage (
  subdistrict integer not null,
  event uuid not null,
  no smallint not null,
  area text collate "C" not null,
  status text not null,
  since timestamptz not null,
  limit_amount integer,
  limit_unit text,
  due_at timestamptz,
  until timestamptz,
  used_minutes integer,
  paused_minutes integer,
  overdue_minutes integer,
  ended_by text,
  primary key (subdistrict, event, no),
  foreign key (subdistrict, event) references event (subdistrict, id)
);
call guard('event_stage');
create policy unit_by_event on event_stage to unit using (exists (select from event where event.subdistrict = event_stage.subdistrict and event.id = event_stage.event)) with check (true);
create policy resident_by_event on event_stage to resident using (exists (select from event where event.subdistrict = event_stage.subdistrict and event.id = event_stage.event)) with check (true);
grant select, insert, update on event_stage to unit, resident;

-- Whoever may see an event may read what happened to it.
create policy unit_by_event on journal for select to unit using (subject_kind = 'event' and exists (select from event where event.subdistrict = journal.subdistrict and event.id::text = journal.subject));
create policy resident_by_event on journal for select to resident using (subject_kind = 'event' and exists (select from event where event.subdistrict = journal.subdistrict and event.id::text = journal.subject));
grant select on journal to unit, resident;

-- Photos: kept in storage under their id; seen by those who see what they belong to.
create table photo (
  id uuid primary key,
  subdistrict integer,
  area text collate "C",
  subject_kind text,
  subject uuid,
  part text,
  uploaded_by uuid not null,
  uploader_name text not null,
  kind text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  digest bytea not null,
  at timestamptz not null
);
create index photo_by_subject on photo (subject, at) where subject is not null;
create index photo_unattached on photo (at) where subject is null;
alter table photo enable row level security;
create policy own_before_use on photo to staff, unit, resident using (uploaded_by = my_person() and subject is null) with check (uploaded_by = my_person());
create policy staff_by_area on photo for select to staff using (in_my_area(area));
create policy unit_by_event on photo for select to unit using (subject_kind = 'event' and exists (select from event where event.subdistrict = photo.subdistrict and event.id = photo.subject));
create policy resident_by_event on photo for select to resident using (subject_kind = 'event' and exists (select from event where event.subdistrict = photo.subdistrict and event.id = photo.subject));
grant select, insert, update on photo to staff, unit, resident;

-- GIN is not used under a policy (its operators are not leak-proof): search here among what the policies of event show, join the guarded table.
create function event_search(within_subdistrict integer, within_area text, looked_for text, most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from event
  where grams @> bigrams(looked_for)
    and (in_my_area(area) or unit = my_unit())
    and (within_subdistrict is null or subdistrict = within_subdistrict)
    and (within_area is null or (area >= within_area and area < within_area || U&'\FFFF'))
    and (number || ' ' || title || ' ' || place || ' ' || description) ilike '%' || replace(replace(replace(looked_for, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  order by reported_at desc limit most
$$;
revoke execute on function event_search(integer, text, text, integer) from public;
grant execute on function event_search(integer, text, text, integer) to staff, unit;
