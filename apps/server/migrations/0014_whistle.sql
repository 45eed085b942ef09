-- 吹哨报到: the sub-district calls units together at a place; each answers, reports in there, tells what it did, and both sides rate each other.
create table whistle (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  event uuid,
  kind text not null check (kind in ('enforcement', 'keyWork', 'emergency')),
  urgency text not null check (urgency in ('emergency', 'urgent', 'ordinary')),
  status text not null check (status in ('blown', 'ended', 'rated', 'withdrawn')),
  title text not null,
  requirement text not null,
  area_name text not null,
  place text not null,
  lng double precision,
  lat double precision,
  blown_name text not null,
  blown_at timestamptz not null,
  arrive_by timestamptz not null,
  -- Who is called and was not released: they see it.
  units uuid[] not null,
  outcome text check (outcome in ('solved', 'partly', 'unsolved')),
  outcome_text text,
  ended_name text,
  ended_at timestamptz,
  withdrawn_for text,
  changed_at timestamptz not null,
  last_by text not null,
  primary key (subdistrict, id),
  foreign key (subdistrict, event) references event (subdistrict, id)
);
create index whistle_by_id on whistle (id);
create index whistle_newest on whistle (subdistrict, blown_at desc, id desc);
create index whistle_by_status on whistle (subdistrict, status, blown_at desc, id desc);
create index whistle_by_area on whistle (area, blown_at desc, id desc);
create index whistle_by_event on whistle (event) where event is not null;
call guard('whistle');
create policy unit_by_call on whistle to unit using (my_unit() = any (units)) with check (my_unit() = any (units));
grant select, update (changed_at, last_by) on whistle to unit;

-- The part of one unit. What was late, how far from the place: facts of that moment.
create table whistle_call (
  subdistrict integer not null,
  whistle uuid not null,
  unit uuid not null,
  area text collate "C" not null,
  unit_name text not null,
  unit_kind text not null,
  is_lead boolean not null,
  status text not null check (status in ('called', 'answered', 'arrived', 'fedBack', 'absent', 'released')),
  called_name text not null,
  called_at timestamptz not null,
  answer_by timestamptz not null,
  arrive_by timestamptz not null,
  warn_at timestamptz not null,
  answered_name text,
  answered_at timestamptz,
  is_answer_late boolean,
  arrived_name text,
  arrived_at timestamptz,
  lng double precision,
  lat double precision,
  -- Of the position, as the phone says, in metres; and how far from the place it was.
  accuracy double precision,
  metres integer,
  is_near boolean,
  no_position text,
  late_minutes integer,
  arrival_photos uuid[] not null default '{}',
  fed_back_name text,
  fed_back_at timestamptz,
  result text,
  result_photos uuid[] not null default '{}',
  rated_name text,
  rated_at timestamptz,
  arrival_score smallint,
  cooperation_score smallint,
  is_solved boolean,
  rating_note text,
  office_rated_name text,
  office_rated_at timestamptz,
  is_right boolean,
  preparation_score smallint,
  office_note text,
  released_for text,
  primary key (subdistrict, whistle, unit),
  foreign key (subdistrict, whistle) references whistle (subdistrict, id)
);
create index whistle_call_by_unit on whistle_call (unit, called_at desc);
create index whistle_call_by_time on whistle_call (subdistrict, called_at desc);
call guard('whistle_call');
-- A unit sees who else was called, and changes its own part alone.
create policy unit_by_whistle on whistle_call for select to unit using (exists (select from whistle where whistle.subdistrict = whistle_call.subdistrict and whistle.id = whistle_call.whistle));
create policy unit_own on whistle_call for update to unit using (unit = my_unit()) with check (unit = my_unit());
grant select, update on whistle_call to unit;

create policy unit_by_whistle on journal for select to unit using (subject_kind = 'whistle' and exists (select from whistle where whistle.subdistrict = journal.subdistrict and whistle.id::text = journal.subject));
create policy unit_by_whistle on photo for select to unit using (subject_kind = 'whistle' and exists (select from whistle where whistle.subdistrict = photo.subdistrict and whistle.id = photo.subject));

-- How soon units answer and arrive; sub-district 0 is what holds until an office says otherwise: arriving after 30 minutes, 2 hours and
-- 3 workdays (common local practice), answering after a third to a sixteenth of that, as signing an event is.
create table whistle_rule (
  subdistrict integer primary key,
  area text collate "C" not null,
  emergency_answer smallint not null check (emergency_answer > 0),
  emergency_arrive smallint not null check (emergency_arrive > 0),
  urgent_answer smallint not null check (urgent_answer > 0),
  urgent_arrive smallint not null check (urgent_arrive > 0),
  ordinary_answer smallint not null check (ordinary_answer > 0),
  ordinary_arrive smallint not null check (ordinary_arrive > 0),
  near_metres smallint not null check (near_metres > 0)
);
call share('whistle_rule', 'area');
insert into whistle_rule values (0, '/', 10, 30, 30, 120, 2, 3, 500);

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['whistle.view'] where code in ('leader', 'acceptor', 'shiftLeader', 'dispatcher', 'handler', 'secretary', 'socialWorker', 'gridWorker') and built_in;
update role set permissions = permissions || array['whistle.blow'] where code in ('leader', 'shiftLeader', 'dispatcher') and built_in;
update role set permissions = permissions || array['whistle.answer'] where code in ('handler', 'secretary', 'socialWorker', 'gridWorker') and built_in;
