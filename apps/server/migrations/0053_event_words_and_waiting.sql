-- Words are looked for among the newest first. A pair of characters is kept twice: alone, and under the month (of 30 days) the event was reported in,
-- so that a common word reads a month's events instead of all that ever had it.
create function month_bigrams(month integer, value text) returns text[] language sql immutable parallel safe strict as $$
  select coalesce(array_agg(month || ':' || pair), '{}') from unnest(bigrams(value)) as pair
$$;
drop view event_text;
alter table event drop column grams;
alter table event add column grams text[] generated always as (bigrams(title || ' ' || place || ' ' || description) || month_bigrams(floor(extract(epoch from reported_at - timestamptz '1970-01-01 00:00:00+00') / 2592000)::integer, title || ' ' || place || ' ' || description)) stored;
create index event_by_grams on event using gin (grams);
-- What comes back at one place is counted over months of events: from the index alone.
alter table event add column spot text collate "C" not null generated always as (event_spot(area, place, lng, lat)) stored;
create index event_spots on event (subdistrict, reported_at) include (matter, spot, area, id, source, unit) where status not in ('draft', 'cancelled') and part_of is null;
call event_text_anew();
grant select on event_text to staff, unit;

-- Whoever may see an event may read what happened to it: asked of each row by the event's key. As an EXISTS of equal columns the planner would read
-- every event of the unit first; of `= any` it cannot.
drop policy unit_by_event on journal;
create policy unit_by_event on journal for select to unit using (subject_kind = 'event' and exists (select from event where event.subdistrict = journal.subdistrict and event.id = any (array[case when journal.subject_kind = 'event' and journal.subject ~ '^[0-9a-f-]{36}$' then journal.subject::uuid end])));
drop policy resident_by_event on journal;
create policy resident_by_event on journal for select to resident using (subject_kind = 'event' and exists (select from event where event.subdistrict = journal.subdistrict and event.id = any (array[case when journal.subject_kind = 'event' and journal.subject ~ '^[0-9a-f-]{36}$' then journal.subject::uuid end])));
drop policy unit_by_whistle on journal;
create policy unit_by_whistle on journal for select to unit using (subject_kind = 'whistle' and exists (select from whistle where whistle.subdistrict = journal.subdistrict and whistle.id = any (array[case when journal.subject_kind = 'whistle' and journal.subject ~ '^[0-9a-f-]{36}$' then journal.subject::uuid end])));
drop policy unit_by_governance on journal;
create policy unit_by_governance on journal for select to unit using (subject_kind = 'governance' and exists (select from governance where governance.subdistrict = journal.subdistrict and governance.id = any (array[case when journal.subject_kind = 'governance' and journal.subject ~ '^[0-9a-f-]{36}$' then journal.subject::uuid end])));

-- The dots of a map and what waits today are read from an index alone; one state of a community along an index of its own.
drop index event_newest, event_by_place, event_open_in_community;
create index event_newest on event (subdistrict, reported_at desc, id desc) include (lng, lat, status, due_at, warn_at, area, reported_by);
create index event_by_place on event (subdistrict, lng, lat) include (reported_at, id, status, due_at, warn_at, area, reported_by) where lng is not null;
create index event_open_in_community on event (community, status, reported_at desc, id desc) where status not in ('draft', 'closed', 'cancelled', 'merged');
create index event_waiting on event (subdistrict, status, due_at, id) include (warn_at, stage_since, person, area, community, pending, unit, unit_kind, part_of, source, reported_by) where status not in ('draft', 'closed', 'cancelled', 'merged');
