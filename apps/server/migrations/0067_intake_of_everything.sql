-- Files bring enterprises, things and homes as well as people, and ledgers that went out come back changed. What is no person lies sealed as it was read (`said`).
-- Of a row that came back: the state of the record that had gone out (`seen`), the fields that were changed since (`conflicts`), and which cells are to be taken (`choices`).
alter table intake_row rename column person to record;
alter table intake_row add column said bytea;
alter table intake_row add column seen integer;
alter table intake_row add column conflicts text[] not null default '{}';
alter table intake_row add column choices jsonb not null default '{}';
alter table intake_row drop constraint intake_row_outcome_check;
alter table intake_row add constraint intake_row_outcome_check check (outcome in ('fresh', 'match', 'same', 'twice', 'bad', 'note'));

-- Of those without a number the name is looked at.
create index enterprise_by_name on enterprise (subdistrict, name);
create index thing_by_name on thing (subdistrict, name) where ended_on is null;

-- Whom credit codes and component codes belong to already. Of records that the one asking may not see, only which community keeps them.
create function intake_known_codes(tenant integer, of_kind text, codes text[])
returns table (code text, id uuid, name text, community text) language sql stable security definer set search_path = public, pg_temp as $$
  select e.credit_code, case when in_my_area(e.area) then e.id end, case when in_my_area(e.area) then e.name end, substring(e.area from '^(?:/[^/]+){5}/')
  from enterprise e where of_kind = 'enterprise' and e.subdistrict = tenant and e.credit_code = any (codes)
  union all
  select t.code, case when in_my_area(t.area) then t.id end, case when in_my_area(t.area) then t.name end, substring(t.area from '^(?:/[^/]+){5}/')
  from thing t where of_kind = 'thing' and t.subdistrict = tenant and t.code = any (codes) and t.ended_on is null
$$;
revoke execute on function intake_known_codes(integer, text, text[]) from public;
grant execute on function intake_known_codes(integer, text, text[]) to staff;

-- As in 0063, for every kind of record that files bring: whatever was changed, marked, moved or referred to since stays.
create or replace function intake_undo(tenant integer, of_batch uuid, of_run integer, nos integer[]) returns setof integer language plpgsql security definer set search_path = public, pg_temp as $$
declare one record; of_kind text; is_as_entered boolean;
begin
  select b.kind into of_kind from intake_batch b where b.subdistrict = tenant and b.id = of_batch and b.status = 'undoing' and in_my_area(b.area);
  if not found then return; end if;
  for one in select r.no, r.record as id from intake_row r where r.subdistrict = tenant and r.batch = of_batch and r.run = of_run and r.no = any (nos) and r.result = 'entered' order by r.no loop
    if exists (select from claim where subdistrict = tenant and record = one.id) then continue; end if;
    case of_kind
      when 'person' then perform from person p where p.subdistrict = tenant and p.id = one.id and p.revision = 1 and p.standing = 'present' and p.tags = '{}' for update;
      when 'enterprise' then perform from enterprise e where e.subdistrict = tenant and e.id = one.id and e.revision = 1 and e.tags = '{}' and e.checked_at = e.created_at for update;
      when 'thing' then perform from thing t where t.subdistrict = tenant and t.id = one.id and t.revision = 1 and t.tags = '{}' and t.ended_on is null and t.checked_at = t.created_at for update;
      when 'housing' then perform from housing h where h.subdistrict = tenant and h.id = one.id and h.revision = 1 and h.tags = '{}' and h.ended_on is null and h.checked_at = h.created_at for update;
    end case;
    is_as_entered := found;
    if not is_as_entered or (of_kind = 'person' and (
      exists (select from residency where subdistrict = tenant and person = one.id and (until is not null or household is not null))
      or (select count(*) from residency where subdistrict = tenant and person = one.id) > 1
      or exists (select from transfer where subdistrict = tenant and person = one.id))) then continue; end if;
    begin
      delete from revision where subdistrict = tenant and record = one.id;
      if of_kind = 'person' then delete from residency where subdistrict = tenant and person = one.id; end if;
      execute format('delete from %I where subdistrict = $1 and id = $2', of_kind) using tenant, one.id;
      return next one.no;
    exception when foreign_key_violation then null;
    end;
  end loop;
end $$;
