-- What people ask about their own data (PIPL art. 44-50): to see and copy, to correct, to delete, to have explained.
create table rights_request (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  area_name text not null,
  kind text not null,
  source text not null check (source in ('app', 'staff')),
  account uuid,
  person uuid,
  name text not null,
  phone bytea,
  phone_index bytea,
  phone_masked text,
  wish text not null,
  status text not null check (status in ('asked', 'checked', 'answered', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  warn_at timestamptz not null,
  taken_by_name text,
  proof text,
  checked_at timestamptz,
  checked_by_name text,
  outcome jsonb not null default '[]',
  answer text,
  answered_at timestamptz,
  answered_by_name text,
  primary key (subdistrict, id),
  foreign key (subdistrict, person) references person (subdistrict, id)
);
create index rights_request_by_due on rights_request (subdistrict, due_at, id) where status in ('asked', 'checked');
create index rights_request_by_area on rights_request (area, asked_at desc, id desc);
create index rights_request_by_person on rights_request (subdistrict, person) where person is not null;
create index rights_request_by_account on rights_request (account, asked_at desc, id desc) where account is not null;
call guard('rights_request', resident => 'account');

-- What is known of the account of somebody who asked something here: a resident belongs to no area, so staff see it by the request alone.
create function rights_account(of_account uuid) returns table (name text, phone_masked text, created_at timestamptz, last_sign_in timestamptz, sessions integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.name, a.phone_masked, a.created_at, a.last_sign_in, (select count(*)::integer from session s where s.account = a.id) from account a
  where a.id = of_account and a.side = 'resident' and exists (select from rights_request r where r.account = a.id and in_my_area(r.area))
$$;
revoke execute on function rights_account(uuid) from public;
grant execute on function rights_account(uuid) to staff;

-- 注销账号: at once and for good. What names the resident goes, the account itself remains as a number, so that what was done stays somebody's.
create function account_close(moment timestamptz) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account set name = '已注销用户', phone = null, phone_index = null, phone_masked = null, wechat = null, oidc = null, password = null, password_history = '{}', totp = null, totp_pending = null, is_enabled = false
  where id = my_person() and side = 'resident' and is_enabled;
  if not found then return false; end if;
  update session set until = moment, device = '', address = '' where account = my_person();
  return true;
end $$;
revoke execute on function account_close(timestamptz) from public;
grant execute on function account_close(timestamptz) to resident;
-- Who has gone is nobody's to find or to let in again.
create or replace function resident_find(by_phone bytea, by_id uuid) returns table (id uuid, name text, phone_masked text, is_enabled boolean, last_sign_in timestamptz, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, name, phone_masked, is_enabled, last_sign_in, created_at from account
  where side = 'resident' and phone_index is not null and (phone_index = by_phone or id = by_id) and resident_is_ours(id)
$$;

-- Revisions are not changed by anybody; what a person has the right to have deleted goes from them too. It only takes away: what remains open stood there before.
create function revision_forget(tenant integer, of_record uuid, of_no integer, remaining jsonb, remaining_sealed bytea) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update revision set before = remaining, sealed = remaining_sealed
  where subdistrict = tenant and record = of_record and no = of_no and before @> remaining and (remaining_sealed is null or sealed is not null)
    and (in_my_area(area) or exists (select from residency r where r.subdistrict = tenant and r.person = of_record and r.is_last and in_my_area(r.area)));
end $$;
revoke execute on function revision_forget(integer, uuid, integer, jsonb, bytea) from public;
grant execute on function revision_forget(integer, uuid, integer, jsonb, bytea) to staff;

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['rights.handle'] where code in ('secretary', 'socialWorker') and built_in;
