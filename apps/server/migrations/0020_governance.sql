-- 治理事项 (未诉先办): what is reported again and again at one place becomes one item that is planned, carried out and checked for its effect.

-- Where the same thing comes back: the building where it is known, else a square of about 50 m (0.0005°) within a community, else the words of the place.
create function event_spot(area text, place text, lng double precision, lat double precision) returns text language sql immutable parallel safe as $$
  select case
    when area ~ '/b[0-9]+/$' then area
    when lng is null or lat is null then area || place
    else substring(area from '^(?:/[^/]+){1,5}/') || round((lng * 2000)::numeric)::text || ' ' || round((lat * 2000)::numeric)::text
  end
$$;

create table governance (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  area_name text not null,
  title text not null,
  matter text not null,
  matter_name text not null,
  place text not null,
  -- How far it reaches, and that as a key: event_spot() of its events, or the path of the grid or community.
  reach text not null check (reach in ('spot', 'grid', 'community')),
  spot text collate "C" not null,
  status text not null check (status in ('founded', 'planned', 'underWay', 'done', 'watched', 'closed', 'cancelled')),
  founded_name text not null,
  founded_at timestamptz not null,
  cause text,
  measure text,
  unit uuid,
  unit_name text,
  unit_kind text,
  person text,
  target_on date,
  result text,
  done_at timestamptz,
  -- The days of the effect check: so many before it was founded against so many after it was done.
  effect_days smallint not null default 30 check (effect_days between 7 and 90),
  watch_until timestamptz,
  -- As counted when it was closed.
  before_count integer,
  after_count integer,
  outcome text check (outcome in ('effective', 'partly', 'none')),
  conclusion text,
  closed_at timestamptz,
  cancelled_for text,
  -- Events since it was done, and whether they are so many that it is back.
  recurred integer not null default 0,
  is_back boolean not null default false,
  changed_at timestamptz not null,
  last_by text not null,
  primary key (subdistrict, id)
);
create index governance_by_id on governance (id);
create index governance_newest on governance (subdistrict, founded_at desc, id desc);
create index governance_by_area on governance (area, founded_at desc, id desc);
create index governance_by_unit on governance (unit, founded_at desc, id desc) where unit is not null;
create index governance_by_matter on governance (subdistrict, matter);
-- One for a matter and place while it is open.
create unique index governance_open on governance (subdistrict, matter, spot) where status not in ('closed', 'cancelled');
call guard('governance');
create policy unit_by_plan on governance to unit using (unit = my_unit()) with check (unit = my_unit());
grant select, update on governance to unit;

-- The events behind an item. `is_match`: of its matter and place, and so counted in its effect; others were put in by hand.
create table governance_event (
  subdistrict integer not null,
  governance uuid not null,
  event uuid not null,
  area text collate "C" not null,
  reported_at timestamptz not null,
  is_match boolean not null,
  added_at timestamptz not null,
  -- Nobody where it joined by itself.
  added_name text,
  -- Taken out again; it does not come back by itself.
  out_at timestamptz,
  out_for text,
  primary key (subdistrict, governance, event),
  foreign key (subdistrict, governance) references governance (subdistrict, id),
  foreign key (subdistrict, event) references event (subdistrict, id)
);
create index governance_event_newest on governance_event (subdistrict, governance, reported_at desc, event desc);
create index governance_event_by_event on governance_event (event);
call guard('governance_event');
create policy unit_by_item on governance_event for select to unit using (exists (select from governance where governance.subdistrict = governance_event.subdistrict and governance.id = governance_event.governance));
grant select on governance_event to unit;

create policy unit_by_governance on journal for select to unit using (subject_kind = 'governance' and exists (select from governance where governance.subdistrict = journal.subdistrict and governance.id::text = journal.subject));
create policy unit_by_governance on photo for select to unit using (subject_kind = 'governance' and exists (select from governance where governance.subdistrict = photo.subdistrict and governance.id = photo.subject));

-- Duplicates that were merged are few among all events, and each tells of one that came back.
create index event_merged on event (subdistrict, reported_at) where merged_into is not null;

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || '{governance.view}' where built_in and code in ('leader', 'acceptor', 'shiftLeader', 'dispatcher', 'handler', 'secretary', 'socialWorker', 'gridWorker') and not permissions @> '{governance.view}';
update role set permissions = permissions || '{governance.found}' where built_in and code in ('leader', 'shiftLeader', 'dispatcher', 'secretary') and not permissions @> '{governance.found}';
update role set permissions = permissions || '{governance.handle}' where built_in and code in ('handler', 'secretary', 'socialWorker', 'gridWorker') and not permissions @> '{governance.handle}';
