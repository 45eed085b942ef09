-- What may be reported: the national directory and the community's own tree (area '/'), and what an office adds, as versioned data.
create table matter (
  area text collate "C" not null default '/',
  code text not null,
  valid_from date not null default date '2020-01-01',
  valid_until date,
  name text not null,
  parent text,
  standard text not null,
  mapped jsonb not null default '[]',
  -- Words people use for it; the suggestion from a description is computed from these.
  words text[] not null default '{}',
  is_leaf boolean not null,
  is_confidential boolean not null default false,
  changed_at timestamptz not null default now(),
  primary key (area, code, valid_from)
);
call share('matter', 'area');

-- The office's rule for a matter: how long handling may take and who handles it. A new rule ends the one before.
-- Sub-district 0 (area '/') is what holds until an office says otherwise.
create table matter_rule (
  subdistrict integer not null,
  area text collate "C" not null,
  matter text not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  limit_amount integer not null check (limit_amount > 0),
  limit_unit text not null,
  unit uuid references unit (id),
  by_community boolean not null,
  primary key (subdistrict, matter, valid_from)
);
call share('matter_rule', 'area');

-- How long each state may last that is not handling; sub-district 0 as above.
create table step_limit (
  subdistrict integer not null,
  area text collate "C" not null,
  status text not null,
  limit_amount integer not null check (limit_amount > 0),
  limit_unit text not null,
  primary key (subdistrict, status)
);
call share('step_limit', 'area');

-- The office's own days and hours on top of the national arrangement.
create table office_day (
  subdistrict integer not null,
  area text collate "C" not null,
  day date not null,
  kind text check (kind in ('work', 'rest')),
  note text not null default '',
  primary key (subdistrict, day)
);
call share('office_day', 'area');
create table office_hours (
  subdistrict integer primary key,
  area text collate "C" not null,
  hours jsonb not null
);
call share('office_hours', 'area');

-- Code tables of the standards (area '/') and the codes an office adds itself.
create table code_entry (
  "table" text not null,
  area text collate "C" not null,
  code text not null,
  label text not null,
  parent text,
  sort integer not null,
  valid_from date not null default date '2020-01-01',
  valid_until date,
  primary key ("table", code, area, valid_from)
);
call share('code_entry', 'area');
