-- Rows are kept, with one exception: photos that were uploaded and never used have no purpose (个人信息保护法 §47). Only the server's own work
-- does this, which sees everything.
create function photo_forget(before timestamptz, most integer) returns setof uuid language sql security definer set search_path = public, pg_temp as $$
  delete from photo where id in (
    select id from photo where in_my_area('/') and subject is null and at < before order by at limit most for update skip locked)
  returning id
$$;
revoke execute on function photo_forget(timestamptz, integer) from public;
grant execute on function photo_forget(timestamptz, integer) to staff;
