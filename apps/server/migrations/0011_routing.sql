-- Rules that say who is to handle what is reported, kept in whole versions: the highest number is in force, and none is ever changed.
create table routing_version (
  subdistrict integer not null,
  area text collate "C" not null,
  no integer not null check (no > 0),
  published_at timestamptz not null,
  published_by uuid not null,
  published_name text not null,
  note text not null,
  from_no integer,
  rules jsonb not null,
  primary key (subdistrict, no)
);
-- Whoever reports is routed, residents too.
call share('routing_version', 'area');
revoke select on routing_version from gate;

-- Rules that are being written: one draft an office, closed when it is published or dropped.
create table routing_draft (
  subdistrict integer primary key,
  area text collate "C" not null,
  is_open boolean not null default false,
  rules jsonb not null default '[]',
  changed_at timestamptz not null,
  changed_name text not null
);
call guard('routing_draft');

alter table event
  -- Which rule spoke, by its place in a version and by the id it keeps through all of them.
  add column routed_version integer,
  add column routed_no smallint,
  add column routed_rule uuid,
  -- Whom it was sent to first, whether that was whom the office's rules had suggested, and whether another unit got it later (GB/T 30428.4: wrongly dispatched).
  add column first_unit uuid,
  add column first_unit_name text,
  add column first_sent_at timestamptz,
  add column first_as_suggested boolean,
  add column is_missent boolean not null default false;
update event set first_unit = sent.unit, first_unit_name = sent.unit_name, first_sent_at = sent.at, first_as_suggested = sent.as_suggested, is_missent = sent.is_missent
from (
  select subdistrict, subject::uuid as event, min(at) as at, (array_agg((details ->> 'unit')::uuid order by at, id))[1] as unit, (array_agg(details ->> 'unitName' order by at, id))[1] as unit_name,
    (array_agg((details ->> 'isSuggested')::boolean order by at, id))[1] as as_suggested, count(distinct details ->> 'unit') > 1 as is_missent
  from journal where subject_kind = 'event' and name = 'event.dispatched' group by subdistrict, subject
) as sent
where event.subdistrict = sent.subdistrict and event.id = sent.event;
create index event_first_sent on event (subdistrict, first_sent_at, id) include (area, routed_rule, routed_version, routed_no, first_as_suggested, is_missent) where first_sent_at is not null;

-- What an installation that is running already knows of its roles.
update role set permissions = permissions || array['routing.view', 'routing.manage'] where code = 'systemAdmin' and not permissions @> array['routing.manage'];
update role set permissions = permissions || array['routing.view'] where code = 'dispatcher' and not permissions @> array['routing.view'];
