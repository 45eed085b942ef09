-- Buildings, which are areas, and what became of each stay of an event are counted as well.

-- The sub-district of a path: /33/99/01/008/… is 339901008.
create function area_tenant(area text) returns integer language sql immutable parallel safe as $$ select array_to_string((string_to_array(area, '/'))[2:5], '')::integer $$;

-- An area has no column that says whose it is; its path does.
create function measure_touch_building() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('insert into measure_touched (subdistrict, source, area) select distinct area_tenant(path), ''buildings'', path from (%s) as row where kind = ''building''',
    case tg_op when 'INSERT' then 'select * from fresh' when 'DELETE' then 'select * from stale' else 'select * from stale union all select * from fresh' end);
  return null;
end $$;
revoke execute on function measure_touch_building() from public;
create trigger measure_added after insert on area referencing new table as fresh for each statement execute function measure_touch_building();
create trigger measure_altered after update on area referencing old table as stale new table as fresh for each statement execute function measure_touch_building();
create trigger measure_removed after delete on area referencing old table as stale for each statement execute function measure_touch_building();

call measured('event_stage', 'stages', 'area', 'until');
create index event_stage_by_area on event_stage (area, until) where until is not null;

-- Where figures stand already, everything is counted once more, and with it what was not counted before.
update measure_mark set day = null, counted_at = null;
