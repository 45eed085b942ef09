-- What a place calls its own things, and from which sureness it is answered or offered: of the sub-district, or of one community, which adds its own names to the sub-district's.
create table knowledge_matching (
  subdistrict integer not null,
  area text collate "C" not null,
  terms text[] not null,
  -- In percent; both or neither: then those it was shipped with, or the sub-district's.
  answer smallint check (answer between 30 and 99),
  offer smallint check (offer between 1 and 90),
  changed_name text not null,
  changed_at timestamptz not null,
  primary key (subdistrict, area),
  check (num_nulls(answer, offer) in (0, 2)),
  check (offer < answer)
);
call guard('knowledge_matching');
create policy staff_from_above on knowledge_matching for select to staff using (nullif(current_setting('app.area', true), '') collate "C" ^@ area);
-- It says nothing of anybody, and is needed for every question.
create policy everybody_asks on knowledge_matching for select to unit, resident using (true);
grant select on knowledge_matching to unit, resident;
