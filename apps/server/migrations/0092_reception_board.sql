-- 接待看板: what happened in the talks of a day, counted by jobs; no request reads talks to count them.
create table reception_day (
  subdistrict integer not null,
  day date not null,
  area text collate "C" not null,
  -- Talks begun that day in which something was asked, by how they were answered: by the machine alone, with something offered, by a person, not at all.
  talks integer not null,
  machine integer not null,
  suggested integer not null,
  handed integer not null,
  unanswered integer not null,
  rated integer not null,
  satisfied integer not null,
  score integer not null,
  -- Questions put to the knowledge, and how many of them others had asked in the thirty days before.
  questions integer not null,
  answered integer not null,
  offered integer not null,
  repeated integer not null,
  -- Taken up by a person, the minutes each waited for the first answer, and the answers.
  attended integer not null,
  replies integer not null,
  waits integer[] not null default '{}',
  primary key (subdistrict, day, area)
);
create index reception_day_by_area on reception_day (area, day);
call guard('reception_day');

-- How often an entry was what was found, and what came of it.
create table reception_entry_day (
  subdistrict integer not null,
  day date not null,
  area text collate "C" not null,
  entry uuid not null,
  asked integer not null,
  answered integer not null,
  disliked integer not null,
  primary key (subdistrict, day, area, entry)
);
create index reception_entry_day_by_area on reception_entry_day (area, day);
call guard('reception_entry_day');

-- Minutes that a worker would have spent, for the estimate of hours saved; sub-district 0 is what holds until an office says otherwise:
-- four minutes a talk the machine finished, two where it offered what was chosen, one where a person had the answer suggested (own estimate).
create table reception_estimate (
  subdistrict integer primary key,
  area text collate "C" not null,
  machine_minutes numeric(5, 1) not null check (machine_minutes between 0 and 60),
  suggested_minutes numeric(5, 1) not null check (suggested_minutes between 0 and 60),
  attended_minutes numeric(5, 1) not null check (attended_minutes between 0 and 60),
  changed_name text,
  changed_at timestamptz
);
alter table reception_estimate enable row level security;
create policy staff_of_the_office on reception_estimate for select to staff using (in_my_area(area) or current_setting('app.area', true) ^@ area);
create policy staff_insert on reception_estimate for insert to staff with check (in_my_area(area));
create policy staff_update on reception_estimate for update to staff using (in_my_area(area)) with check (in_my_area(area));
grant select, insert, update on reception_estimate to staff;
insert into reception_estimate values (0, '/', 4, 2, 1);

-- Days are counted anew as a whole: what was counted before goes. By the server itself over a whole office.
create function reception_forget(tenant integer, days date[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if replace(coalesce(current_setting('app.area', true), ''), '/', '') <> tenant::text then return; end if;
  delete from reception_day where subdistrict = tenant and day = any (days);
  delete from reception_entry_day where subdistrict = tenant and day = any (days);
end $$;
revoke execute on function reception_forget(integer, date[]) from public;
grant execute on function reception_forget(integer, date[]) to staff;
