-- Lists of events at a million of them: what the planner must know, and the orders people look in.

-- As before, but the planner is not told that one row in two hundred passes: that is what it takes an OR of unknown conditions for, and it then
-- sorts half the table for a page of twenty. Of a CASE it expects one in two.
create or replace function in_my_area(area text) returns boolean language sql stable parallel safe as $$
  select area collate "C" >= nullif(current_setting('app.area', true), '')
     and area collate "C" < nullif(current_setting('app.area', true), '') || U&'\FFFF'
     and case when coalesce(current_setting('app.areas', true), '') = '' then true else area ^@ any (string_to_array(current_setting('app.areas', true), ',')) end
$$;

-- The community an event lies in, for everybody who looks at one community or a part of it. Numbers are looked for by their beginning or end, so
-- their pairs of digits, which every number has, no longer stand among the pairs of words.
alter table event
  drop column grams,
  add column grams text[] generated always as (bigrams(title || ' ' || place || ' ' || description)) stored,
  add column community text collate "C" generated always as (substring(area from '^(?:/[^/]+){1,5}/')) stored;
create index event_by_grams on event using gin (grams);
create index event_by_number on event (number collate "C" text_pattern_ops);
create index event_by_number_end on event (reverse(number) collate "C" text_pattern_ops);

create index event_newest_above on event (reported_at desc, id desc);
create index event_of_community on event (community, reported_at desc, id desc);
create index event_of_unit on event (unit, reported_at desc, id desc) where unit is not null;
create index event_of_matter on event (subdistrict, matter, reported_at desc, id desc);
drop index event_alike;
-- What somebody still has to do something about, and what is or may be late, severe among it: few of all, each newest first.
create index event_open on event (subdistrict, reported_at desc, id desc) where status not in ('draft', 'closed', 'cancelled', 'merged');
create index event_open_in_community on event (community, reported_at desc, id desc) where status not in ('draft', 'closed', 'cancelled', 'merged');
create index event_late on event (subdistrict, reported_at desc, id desc) where is_overdue or due_at is not null;
create index event_late_in_community on event (community, reported_at desc, id desc) where is_overdue or due_at is not null;
create index event_late_of_unit on event (unit, reported_at desc, id desc) where unit is not null and (is_overdue or due_at is not null);
drop index event_severe, event_severe_open;
-- By what is due first; what has no limit comes last.
create index event_by_due on event (subdistrict, coalesce(due_at, 'infinity'), id);
drop index event_open_due;

-- Who looks at a community, or as a unit, says so in the question as well. Were the policy taken into account besides, the planner would expect a
-- seventeenth, or a fiftieth, of what there is; a CASE it does not look into.
drop policy staff_by_area on event;
create policy staff_by_area on event to staff using (case when in_my_area(area) then true else false end) with check (in_my_area(area));
drop policy unit_by_assignment on event;
create policy unit_by_assignment on event to unit using (case when unit = my_unit() or my_unit() = any (assists) then true else false end) with check (unit = my_unit() or my_unit() = any (assists));
-- What a unit was asked for itself is seen without a look at the event.
drop policy unit_by_event on event_assist;
create policy unit_by_event on event_assist to unit using (unit = my_unit() or exists (select from event where event.subdistrict = event_assist.subdistrict and event.id = event_assist.event)) with check (true);

-- Where text is looked for. The operators of GIN are not leak-proof: under a policy the index would not be used. A view is read with its owner's
-- eyes, and without security_barrier it may be planned together with the question; whom it shows what is what the policies of event say. Only the
-- questions of this program reach it. Whoever adds a column to event that lists read calls this again.
create procedure event_text_anew() language sql as $$
  create or replace view event_text as
    select title || ' ' || place || ' ' || description as words, event.* from event
    where case when in_my_area(area) or unit = my_unit() or my_unit() = any (assists) then true else false end
$$;
call event_text_anew();
grant select on event_text to staff, unit;
drop function event_search(integer, text, text, integer);
