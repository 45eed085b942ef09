-- Files that people send into the base: a batch is one file, its rows are staged as they will be stored, so that storing them needs no reading anew.

create table intake_batch (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  kind text not null,
  file_name text not null,
  bytes integer not null,
  status text not null check (status in ('reading', 'ready', 'committing', 'done', 'undoing', 'undone', 'cancelled', 'failed')),
  -- Read anew with another sheet, header or columns, it is another run.
  run integer not null default 1,
  wish jsonb not null default '{}',
  look jsonb,
  head bytea,
  merge jsonb,
  read_to integer not null default 0,
  total integer not null default 0,
  stored_to integer not null default 0,
  counts jsonb not null default '{}',
  fault text,
  created_by uuid not null,
  created_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (subdistrict, id)
);
create index intake_batch_by_time on intake_batch (subdistrict, area, created_at desc, id desc);
create index intake_batch_at_work on intake_batch (changed_at) where status in ('reading', 'committing', 'undoing');
call guard('intake_batch');

-- The file itself, sealed, until it is no longer needed to tell what was wrong with it.
create table intake_file (
  subdistrict integer not null,
  batch uuid not null,
  area text collate "C" not null,
  content bytea not null,
  primary key (subdistrict, batch)
);
alter table intake_file alter column content set storage external;
call guard('intake_file', changeable => false);

-- A row of the file: what is wrong with it (`faults` sealed, since it quotes the cells; `wrong` names the columns), whom it is about, and what becomes of it.
create table intake_row (
  subdistrict integer not null,
  batch uuid not null,
  run integer not null,
  no integer not null,
  area text collate "C" not null,
  outcome text not null check (outcome in ('fresh', 'match', 'twice', 'bad', 'note')),
  wrong text[] not null default '{}',
  faults bytea,
  twin integer,
  person uuid,
  housing uuid,
  place text collate "C",
  address text,
  role text,
  since date,
  fields text[] not null default '{}',
  clears text[] not null default '{}',
  name text,
  pinyin text collate "C",
  initials text collate "C",
  certificate text,
  number bytea,
  number_index bytea,
  number_masked text,
  number_tail text collate "C",
  sex text,
  birth date,
  phone bytea,
  phone_index bytea,
  phone_masked text,
  phone_tail text collate "C",
  population_kind text,
  groups text[] not null default '{}',
  facts jsonb not null default '{}',
  sealed bytea,
  result text check (result in ('entered', 'changed', 'same', 'stale', 'undone', 'kept')),
  revision integer,
  primary key (subdistrict, batch, run, no)
);
create index intake_row_by_outcome on intake_row (subdistrict, batch, run, outcome, no);
call guard('intake_row');

-- What an office calls its columns.
create table intake_title (
  subdistrict integer not null,
  area text collate "C" not null,
  kind text not null,
  title text collate "C" not null,
  name text,
  primary key (subdistrict, area, kind, title)
);
call guard('intake_title');
-- What the office above has set holds below it.
create policy staff_from_above on intake_title for select to staff using (current_setting('app.area', true) ^@ area);

-- Who is known already under these numbers and phones. Of people whom the one asking may not see, only which community keeps them.
create function intake_known(tenant integer, numbers bytea[], phones bytea[])
returns table (by text, looked bytea, id uuid, name text, community text, has_number boolean) language sql stable security definer set search_path = public, pg_temp as $$
  select one.by, one.looked, case when one.seen then one.id end, case when one.seen then one.name end, substring(one.area from '^(?:/[^/]+){5}/'), one.has_number from (
    select 'number' as by, p.number_index as looked, p.id, p.name, p.area, true as has_number,
      in_my_area(p.area) or exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area)) as seen
    from person p where p.subdistrict = tenant and p.number_index = any (numbers) and p.merged_into is null
    union all
    select 'phone', p.phone_index, p.id, p.name, p.area, p.number_index is not null,
      in_my_area(p.area) or exists (select from residency r where r.subdistrict = p.subdistrict and r.person = p.id and r.is_last and in_my_area(r.area))
    from person p where p.subdistrict = tenant and p.phone_index = any (phones) and p.merged_into is null) as one
  where one.by = 'number' or one.seen
$$;
revoke execute on function intake_known(integer, bytea[], bytea[]) from public;
grant execute on function intake_known(integer, bytea[], bytea[]) to staff;

-- Rows of earlier runs have no purpose.
create function intake_forget(tenant integer, of_batch uuid, before_run integer) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from intake_row where subdistrict = tenant and batch = of_batch and run < before_run
    and exists (select from intake_batch b where b.subdistrict = tenant and b.id = of_batch and in_my_area(b.area))
$$;
revoke execute on function intake_forget(integer, uuid, integer) from public;
grant execute on function intake_forget(integer, uuid, integer) to staff;

-- Undoes people whom a batch entered: whoever was changed, moved or referred to since then stays. Answers the rows whose people are gone.
create function intake_undo(tenant integer, of_batch uuid, of_run integer, nos integer[]) returns setof integer language plpgsql security definer set search_path = public, pg_temp as $$
declare one record;
begin
  perform from intake_batch b where b.subdistrict = tenant and b.id = of_batch and b.status = 'undoing' and in_my_area(b.area);
  if not found then return; end if;
  for one in select r.no, r.person from intake_row r where r.subdistrict = tenant and r.batch = of_batch and r.run = of_run and r.no = any (nos) and r.result = 'entered' order by r.no loop
    perform from person p where p.subdistrict = tenant and p.id = one.person and p.revision = 1 and p.standing = 'present' for update;
    if not found
      or exists (select from residency where subdistrict = tenant and person = one.person and (until is not null or household is not null))
      or (select count(*) from residency where subdistrict = tenant and person = one.person) > 1
      or exists (select from claim where subdistrict = tenant and record = one.person)
      or exists (select from transfer where subdistrict = tenant and person = one.person) then continue; end if;
    begin
      delete from revision where subdistrict = tenant and record = one.person;
      delete from residency where subdistrict = tenant and person = one.person;
      delete from person where subdistrict = tenant and id = one.person;
      return next one.no;
    exception when foreign_key_violation then null;
    end;
  end loop;
end $$;
revoke execute on function intake_undo(integer, uuid, integer, integer[]) from public;
grant execute on function intake_undo(integer, uuid, integer, integer[]) to staff;

-- Files and staged rows that are no longer needed: of what was left lying or given up after a week, of what was imported after the month in which it can be undone.
create function intake_sweep(given_up timestamptz, imported timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare one record;
begin
  for one in select subdistrict, id from intake_batch where exists (select from intake_file f where f.subdistrict = intake_batch.subdistrict and f.batch = intake_batch.id) and ((status in ('ready', 'cancelled', 'failed') and changed_at < given_up) or (status in ('done', 'undone') and changed_at < imported)) loop
    delete from intake_file where subdistrict = one.subdistrict and batch = one.id;
    delete from intake_row where subdistrict = one.subdistrict and batch = one.id;
    update intake_batch set head = null, status = case when status in ('ready', 'failed') then 'cancelled' else status end where subdistrict = one.subdistrict and id = one.id;
  end loop;
end $$;
revoke execute on function intake_sweep(timestamptz, timestamptz) from public;
grant execute on function intake_sweep(timestamptz, timestamptz) to app;
