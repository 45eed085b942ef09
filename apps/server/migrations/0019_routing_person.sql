-- 责任人: who of the unit is to see to it first. Suggested by a rule of the office, named when it is dispatched; others of the unit may handle it as before.
alter table event
  add column suggested_person uuid,
  add column suggested_person_name text,
  add column person uuid,
  add column person_name text;

-- Notices may be about a whistle.
alter table notice
  alter column event drop not null,
  add column whistle uuid,
  add check ((event is null) <> (whistle is null)),
  add foreign key (subdistrict, whistle) references whistle (subdistrict, id);

-- What of a unit's part came late and was said: 'answer', 'arrive'. What is late already is no news.
alter table whistle_call add column late_told text[] not null default '{}' check (late_told <@ array['answer', 'arrive']);
update whistle_call set late_told = case when arrive_by < now() then array['answer', 'arrive'] else array['answer'] end where answer_by < now();
create index whistle_call_late on whistle_call (answer_by) where status in ('called', 'answered') and cardinality(late_told) < 2;
