-- People who sign in: staff, people of units, residents.
create table account (
  id uuid primary key,
  side text not null check (side in ('staff', 'unit', 'resident')),
  name text not null,
  sign_in_name text unique,
  area text collate "C" not null,
  unit uuid references unit (id),
  phone bytea,
  phone_index bytea,
  phone_masked text,
  is_enabled boolean not null default true,
  password text,
  password_at timestamptz,
  password_history text[] not null default '{}',
  must_change_password boolean not null default false,
  totp bytea,
  totp_last_step integer,
  failures smallint not null default 0,
  locked_until timestamptz,
  last_sign_in timestamptz,
  wechat text unique,
  oidc text unique,
  created_at timestamptz not null,
  grams text[] generated always as (bigrams(name || ' ' || coalesce(sign_in_name, ''))) stored
);
create unique index account_by_phone on account (phone_index) where side = 'resident';
create index account_by_area on account (area, name);
create index account_by_grams on account using gin (grams);
alter table account enable row level security;
create policy staff_by_area on account to staff using (in_my_area(area)) with check (in_my_area(area));
create policy oneself on account to staff, unit, resident using (id = my_person()) with check (id = my_person());
create policy at_the_gate on account to gate using (true) with check (true);
grant select, insert, update on account to staff, gate;
grant select, update on account to unit, resident;

create table role (
  code text primary key,
  name text not null,
  side text not null,
  permissions text[] not null,
  built_in boolean not null default false
);
call share('role');

-- A post: one person, one role, one area, for a time.
create table post (
  id uuid primary key,
  account uuid not null references account (id),
  role text not null references role (code),
  area text collate "C" not null,
  valid_from timestamptz not null,
  valid_until timestamptz
);
create index post_by_account on post (account);
create index post_by_area on post (area);
alter table post enable row level security;
create policy staff_by_area on post to staff using (in_my_area(area)) with check (in_my_area(area));
create policy oneself on post for select to staff, unit, resident using (account = my_person());
create policy at_the_gate on post to gate using (true) with check (true);
grant select, insert, update on post to staff;
grant select on post to unit, resident;
grant select, insert on post to gate;

-- During leave the deputy holds the posts of the absent.
create table deputy (
  id uuid primary key,
  area text collate "C" not null,
  absent uuid not null references account (id),
  deputy uuid not null references account (id),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  check (absent <> deputy), check (valid_from < valid_until)
);
create index deputy_by_deputy on deputy (deputy);
call guard('deputy');

create table session (
  id uuid primary key,
  token bytea not null unique,
  account uuid not null references account (id),
  device text not null,
  address text not null,
  since timestamptz not null,
  last_seen timestamptz not null,
  until timestamptz not null,
  idle_seconds integer not null
);
create index session_by_account on session (account);
alter table session enable row level security;
create policy oneself on session to staff, unit, resident using (account = my_person()) with check (account = my_person());
create policy at_the_gate on session to gate using (true) with check (true);
grant select, update on session to staff, unit, resident;
grant select, insert, update on session to gate;
-- A security administrator ends the sessions of people in their area without seeing them.
create policy staff_ends on session to staff using (exists (select from account where account.id = session.account)) with check (true);

create table phone_code (
  phone_index bytea not null,
  code bytea not null,
  sent_at timestamptz not null,
  until timestamptz not null,
  tries smallint not null default 0,
  used boolean not null default false,
  primary key (phone_index, sent_at)
);
alter table phone_code enable row level security;
create policy at_the_gate on phone_code to gate using (true) with check (true);
grant select, insert, update on phone_code to gate;

-- Who is behind a token: one statement, before any transaction. Touches last_seen once a minute.
create function who_is(by_token bytea, moment timestamptz) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare found session; person account; answer jsonb;
begin
  select * into found from session where token = by_token and until > moment and last_seen + make_interval(secs => idle_seconds) > moment;
  if found.id is null then return null; end if;
  select * into person from account where id = found.account and is_enabled;
  if person.id is null then return null; end if;
  if found.last_seen < moment - interval '1 minute' then update session set last_seen = moment where id = found.id; end if;
  select jsonb_build_object('session', found.id, 'id', person.id, 'name', person.name, 'side', person.side, 'unit', person.unit, 'area', person.area,
    'mustChangePassword', person.must_change_password,
    'posts', coalesce((select jsonb_agg(jsonb_build_object('id', held.id, 'role', held.role, 'roleName', role.name, 'area', held.area,
        'from', held.valid_from, 'until', held.valid_until, 'permissions', role.permissions, 'onBehalfOf', held.absent) order by held.valid_from, held.id)
      from (select post.*, null::text as absent from post where post.account = person.id
            union all
            select post.*, absent.name from deputy join post on post.account = deputy.absent join account absent on absent.id = deputy.absent
            where deputy.deputy = person.id and deputy.valid_from <= moment and deputy.valid_until > moment) as held
      join role on role.code = held.role and role.side = person.side
      where held.valid_from <= moment and (held.valid_until is null or held.valid_until > moment)), '[]'))
  into answer;
  return answer;
end $$;
revoke execute on function who_is(bytea, timestamptz) from public;
grant execute on function who_is(bytea, timestamptz) to app;
