-- What was kept as long as the register says goes (PIPL art. 19, 47). Of what has gone there is only how much of which kind, by which rule.
create table retention_run (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  item text not null,
  keep_months integer not null,
  version integer not null,
  removed integer not null check (removed > 0),
  at timestamptz not null,
  primary key (subdistrict, id)
);
create index retention_run_newest on retention_run (subdistrict, at desc, id desc);
call guard('retention_run', changeable => false);

-- 留存: nothing of an item, or of any, is removed as long as it is held. A hold ends with its day, or when it is released.
create table retention_hold (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  item text,
  reason text not null,
  until date,
  held_at timestamptz not null,
  held_by_name text not null,
  released_at timestamptz,
  released_by_name text,
  released_for text,
  primary key (subdistrict, id)
);
create index retention_hold_open on retention_hold (subdistrict) where released_at is null;
call guard('retention_hold');
-- What is held above holds below it.
create policy staff_from_above on retention_hold for select to staff using (current_setting('app.area', true) ^@ area);

-- For whom which fields have gone already, so that nobody is looked at every night.
create table retention_done (
  subdistrict integer not null,
  area text collate "C" not null,
  person uuid not null,
  fields text[] not null,
  primary key (subdistrict, person)
);
call guard('retention_done');
create index person_gone on person (subdistrict, id) where standing in ('left', 'dead') and merged_into is null;

-- Removes or makes anonymous at most so many rows of an item that ended before a moment; how many it were. The tables belong to other modules and no role deletes.
create function retention_sweep(tenant integer, of_item text, before timestamptz, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare removed integer := 0;
begin
  -- By the server itself, over the whole office: a community does not sweep.
  if replace(coalesce(current_setting('app.area', true), ''), '/', '') <> tenant::text then return 0; end if;
  if of_item = 'event.reporter' then
    update event set reporter_name = null, reporter_phone = null, reporter_phone_masked = null where subdistrict = tenant and id in (
      select id from event where subdistrict = tenant and closed_at < before and (reporter_name is not null or reporter_phone is not null) order by closed_at limit most);
  elsif of_item = 'account.rights' then
    update rights_request set name = '（已清理）', phone = null, phone_index = null, phone_masked = null, wish = '', answer = null, outcome = '[]', person = null, account = null where subdistrict = tenant and id in (
      select id from rights_request where subdistrict = tenant and coalesce(answered_at, asked_at) < before and status not in ('asked', 'checked') and name <> '（已清理）' order by asked_at limit most);
  elsif of_item = 'copy.intake' then
    delete from intake_file where subdistrict = tenant and batch in (select id from intake_batch where subdistrict = tenant and changed_at < before and status in ('done', 'undone', 'cancelled', 'failed'));
    delete from intake_row where ctid in (select r.ctid from intake_row r join intake_batch b on b.subdistrict = r.subdistrict and b.id = r.batch
      where b.subdistrict = tenant and b.changed_at < before and b.status in ('done', 'undone', 'cancelled', 'failed') limit most);
  elsif of_item = 'residency.transfer' then
    update transfer set person_name = '（已清理）', to_address = null, reason = '', note = null where subdistrict = tenant and id in (
      select id from transfer where subdistrict = tenant and decided_at < before and status in ('done', 'refused', 'withdrawn') and person_name <> '（已清理）' limit most);
  else
    raise exception 'nothing is swept of %', of_item;
  end if;
  get diagnostics removed = row_count;
  return removed;
end $$;
revoke execute on function retention_sweep(integer, text, timestamptz, integer) from public;
grant execute on function retention_sweep(integer, text, timestamptz, integer) to staff;

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['retention.view'] where code in ('systemAdmin', 'securityAdmin', 'auditAdmin') and built_in;
update role set permissions = permissions || array['retention.hold'] where code = 'securityAdmin' and built_in;
