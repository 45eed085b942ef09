-- When the human desk (人工接待) of a sub-district or community is open, and who is there: shifts on working days, on days of rest or on both, and a roster of people by day and shift.
create table duty_hours (
  subdistrict integer not null,
  area text collate "C" not null,
  -- [{key, name, on, from, until}]; none: the sub-district's hold, and for the sub-district the hours of the office's calendar.
  shifts jsonb,
  primary key (subdistrict, area)
);
call guard('duty_hours');

create table duty (
  subdistrict integer not null,
  area text collate "C" not null,
  day date not null,
  shift text not null,
  people uuid[] not null check (cardinality(people) <= 20),
  primary key (subdistrict, area, day, shift)
);
call guard('duty');

-- Does somebody answer residents at exactly this desk: staff with such a post there, now.
create function answers_at(who uuid, place text, moment timestamptz) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from account join post on post.account = account.id join role on role.code = post.role where account.id = who and account.is_enabled and account.side = 'staff' and post.area = place
    and role.permissions @> array['attend.answer'] and post.valid_from <= moment and (post.valid_until is null or post.valid_until > moment))
$$;
revoke execute on function answers_at(uuid, text, timestamptz) from public;
grant execute on function answers_at(uuid, text, timestamptz) to staff, unit, resident;

-- The desks of one sub-district over some days, for who may not see the rows: a resident is told when somebody is there, a community knows its sub-district's desk.
create function duty_desks(tenant integer, places text[], first date, last date, moment timestamptz) returns table (area text, shifts jsonb, turns jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select place, h.shifts, coalesce((select jsonb_agg(jsonb_build_object('day', d.day, 'shift', d.shift, 'people',
      (select coalesce(jsonb_agg(jsonb_build_object('id', account.id, 'name', account.name, 'isHere', answers_at(account.id, place, moment)) order by at), '[]') from unnest(d.people) with ordinality as named (id, at) join account using (id))) order by d.day)
    from duty d where d.subdistrict = tenant and d.area = place and d.day between first and last and d.people <> '{}'), '[]')
  from unnest(places) as place left join duty_hours h on h.subdistrict = tenant and h.area = place
$$;
revoke execute on function duty_desks(integer, text[], date, date, timestamptz) from public;
grant execute on function duty_desks(integer, text[], date, date, timestamptz) to staff, unit, resident;

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['attend.answer'] where code in ('acceptor', 'shiftLeader', 'secretary', 'socialWorker') and built_in;
update role set permissions = permissions || array['duty.view'] where code in ('leader', 'acceptor', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker') and built_in;
update role set permissions = permissions || array['duty.manage'] where code in ('shiftLeader', 'secretary') and built_in;
