-- What a record's page tells of its events and its building.

-- Under which number an event was reported, as the blind index that people are found by: so that somebody's page knows what they reported. Anonymous reports leave no number.
alter table event add column reporter_index bytea;
create index event_by_reporter_number on event (subdistrict, reporter_index, reported_at desc, id desc) where reporter_index is not null;

-- The index goes with the number.
create or replace function retention_sweep(tenant integer, of_item text, before timestamptz, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare removed integer := 0;
begin
  -- By the server itself, over the whole office: a community does not sweep.
  if replace(coalesce(current_setting('app.area', true), ''), '/', '') <> tenant::text then return 0; end if;
  if of_item = 'event.reporter' then
    update event set reporter_name = null, reporter_phone = null, reporter_phone_masked = null, reporter_index = null where subdistrict = tenant and id in (
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

-- What is known of a building besides what is registered in it. The building itself is an area; its record is made by who first writes something of it.
create table building (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  facts jsonb not null default '{}',
  sealed bytea,
  sources jsonb not null default '{}',
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (subdistrict, id),
  unique (subdistrict, area)
);
call guard('building');
