-- The server signs in as app, which may do nothing by itself; each transaction takes one of the others.
-- LOGIN without a password: nobody can sign in as them, and Citus needs it to pass SET ROLE on to its workers.
-- app inherits nothing: what is granted to it here it must take. Roles are of the whole server, and another database may have made them.
do $$
declare name text;
begin
  foreach name in array array['app', 'staff', 'unit', 'resident', 'gate'] loop
    begin
      if to_regrole(name) is null then execute format('create role %I login noinherit', name); end if;
    exception when duplicate_object or unique_violation then null;
    end;
    if name <> 'app' and not pg_has_role('app', name, 'member') then
      begin
        execute format('grant %I to app', name);
      exception when unique_violation then null;
      end;
    end if;
  end loop;
  -- Where not everybody may connect.
  execute format('grant connect on database %I to app', current_database());
end $$;
grant usage on schema public to app, staff, unit, resident, gate;

-- Where the transaction may look. Settings are written by kernel/db.ts after a strict check of their form.
-- A pooled connection answers '' and not null for a setting it once had: without nullif every row would pass.
create function in_my_area(area text) returns boolean language sql stable parallel safe as $$
  select area collate "C" >= nullif(current_setting('app.area', true), '')
     and area collate "C" < nullif(current_setting('app.area', true), '') || U&'\FFFF'
     and (coalesce(current_setting('app.areas', true), '') = ''
       or area ^@ any (string_to_array(current_setting('app.areas', true), ',')))
$$;
create function my_person() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.person', true), '')::uuid
$$;
create function my_unit() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.unit', true), '')::uuid
$$;

-- Row-level security as the default of a table: staff by area, units by assignment, residents their own.
-- A role whose column is not named does not see the table at all.
create procedure guard("table" text, resident text default null, unit text default null, changeable boolean default true) language plpgsql as $$
declare verbs text := case when changeable then 'select, insert, update' else 'select, insert' end;
begin
  execute format('alter table %I enable row level security', "table");
  execute format('create policy staff_by_area on %I to staff using (in_my_area(area)) with check (in_my_area(area))', "table");
  execute format('grant %s on %I to staff', verbs, "table");
  if unit is not null then
    execute format('create policy unit_by_assignment on %I to unit using (%I = my_unit()) with check (%I = my_unit())', "table", unit, unit);
    execute format('grant %s on %I to unit', verbs, "table");
  end if;
  if resident is not null then
    execute format('create policy resident_by_own on %I to resident using (%I = my_person()) with check (%I = my_person())', "table", resident, resident);
    execute format('grant %s on %I to resident', verbs, "table");
  end if;
end $$;

-- Small shared tables (codes, roles, areas): everybody reads; staff write, and only where the named area column is theirs.
create procedure share("table" text, area text default null) language plpgsql as $$
begin
  execute format('grant select on %I to staff, unit, resident, gate', "table");
  execute format('grant insert, update on %I to staff', "table");
  if area is not null then
    execute format('alter table %I enable row level security', "table");
    execute format('create policy everybody_reads on %I for select using (true)', "table");
    execute format('create policy staff_insert on %I for insert to staff with check (in_my_area(%I))', "table", area);
    execute format('create policy staff_update on %I for update to staff using (in_my_area(%I)) with check (in_my_area(%I))', "table", area, area);
  end if;
end $$;

-- Every pair of neighbouring characters, for searching Chinese where two characters are the commonest question.
-- The text is taken apart once: cutting each pair out of it would cost the square of its length.
create function bigrams(value text) returns text[] language plpgsql immutable parallel safe strict as $$
declare chars text[] := string_to_array(lower(regexp_replace(value, '\s', '', 'g')), null);
begin
  return coalesce((select array_agg(pair) from (select distinct (first || second) collate "C" as pair
    from unnest(chars[:cardinality(chars) - 1], chars[2:]) as neighbours (first, second)) as pairs), '{}');
end $$;
