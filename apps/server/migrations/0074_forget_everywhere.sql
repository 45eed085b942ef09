-- What somebody has the right to have deleted, and what was kept long enough, goes from wherever it was repeated, and not from the record alone.

-- Rows of files about somebody, and answers kept for a repeated submission, are found by whom they are about.
create index intake_row_by_record on intake_row (subdistrict, record) where record is not null;
create index answered_about on answered using gin (jsonb_path_query_array(answer, '$.**.id') jsonb_path_ops) where endpoint ~ '^(person|claim|doorstep)[.]';

-- A record and those that were made part of it, however deep.
create function person_with_parts(tenant integer, whose uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  with recursive part as (select whose as id union select p.id from part join person p on p.subdistrict = tenant and p.merged_into = part.id) select id from part
$$;

-- Does who asks see the record that this one was made part of? It moves about, and the parts stay where they were.
create function kept_is_mine(tenant integer, whose uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp cost 1000 as $$
declare kept uuid := whose; next uuid;
begin
  for step in 1 .. 50 loop
    select merged_into into next from person where subdistrict = tenant and id = kept;
    exit when next is null;
    kept := next;
  end loop;
  return exists (select from person where subdistrict = tenant and id = kept and in_my_area(area)) or exists (select from residency where subdistrict = tenant and person = kept and is_last and in_my_area(area));
end $$;
revoke execute on function person_with_parts(integer, uuid), kept_is_mine(integer, uuid) from public;
grant execute on function person_with_parts(integer, uuid), kept_is_mine(integer, uuid) to staff;
-- What was made part of somebody is seen by who sees them now: its history is theirs, and what they have deleted is deleted there too.
-- Where it once lay says nothing any more: whoever moved on to another community is theirs, whole.
alter policy staff_by_area on person using (merged_into is null and in_my_area(area));
alter policy staff_by_residency on person using (merged_into is null and (in_my_area(person.area) or exists (
  select from residency where residency.subdistrict = person.subdistrict and residency.person = person.id and residency.is_last and in_my_area(residency.area))));
create policy staff_by_kept on person to staff using (merged_into is not null and kept_is_mine(subdistrict, id)) with check (merged_into is not null and kept_is_mine(subdistrict, id));

-- Revisions are not changed by anybody; this only takes away. Open values go by their names; what lies sealed is written anew by the server, which alone can read it,
-- and is shorter than before, or as it was, or nothing. Where it may not, it says so: what was told to be deleted must not be there still.
drop function revision_forget(integer, uuid, integer, jsonb, bytea);
create function revision_forget(tenant integer, of_record uuid, of_no integer, gone text[], remaining bytea) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update revision set before = before - gone, sealed = remaining
  where subdistrict = tenant and record = of_record and no = of_no and fields && gone and (remaining is null or remaining = sealed or length(remaining) < length(sealed))
    and (in_my_area(area) or (kind = 'person' and kept_is_mine(tenant, of_record)));
  if not found then raise exception 'revision % of % was not forgotten', of_no, of_record; end if;
end $$;
revoke execute on function revision_forget(integer, uuid, integer, text[], bytea) from public;
grant execute on function revision_forget(integer, uuid, integer, text[], bytea) to staff;

-- Values of somebody where others keep them: in merges, in what was asked of another community, in files that were sent in, in answers kept for a repeated submission.
-- `sealed` names the fields that lie sealed together in a row of a file: with one of them all go, for the database cannot open them. With the name goes what says where.
-- Answers which of the names stand in frozen months, which are archives and stay.
create function person_forget_copies(tenant integer, whose uuid, gone text[], sealed_together text[]) returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
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
    outcome = case when result is null and (cells is not null or said is not null) then 'note' else outcome end,
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
revoke execute on function person_forget_copies(integer, uuid, text[], text[]) from public;
grant execute on function person_forget_copies(integer, uuid, text[], text[]) to staff;
create index ledger_line_of on ledger_line (subdistrict, key);
