-- 共享位置: who works in the field and lets the office see where they are for a time. Only the newest position is there, no track; what ended is gone.
create table presence (
  subdistrict integer not null,
  account uuid not null,
  -- Of the post it is shared in, so that whoever looks sees their own area alone.
  area text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('grid', 'community', 'unit', 'steward')),
  post text not null,
  unit uuid,
  unit_name text,
  since timestamptz not null,
  until timestamptz not null,
  -- Nothing until the phone has told, and nothing again when it has not told for long.
  lng double precision,
  lat double precision,
  accuracy double precision,
  at timestamptz,
  -- In a demonstration: around where a fictional worker walks.
  staged point,
  primary key (subdistrict, account)
);
create index presence_by_account on presence (account);
create index presence_by_area on presence (area);
create index presence_by_end on presence (until);
alter table presence enable row level security;
create policy staff_by_area on presence for select to staff using (in_my_area(area));
create policy oneself on presence for select to staff, unit using (account = my_person());
create policy oneself_begins on presence for insert to staff, unit with check (account = my_person() and staged is null);
create policy oneself_moves on presence for update to staff, unit using (account = my_person()) with check (account = my_person());
grant select, insert, update on presence to staff, unit;

-- Ends one's own.
create function presence_end() returns boolean language sql security definer set search_path = public, pg_temp as $$
  with ended as (delete from presence where account = my_person() returning 1) select exists (select from ended)
$$;
revoke execute on function presence_end() from public;
grant execute on function presence_end() to staff, unit;

-- What is over goes; of who has not told for an hour, where they were.
create function presence_sweep(moment timestamptz) returns table (subdistrict integer, account uuid, area text, name text, unit uuid, is_over boolean) language sql security definer set search_path = public, pg_temp as $$
  with over as (delete from presence p where p.until <= moment returning p.*),
    silent as (update presence p set lng = null, lat = null, accuracy = null, at = null where p.until > moment and p.at <= moment - interval '1 hour' returning p.*)
  select o.subdistrict, o.account, o.area, o.name, o.unit, true from over o union all select s.subdistrict, s.account, s.area, s.name, s.unit, false from silent s
$$;
revoke execute on function presence_sweep(timestamptz) from public;
grant execute on function presence_sweep(timestamptz) to staff;

-- The fictional workers of a demonstration walk around; anybody else tells by their own phone.
create function presence_walk(moment timestamptz) returns table (subdistrict integer, account uuid, area text, unit uuid) language sql security definer set search_path = public, pg_temp as $$
  update presence p set at = moment, accuracy = 12, since = date_trunc('hour', moment) - interval '2 hours', until = moment + interval '1 hour',
    lng = p.staged[0] + 0.0007 * sin(extract(epoch from moment) / 700 + ascii(left(p.account::text, 1))), lat = p.staged[1] + 0.0005 * cos(extract(epoch from moment) / 900 + ascii(right(p.account::text, 1)))
    where p.staged is not null returning p.subdistrict, p.account, p.area, p.unit
$$;
revoke execute on function presence_walk(timestamptz) from public;
grant execute on function presence_walk(timestamptz) to staff;

-- Where a unit sits, for maps; a community without one is shown at its middle.
alter table unit add column lng double precision, add column lat double precision, add check ((lng is null) = (lat is null));

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['presence.share'] where code in ('handler', 'secretary', 'socialWorker', 'gridWorker', 'steward') and built_in;
update role set permissions = permissions || array['presence.view'] where code in ('leader', 'shiftLeader', 'dispatcher') and built_in;
