-- 知识库: the standard answers of a sub-district and its communities. An entry is what is asked, its revisions what was answered: the published one is what residents are told.

-- Of the knowledge of a sub-district as a whole: a number that grows with everything that begins or ceases to be told, and the last number of an entry.
create table knowledge_base (
  subdistrict integer primary key,
  area text collate "C" not null,
  version integer not null default 0,
  last_no integer not null default 0
);
alter table knowledge_base enable row level security;
create policy everybody_of_an_office on knowledge_base for select to staff, unit, resident using (true);
-- Whoever publishes in a community makes the whole grow.
create policy staff_insert on knowledge_base for insert to staff with check (in_my_area(area) or nullif(current_setting('app.area', true), '') collate "C" ^@ area);
create policy staff_update on knowledge_base for update to staff using (in_my_area(area) or nullif(current_setting('app.area', true), '') collate "C" ^@ area) with check (in_my_area(area) or nullif(current_setting('app.area', true), '') collate "C" ^@ area);
grant select on knowledge_base to staff, unit, resident;
grant insert, update on knowledge_base to staff;

create table knowledge (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  area_name text not null,
  no integer not null,
  -- The sub-district's entry in whose place a community's own one stands.
  replaces uuid,
  status text not null check (status in ('draft', 'published', 'expired', 'withdrawn', 'dropped')),
  open_status text check (open_status in ('draft', 'review')),
  -- The revision that lists show, and the last that was written.
  shown integer not null,
  last integer not null,
  -- Who sees to it that it stays right: somebody, or whoever has a role there.
  owner uuid,
  owner_role text,
  owner_name text not null,
  changed_at timestamptz not null,
  changed_name text not null,
  primary key (subdistrict, id),
  unique (subdistrict, no),
  foreign key (subdistrict, replaces) references knowledge (subdistrict, id),
  check (num_nonnulls(owner, owner_role) = 1)
);
create index knowledge_by_id on knowledge (id);
create index knowledge_newest on knowledge (subdistrict, changed_at desc, id desc);
create index knowledge_by_area on knowledge (area, changed_at desc, id desc);
-- A community says once what it says in the sub-district's place.
create unique index knowledge_replacing on knowledge (subdistrict, replaces, area) where replaces is not null and status <> 'dropped';
call guard('knowledge');
create policy staff_from_above on knowledge for select to staff using (nullif(current_setting('app.area', true), '') collate "C" ^@ area);

create table knowledge_revision (
  subdistrict integer not null,
  knowledge uuid not null,
  no integer not null,
  area text collate "C" not null,
  replaces uuid,
  status text not null check (status in ('draft', 'review', 'published', 'past', 'expired', 'withdrawn', 'dropped')),
  question text not null,
  alike text[] not null,
  category text not null,
  answer_short text not null,
  answer_long text not null,
  steps text[] not null,
  materials text[] not null,
  entrances jsonb not null,
  phone text not null,
  audience text not null,
  source_title text,
  source_on date,
  valid_from date,
  valid_to date,
  matter text,
  is_unchecked boolean not null,
  is_not_for_us boolean not null,
  note text not null default '',
  -- Everybody who wrote in it: none of them reviews it.
  authors uuid[] not null,
  author_name text not null,
  written_at timestamptz not null,
  reviewer_name text,
  reviewed_at timestamptz,
  review_note text not null default '',
  -- Versions of the knowledge as a whole with which it began and ceased to be told.
  version_from integer,
  version_to integer,
  ended_at timestamptz,
  -- When its owner was told that it ends soon.
  warned_at timestamptz,
  primary key (subdistrict, knowledge, no),
  foreign key (subdistrict, knowledge) references knowledge (subdistrict, id),
  check (valid_to >= valid_from)
);
create unique index knowledge_revision_told on knowledge_revision (subdistrict, knowledge) where status = 'published';
create unique index knowledge_revision_open on knowledge_revision (subdistrict, knowledge) where status in ('draft', 'review');
create index knowledge_revision_by_place on knowledge_revision (subdistrict, area, replaces) where status = 'published';
create index knowledge_revision_ending on knowledge_revision (valid_to) where status = 'published';
call guard('knowledge_revision');
create policy staff_from_above on knowledge_revision for select to staff using (nullif(current_setting('app.area', true), '') collate "C" ^@ area);
-- What is published is for everybody who asks, whoever that is; it holds nothing of anybody.
create policy told_to_everybody on knowledge_revision for select to staff, unit, resident using (status = 'published');
grant select on knowledge_revision to unit, resident;

-- Another way to ask for an entry that somebody heard; whoever keeps the entry takes it up or does not. It lies where it was heard.
create table knowledge_proposal (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  area_name text not null,
  knowledge uuid not null,
  text text not null,
  note text not null,
  status text not null check (status in ('open', 'taken', 'declined')),
  proposed_name text not null,
  proposed_at timestamptz not null,
  decided_name text,
  decided_at timestamptz,
  primary key (subdistrict, id)
);
create index knowledge_proposal_open on knowledge_proposal (subdistrict, knowledge) where status = 'open';
create unique index knowledge_proposal_once on knowledge_proposal (subdistrict, knowledge, text) where status = 'open';
call guard('knowledge_proposal');

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['knowledge.view'] where code in ('leader', 'acceptor', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker') and built_in and not permissions @> array['knowledge.view'];
update role set permissions = permissions || array['knowledge.edit'] where code in ('acceptor', 'shiftLeader', 'secretary', 'socialWorker') and built_in and not permissions @> array['knowledge.edit'];
update role set permissions = permissions || array['knowledge.review'] where code in ('leader', 'shiftLeader', 'secretary') and built_in and not permissions @> array['knowledge.review'];
