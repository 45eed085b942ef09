-- A batch is stored in lanes, each a part of its rows in their order, so that several are stored at once: how far each of them has come.
-- New people up to there were entered where their rows do not say otherwise: telling each of it would write the whole file a second time.
create table intake_lane (
  subdistrict integer not null,
  batch uuid not null,
  run integer not null,
  lane smallint not null,
  area text collate "C" not null,
  after_no integer not null,
  until_no integer not null,
  stored_to integer not null,
  primary key (subdistrict, batch, run, lane)
);
call guard('intake_lane');

-- What was being stored goes on as one lane.
insert into intake_lane (subdistrict, batch, run, lane, area, after_no, until_no, stored_to)
  select subdistrict, id, run, 1, area, stored_to, greatest(read_to, stored_to), stored_to from intake_batch where status = 'committing';

-- Rows with what became of them: what is new in what a lane has stored was entered, where the row does not say otherwise. Lanes do not overlap.
create view intake_row_now with (security_invoker = true) as
  select r.*, case when r.result is null and r.outcome = 'fresh' and l.lane is not null then 'entered' else r.result end as became
  from intake_row r left join intake_lane l on l.subdistrict = r.subdistrict and l.batch = r.batch and l.run = r.run and r.no > l.after_no and r.no <= l.stored_to;
grant select on intake_row_now to staff;

-- As in 0067; of a row it is asked here too what became of it.
create or replace function intake_undo(tenant integer, of_batch uuid, of_run integer, nos integer[]) returns setof integer language plpgsql security definer set search_path = public, pg_temp as $$
declare one record; of_kind text; is_as_entered boolean;
begin
  select b.kind into of_kind from intake_batch b where b.subdistrict = tenant and b.id = of_batch and b.status = 'undoing' and in_my_area(b.area);
  if not found then return; end if;
  for one in select r.no, r.record as id from intake_row_now r where r.subdistrict = tenant and r.batch = of_batch and r.run = of_run and r.no = any (nos) and r.became = 'entered' order by r.no loop
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

-- As in 0074; what was stored stays told, also where the row does not say so.
create or replace function person_forget_copies(tenant integer, whose uuid, gone text[], sealed_together text[]) returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
declare every uuid[] := array(select person_with_parts(tenant, whose)); numbers bytea[]; batches uuid[]; with_sealed boolean := gone && sealed_together;
begin
  if not kept_is_mine(tenant, whose) then raise exception '% is nobody here', whose; end if;
  if 'name' = any (gone) then
    update person_merge set kept_name = '（已清理）', before = jsonb_set(jsonb_set(before, '{kept,address}', 'null'), '{kept,tags}', '[]') where subdistrict = tenant and kept = any (every);
    update person_merge set dropped_name = '（已清理）', before = jsonb_set(jsonb_set(before, '{dropped,address}', 'null'), '{dropped,tags}', '[]') where subdistrict = tenant and dropped = any (every);
    update revision set source_name = null where subdistrict = tenant and record = any (every) and source = 'merge' and source_name is not null;
    update transfer set person_name = '（已清理）', to_address = null where subdistrict = tenant and person = any (every);
  end if;
  -- Rows of a file about the same person that were not taken, the same number twice or something to mend, are known by the number.
  numbers := array(select number_index from person where subdistrict = tenant and id = any (every) and number_index is not null union select number_index from intake_row where subdistrict = tenant and record = any (every) and number_index is not null);
  batches := array(select distinct batch from intake_row where subdistrict = tenant and record = any (every));
  update intake_row r set
    name = case when 'name' = any (gone) then null else name end, pinyin = case when 'name' = any (gone) then null else pinyin end, initials = case when 'name' = any (gone) then null else initials end,
    certificate = case when 'certificate' = any (gone) then null else certificate end, sex = case when 'sex' = any (gone) then null else sex end, birth = case when 'birth' = any (gone) then null else birth end,
    number = case when 'certificateNumber' = any (gone) then null else number end, number_index = case when 'certificateNumber' = any (gone) then null else number_index end,
    number_masked = case when 'certificateNumber' = any (gone) then null else number_masked end, number_tail = case when 'certificateNumber' = any (gone) then null else number_tail end,
    phone = case when 'phone' = any (gone) then null else phone end, phone_index = case when 'phone' = any (gone) then null else phone_index end,
    phone_masked = case when 'phone' = any (gone) then null else phone_masked end, phone_tail = case when 'phone' = any (gone) then null else phone_tail end,
    population_kind = case when 'populationKind' = any (gone) then null else population_kind end, groups = case when 'groups' = any (gone) then '{}' else groups end, address = case when 'name' = any (gone) then null else address end,
    facts = facts - gone, sealed = case when with_sealed then null else sealed end, faults = null, cells = null, said = null,
    -- What lies sealed as it was read goes with it, and is not taken in any more.
    outcome = case when (cells is not null or said is not null) and (select became from intake_row_now n where n.subdistrict = r.subdistrict and n.batch = r.batch and n.run = r.run and n.no = r.no) is null then 'note' else outcome end,
    fields = array(select field from unnest(fields) as field where not field = any (gone) and not (with_sealed and field = any (sealed_together)))
  where r.subdistrict = tenant and r.batch = any (batches) and (r.record = any (every) or r.number_index = any (numbers));
  -- A line cannot be taken out of a file: where it is no longer worked on, the whole file goes, and the first lines that were kept to point at its header.
  delete from intake_file f using intake_batch b where f.subdistrict = tenant and f.batch = any (batches) and b.subdistrict = f.subdistrict and b.id = f.batch and b.status in ('done', 'undone', 'cancelled', 'failed');
  update intake_batch set head = null where subdistrict = tenant and id = any (batches) and status in ('done', 'undone', 'cancelled', 'failed') and head is not null;
  -- The key stays used, and what was answered is not told again.
  update answered set answer = 'null', submitted = '' where endpoint ~ '^(person|claim|doorstep)[.]' and exists (select from unnest(every) as one where jsonb_path_query_array(answer, '$.**.id') @> to_jsonb(one));
  return array(select distinct shown ->> 'field' from ledger_line l join ledger_month m on m.subdistrict = l.subdistrict and m.id = l.month cross join jsonb_array_elements(m.columns) as shown
    where l.subdistrict = tenant and l.key in (select unnest(every) union select id from residency where subdistrict = tenant and person = any (every)) and shown ->> 'field' = any (gone));
end $$;
