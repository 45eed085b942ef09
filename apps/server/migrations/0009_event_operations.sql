-- What may happen to an event besides the straight way: who assists, what was asked for and decided, supervision, merging and splitting, flags.
alter table event
  add column is_urgent boolean not null default false,
  add column is_pinned boolean not null default false,
  add column is_legacy boolean not null default false,
  add column is_supervised boolean not null default false,
  add column is_instructed boolean not null default false,
  add column is_whistled boolean not null default false,
  add column is_duplicate boolean not null default false,
  add column is_dissatisfied boolean not null default false,
  add column is_self_handled boolean not null default false,
  add column privacy text not null default 'open' check (privacy in ('open', 'confidential', 'anonymous')),
  -- What waits for a decision.
  add column pending text check (pending in ('extension', 'suspension', 'cancel')),
  -- Units that assist, and those of them that have not finished.
  add column assists uuid[] not null default '{}',
  add column assists_open uuid[] not null default '{}',
  -- Units of the handling limit that were granted on top of it, until it is dispatched again.
  add column extended_by integer not null default 0,
  add column extensions smallint not null default 0,
  add column returns smallint not null default 0,
  add column late_returns smallint not null default 0,
  add column reworks smallint not null default 0,
  add column urges smallint not null default 0,
  add column urged_at timestamptz,
  add column return_reason text,
  add column return_note text,
  add column suspend_reason text,
  add column review_on date,
  add column transferred_to text,
  add column merged_into uuid,
  add column part_of uuid,
  add foreign key (subdistrict, merged_into) references event (subdistrict, id),
  add foreign key (subdistrict, part_of) references event (subdistrict, id);
create index event_by_whole on event (merged_into) where merged_into is not null;
create index event_by_part on event (part_of) where part_of is not null;
create index event_pending on event (subdistrict, pending, changed_at) where pending is not null;
create index event_review on event (review_on) where review_on is not null;
-- What is alike is looked for by matter and place among the latest.
create index event_alike on event (subdistrict, matter, reported_at desc);
-- Flags that few events carry, each found without reading the others.
create index event_urgent on event (subdistrict, reported_at desc, id desc) where is_urgent;
create index event_pinned on event (subdistrict, reported_at desc, id desc) where is_pinned;
create index event_legacy on event (subdistrict, reported_at desc, id desc) where is_legacy;
create index event_supervised on event (subdistrict, reported_at desc, id desc) where is_supervised;
create index event_instructed on event (subdistrict, reported_at desc, id desc) where is_instructed;
create index event_whistled on event (subdistrict, reported_at desc, id desc) where is_whistled;
create index event_duplicate on event (subdistrict, reported_at desc, id desc) where is_duplicate;
create index event_dissatisfied on event (subdistrict, reported_at desc, id desc) where is_dissatisfied;
create index event_hidden on event (subdistrict, reported_at desc, id desc) where privacy <> 'open';
create index event_assisted on event (subdistrict, reported_at desc, id desc) where assists <> '{}';

-- A unit sees what it handles and what it assists in.
drop policy unit_by_assignment on event;
create policy unit_by_assignment on event to unit using (unit = my_unit() or my_unit() = any (assists)) with check (unit = my_unit() or my_unit() = any (assists));

-- Applications and decisions, one open at a time.
create table event_request (
  subdistrict integer not null,
  event uuid not null,
  no smallint not null,
  area text collate "C" not null,
  kind text not null check (kind in ('extension', 'suspension', 'cancel')),
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  reason text not null,
  amount integer,
  why text,
  until date,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  is_approved boolean,
  note text,
  primary key (subdistrict, event, no),
  foreign key (subdistrict, event) references event (subdistrict, id)
);
create unique index event_request_open on event_request (subdistrict, event) where decided_at is null;
call guard('event_request');

create table event_assist (
  subdistrict integer not null,
  event uuid not null,
  unit uuid not null,
  area text collate "C" not null,
  unit_name text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  note text,
  done_at timestamptz,
  result text,
  primary key (subdistrict, event, unit),
  foreign key (subdistrict, event) references event (subdistrict, id)
);
create index event_assist_by_unit on event_assist (unit, event);
call guard('event_assist');

create table event_supervision (
  subdistrict integer not null,
  event uuid not null,
  no smallint not null,
  area text collate "C" not null,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  text text not null,
  due_at timestamptz not null,
  reply text,
  replied_name text,
  replied_at timestamptz,
  is_satisfied boolean,
  ended_at timestamptz,
  primary key (subdistrict, event, no),
  foreign key (subdistrict, event) references event (subdistrict, id)
);
create index event_supervision_due on event_supervision (subdistrict, due_at) where ended_at is null;
call guard('event_supervision');

do $$
declare name text;
begin
  foreach name in array array['event_request', 'event_assist', 'event_supervision'] loop
    execute format('create policy unit_by_event on %1$I to unit using (exists (select from event where event.subdistrict = %1$I.subdistrict and event.id = %1$I.event)) with check (true)', name);
    execute format('grant select, insert, update on %I to unit', name);
  end loop;
end $$;

-- Residents are shown what is alike near the place they report, without who reported it or in which words; a matter whose reporters are
-- protected is not shown. The distance is that of the small piece of ground around the point, in metres.
create function event_alike(looked_matter text, at_lng double precision, at_lat double precision, within_metres double precision, since timestamptz, most integer)
returns table (id uuid, subdistrict integer, matter_name text, area_name text, status text, reported_at timestamptz, metres double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, subdistrict, matter_name, area_name, status, reported_at, metres
  from event, lateral (select 111320 * sqrt(power((lng - at_lng) * cos(radians(at_lat)), 2) + power(lat - at_lat, 2)) as metres) as away
  where matter = looked_matter and reported_at >= since and privacy = 'open' and merged_into is null and part_of is null
    and status not in ('draft', 'closed', 'cancelled', 'merged', 'selfHandled')
    and lng between at_lng - within_metres / 90000 and at_lng + within_metres / 90000 and lat between at_lat - within_metres / 110000 and at_lat + within_metres / 110000
    and metres <= within_metres
  order by metres, reported_at desc limit most
$$;
revoke execute on function event_alike(text, double precision, double precision, double precision, timestamptz, integer) from public;
grant execute on function event_alike(text, double precision, double precision, double precision, timestamptz, integer) to resident;

-- How an office handles; sub-district 0 is what holds until an office says otherwise (domain: re-handling at most twice within seven days,
-- one extension no longer than the limit, alike within 50 m and 72 h).
create table office_rule (
  subdistrict integer primary key,
  area text collate "C" not null,
  reopen_days smallint not null check (reopen_days between 0 and 90),
  most_reopened smallint not null check (most_reopened between 0 and 9),
  most_extensions smallint not null check (most_extensions between 0 and 9),
  alike_metres smallint not null check (alike_metres between 1 and 1000),
  alike_hours smallint not null check (alike_hours between 1 and 720)
);
call share('office_rule', 'area');
insert into office_rule values (0, '/', 7, 2, 1, 50, 72);
