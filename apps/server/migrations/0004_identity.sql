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
  -- Secret of the one-time codes, and the one that waits for its first code.
  totp bytea,
  totp_pending bytea,
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
create index account_by_staff_phone on account (phone_index) where side <> 'resident';
create index account_by_grams on account using gin (grams);
alter table account enable row level security;
create policy staff_by_area on account to staff using (in_my_area(area)) with check (in_my_area(area));
create policy oneself on account to staff, unit, resident using (id = my_person()) with check (id = my_person());
grant select, insert, update on account to staff;
-- At the gate anybody may be looked up, residents join, and what signing in changes is changed.
create policy at_the_gate on account for select to gate using (true);
create policy changed_at_the_gate on account for update to gate using (true);
create policy residents_join on account for insert to gate with check (side = 'resident');
grant select, insert, update (password, must_change_password, totp_last_step, failures, locked_until, last_sign_in, wechat, oidc) on account to gate;
grant select, update (name, password, password_at, password_history, must_change_password, totp, totp_pending, totp_last_step, failures, locked_until) on account to unit, resident;

-- People whose name or sign-in name holds the text, in the area of who asks. GIN is not used under a policy: its operators are not leak-proof.
create function account_find(wanted text) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select id from account where grams @> bigrams(wanted) and in_my_area(area)
    and position(lower(wanted) in lower(name || ' ' || coalesce(sign_in_name, ''))) > 0
$$;
revoke execute on function account_find(text) from public;
grant execute on function account_find(text) to staff;

create table role (
  code text primary key,
  name text not null,
  side text not null,
  permissions text[] not null,
  built_in boolean not null default false
);
-- Roles are of the whole installation: everybody reads, who works for all areas writes.
alter table role enable row level security;
create policy everybody_reads on role for select using (true);
create policy staff_of_all_areas on role for update to staff using (in_my_area('/')) with check (in_my_area('/'));
grant select on role to staff, unit, resident, gate;
grant update on role to staff;

-- A post: one person, one role, one area, for a time.
create table post (
  id uuid primary key,
  account uuid not null references account (id),
  role text not null references role (code),
  area text collate "C" not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  check (valid_from <= valid_until)
);
create index post_by_account on post (account);
create index post_by_area on post (area);
create index post_by_role on post (role);
alter table post enable row level security;
create policy staff_by_area on post to staff using (in_my_area(area)) with check (in_my_area(area));
create policy oneself on post for select to staff, unit, resident using (account = my_person());
grant select, insert, update on post to staff;
grant select on post to unit, resident;

-- During leave the deputy holds the posts of the absent.
create table deputy (
  id uuid primary key,
  area text collate "C" not null,
  absent uuid not null references account (id),
  deputy uuid not null references account (id),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  check (absent <> deputy), check (valid_from <= valid_until)
);
create index deputy_by_deputy on deputy (deputy);
create index deputy_by_absent on deputy (absent);
call guard('deputy');

-- Does somebody work beyond the area of who asks? Then only an administrator of the wider area may act on the account.
create function works_beyond(of_account uuid, moment timestamptz) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from post where account = of_account and (valid_until is null or valid_until > moment) and not coalesce(in_my_area(area), false))
$$;
-- What these people and their deputies may do in all, wherever, now or later, what they hold as deputies included: for the separation of administrators.
create function permissions_together(of_accounts uuid[], moment timestamptz) returns table (person uuid, permissions text[]) language sql stable security definer set search_path = public, pg_temp as $$
  with concerned as (
    select unnest(of_accounts) as person union select deputy from deputy where absent = any (of_accounts) and valid_until > moment
  ), held as (
    select person, person as holder from concerned
    union select concerned.person, deputy.absent from concerned join deputy on deputy.deputy = concerned.person and deputy.valid_until > moment
  )
  select held.person, array_agg(distinct one) from held
  join post on post.account = held.holder and (post.valid_until is null or post.valid_until > moment)
  join role on role.code = post.role, unnest(role.permissions) as one
  group by held.person
$$;
revoke execute on function works_beyond(uuid, timestamptz), permissions_together(uuid[], timestamptz) from public;
grant execute on function works_beyond(uuid, timestamptz), permissions_together(uuid[], timestamptz) to staff;

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
-- Ends the sessions of an account but one: one's own, or as staff those of people in one's area, without seeing them.
create function end_sessions(of_account uuid, but uuid, moment timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  update session set until = moment where account = of_account and until > moment and id is distinct from but
    and (of_account = my_person() or exists (select from account where id = of_account and in_my_area(area)))
$$;
revoke execute on function end_sessions(uuid, uuid, timestamptz) from public;
grant execute on function end_sessions(uuid, uuid, timestamptz) to staff, unit, resident;

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

-- Sessions that ended and codes that ran out before a moment; what happened with them stays in the journal.
create function identity_forget(before timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  delete from session where until < before or last_seen + make_interval(secs => idle_seconds) < before;
  delete from phone_code where until < before
$$;
revoke execute on function identity_forget(timestamptz) from public;
grant execute on function identity_forget(timestamptz) to app;

-- Who is behind a token: one statement, before any transaction. Touches last_seen once a minute, unless nobody is really there.
create function who_is(by_token bytea, moment timestamptz, is_there boolean default true) returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
declare found session; person account; answer jsonb;
begin
  select * into found from session where token = by_token and until > moment and last_seen + make_interval(secs => idle_seconds) > moment;
  if found.id is null then return null; end if;
  select * into person from account where id = found.account and is_enabled;
  if person.id is null then return null; end if;
  if is_there and found.last_seen < moment - interval '1 minute' then update session set last_seen = moment where id = found.id; end if;
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
revoke execute on function who_is(bytea, timestamptz, boolean) from public;
grant execute on function who_is(bytea, timestamptz, boolean) to app, gate;
