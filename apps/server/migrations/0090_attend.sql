-- 人工接待: one row for each time somebody took a talk up: since when it had waited, when it was answered and how it ended for them. Facts of that moment, from which waiting is measured.
create table attendance (
  subdistrict integer not null,
  id uuid not null,
  talk uuid not null,
  area text collate "C" not null,
  worker uuid not null,
  worker_name text not null,
  waiting_since timestamptz not null,
  claimed_at timestamptz not null,
  replied_at timestamptz,
  replies integer not null default 0,
  ended_at timestamptz,
  how text check (how in ('closed', 'passed', 'left')),
  -- Passed on: to a colleague, or to another desk.
  passed_to uuid,
  passed_name text,
  note text,
  event uuid,
  event_number text,
  primary key (subdistrict, id),
  foreign key (subdistrict, talk) references talk (subdistrict, id) on delete cascade,
  check ((ended_at is null) = (how is null))
);
create unique index attendance_open on attendance (subdistrict, talk) where ended_at is null;
create index attendance_by_talk on attendance (subdistrict, talk, claimed_at desc);
create index attendance_by_time on attendance (area, claimed_at desc);
call guard('attendance');

-- Who asks, for the desk the talk waits at: a resident belongs to no area, so staff see the account by the talk alone, and only until it ends. The number stays sealed; by it the record of the base is found.
create function attend_caller(of_talk uuid) returns table (name text, phone_masked text, phone bytea) language sql stable security definer set search_path = public, pg_temp as $$
  select a.name, a.phone_masked, a.phone from talk t join account a on a.id = t.resident and a.side = 'resident' where t.id = of_talk and in_my_area(t.area) and t.state in ('waiting', 'attended')
$$;
-- To another desk of the same sub-district, by who attended: out of their area, so past the policy.
create function talk_move(of_talk uuid, to_area text, to_name text) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare tenant integer;
begin
  update talk set area = to_area, area_name = to_name where id = of_talk and in_my_area(area) and state in ('waiting', 'attended') and coalesce(worker = my_person(), true) and substring(area from '^(?:/[^/]+){4}/') = substring(to_area from '^(?:/[^/]+){4}/')
    returning subdistrict into tenant;
  if tenant is null then return false; end if;
  update turn set area = to_area where subdistrict = tenant and talk = of_talk;
  return true;
end $$;
revoke execute on function attend_caller(uuid), talk_move(uuid, text, text) from public;
grant execute on function attend_caller(uuid), talk_move(uuid, text, text) to staff;
