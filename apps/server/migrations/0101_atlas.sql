-- Which state the drawing of a sub-district is in: whatever changes an area or the plan makes it another, and screens ask for its tiles anew.
create table atlas_state (
  subdistrict integer primary key,
  version integer not null default 1
);
grant select on atlas_state to staff, unit, resident;
alter table atlas_state enable row level security;
create policy everybody_reads on atlas_state for select using (true);

-- As the owner, because nobody else writes the state. The first argument names the column that says where: /33/99/01/008/… is 339901008; what is wider draws nothing of its own.
create function atlas_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format($sql$
    insert into atlas_state (subdistrict) select distinct replace(left(%1$I, 14), '/', '')::integer from changed where %1$I ~ '^/\d\d/\d\d/\d\d/\d\d\d/'
    on conflict (subdistrict) do update set version = atlas_state.version + 1$sql$, tg_argv[0]);
  return null;
end $$;
revoke execute on function atlas_changed() from public;
create trigger atlas_added after insert on area referencing new table as changed for each statement execute function atlas_changed('path');
create trigger atlas_altered after update on area referencing new table as changed for each statement execute function atlas_changed('path');
create trigger atlas_added after insert on plan referencing new table as changed for each statement execute function atlas_changed('area');
create trigger atlas_altered after update on plan referencing new table as changed for each statement execute function atlas_changed('area');
create trigger atlas_removed after delete on plan referencing old table as changed for each statement execute function atlas_changed('area');

-- What is drawn already.
insert into atlas_state (subdistrict) select distinct replace(left(path, 14), '/', '')::integer from area where path ~ '^/\d\d/\d\d/\d\d/\d\d\d/';
