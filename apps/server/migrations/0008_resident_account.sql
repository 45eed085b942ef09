-- Residents belong to no area, so that no administrator sees them. A sub-district can do something about an account all the same, after misuse or for
-- a lost phone: of residents who reported something there, and only one by one, by the whole number or the account itself. Who works for all areas, of
-- everybody.
create function resident_is_ours(of_account uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(in_my_area('/'), false) or exists (select from event where reported_by = of_account and in_my_area(area))
$$;
create function resident_find(by_phone bytea, by_id uuid) returns table (id uuid, name text, phone_masked text, is_enabled boolean, last_sign_in timestamptz, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, name, phone_masked, is_enabled, last_sign_in, created_at from account
  where side = 'resident' and (phone_index = by_phone or id = by_id) and resident_is_ours(id)
$$;
-- Who is shut out leaves at once, and WeChat has to vouch for the number again afterwards: it is still signed in on a lost phone.
create function resident_enable(of_account uuid, enabled boolean, moment timestamptz) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account set is_enabled = enabled, wechat = case when enabled then wechat end
  where id = of_account and side = 'resident' and is_enabled <> enabled and resident_is_ours(id);
  if not found then return false; end if;
  if not enabled then update session set until = moment where account = of_account and until > moment; end if;
  return true;
end $$;
revoke execute on function resident_is_ours(uuid), resident_find(bytea, uuid), resident_enable(uuid, boolean, timestamptz) from public;
grant execute on function resident_find(bytea, uuid), resident_enable(uuid, boolean, timestamptz) to staff;
