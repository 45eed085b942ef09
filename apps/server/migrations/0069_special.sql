-- 特殊人群 (GB/T 31000): restricted groups, off until an office switches one on, seen by who is named for it and by nobody else.

-- Holds somebody a permission over a place, by a post of their own? What is to be known by few does not pass to a deputy.
create function may_hold(wanted text, place text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from post join role on role.code = post.role where post.account = my_person() and post.valid_from <= now() and (post.valid_until is null or post.valid_until > now())
    and role.permissions @> array[wanted] and place ^@ post.area)
$$;
revoke execute on function may_hold(text, text) from public;
grant execute on function may_hold(text, text) to staff, unit, resident;

-- Whether an office keeps a kind of them at all: asked for by one administrator, agreed to by another. `mark` is the keyed digest by which its records are found.
create table special_switch (
  subdistrict integer not null,
  area text collate "C" not null,
  kind text not null,
  mark bytea not null,
  status text not null check (status in ('asked', 'on', 'refused', 'off')),
  reason text not null,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  note text,
  primary key (subdistrict, kind),
  check (status <> 'on' or decided_by <> asked_by)
);
call guard('special_switch');
create policy staff_from_above on special_switch for select to staff using (current_setting('app.area', true) ^@ area);

-- May who asks know of somebody that they are in such a group: it is switched on, they are named for it where the person lives now, and that lies in the areas of this transaction.
create function may_know(tenant integer, whom uuid, of_mark bytea) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person p join special_switch s on s.subdistrict = p.subdistrict and s.mark = of_mark and s.status = 'on'
    where p.subdistrict = tenant and p.id = whom and in_my_area(p.area) and may_hold('special.keep', p.area))
$$;
revoke execute on function may_know(integer, uuid, bytea) from public;
grant execute on function may_know(integer, uuid, bytea) to staff;

-- Of which group, and all that is known, is sealed: who holds a copy of the database holds no list. It follows the person, and with them the community.
create table special (
  subdistrict integer not null,
  id uuid not null,
  person uuid not null,
  mark bytea not null,
  sealed bytea not null,
  revision integer not null default 1,
  ended_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (subdistrict, id),
  foreign key (subdistrict, person) references person (subdistrict, id)
);
create unique index special_once on special (subdistrict, person, mark) where ended_on is null;
create index special_by_person on special (subdistrict, person);
create index special_by_mark on special (subdistrict, mark, created_at desc, id desc);
alter table special enable row level security;
create policy need_to_know on special to staff using (may_know(subdistrict, person, mark)) with check (may_know(subdistrict, person, mark));
grant select, insert, update on special to staff;

-- What was changed when by whom, and what stood before.
create table special_revision (
  subdistrict integer not null,
  special uuid not null,
  no integer not null,
  at timestamptz not null,
  by uuid not null,
  by_name text not null,
  sealed bytea not null,
  primary key (subdistrict, special, no)
);
alter table special_revision enable row level security;
create policy need_to_know on special_revision to staff using (exists (select from special where special.subdistrict = special_revision.subdistrict and special.id = special_revision.special))
  with check (exists (select from special where special.subdistrict = special_revision.subdistrict and special.id = special_revision.special));
grant select, insert on special_revision to staff;

-- Who looked is for who audits it, and for themselves: to everybody else the journal says nothing of it.
create policy need_to_know on journal as restrictive for select to staff, unit, resident
  using (not name ^@ 'special.' or actor is not distinct from my_person() or may_hold('special.audit', area));

-- What was kept as long as the register says after it ended, or after the person had gone; how many. Past the policy, by the server itself over the whole office, as in 0056.
create function special_sweep(tenant integer, before timestamptz, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare ids uuid[];
begin
  if replace(coalesce(current_setting('app.area', true), ''), '/', '') <> tenant::text then return 0; end if;
  ids := array(select s.id from special s join person p on p.subdistrict = s.subdistrict and p.id = s.person where s.subdistrict = tenant and (s.ended_on < before::date
    or (p.standing in ('left', 'dead') and (select max(until) from residency r where r.subdistrict = s.subdistrict and r.person = s.person) < before::date)) order by s.id limit most);
  delete from special_revision where subdistrict = tenant and special = any (ids);
  delete from special where subdistrict = tenant and id = any (ids);
  return cardinality(ids);
end $$;
revoke execute on function special_sweep(integer, timestamptz, integer) from public;
grant execute on function special_sweep(integer, timestamptz, integer) to staff;

-- Roles that stand already; a new installation is given them at its start, and each the role that is named for it.
update role set permissions = permissions || array['special.manage'] where code = 'systemAdmin' and built_in;
update role set permissions = permissions || array['special.approve'] where code = 'securityAdmin' and built_in;
update role set permissions = permissions || array['special.audit'] where code = 'auditAdmin' and built_in;
