-- 底图数据: what maps draw comes in as files of surveys — plan, buildings, borders, places —, looked over before anything is changed, and taken back as a whole.

-- Places are points of the plan. `code` is what the source calls a feature by, so that the next delivery finds it again; what a later one takes away stays and is drawn no more.
alter table plan drop constraint plan_kind_check;
alter table plan add constraint plan_kind_check check (kind in ('road', 'water', 'green', 'place'));
alter table plan add column code text;
alter table plan add column sort text;
alter table plan add column removed_at timestamptz;
create unique index plan_by_code on plan (area, kind, code) where code is not null and removed_at is null;

create table mapping (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  layer text not null check (layer in ('plan', 'building', 'area', 'place')),
  file_name text not null,
  bytes integer not null,
  status text not null check (status in ('reading', 'ready', 'committing', 'done', 'undoing', 'undone', 'cancelled', 'failed')),
  -- Read anew with other settings it is another run.
  run integer not null default 1,
  wish jsonb not null,
  look jsonb,
  total integer not null default 0,
  read_to integer not null default 0,
  stored_to integer not null default 0,
  counts jsonb not null default '{}',
  -- Of borders: the change of the grids that came of it.
  zoning uuid[] not null default '{}',
  fault text,
  by uuid not null,
  by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (subdistrict, id)
);
create index mapping_by_time on mapping (subdistrict, area, created_at desc, id desc);
create index mapping_at_work on mapping (changed_at) where status in ('reading', 'committing', 'undoing');
call guard('mapping');

create table mapping_file (
  subdistrict integer not null,
  mapping uuid not null,
  area text collate "C" not null,
  content bytea not null,
  primary key (subdistrict, mapping)
);
alter table mapping_file alter column content set storage external;
call guard('mapping_file', changeable => false);

-- A feature of the file: what is wrong with it, what it is about, what it says, and what stood there before it was taken over.
create table mapping_feature (
  subdistrict integer not null,
  mapping uuid not null,
  run integer not null,
  no integer not null,
  -- A feature of several parts is stored as several.
  part smallint not null default 0,
  area text collate "C" not null,
  outcome text not null check (outcome in ('fresh', 'changed', 'same', 'bad')),
  name text,
  key text,
  said jsonb not null,
  faults jsonb not null default '[]',
  before jsonb,
  result text check (result in ('entered', 'changed', 'stale', 'undone', 'kept')),
  primary key (subdistrict, mapping, run, no, part)
);
create index mapping_feature_by_outcome on mapping_feature (subdistrict, mapping, run, outcome, no, part);
call guard('mapping_feature');

-- Features of runs that are over; the server's own work.
create function mapping_forget(tenant integer, whose uuid, keep integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  delete from mapping_feature f using mapping m where m.subdistrict = tenant and m.id = whose and in_my_area(m.area) and f.subdistrict = tenant and f.mapping = whose and f.run <> keep;
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function mapping_forget(integer, uuid, integer) from public;
grant execute on function mapping_forget(integer, uuid, integer) to staff;

-- Files that nothing is done with any more; what was taken over stays told of, feature by feature.
create function mapping_sweep(before timestamptz) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare n integer;
begin
  delete from mapping_file f using mapping m where m.subdistrict = f.subdistrict and m.id = f.mapping and m.changed_at < before and m.status not in ('reading', 'committing', 'undoing');
  get diagnostics n = row_count;
  return n;
end $$;
revoke execute on function mapping_sweep(timestamptz) from public;
grant execute on function mapping_sweep(timestamptz) to app;
