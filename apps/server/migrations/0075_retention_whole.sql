-- Everything in the register that is kept for a time goes when it is over.

-- When somebody was disabled: what is kept of staff who left counts from it. Of those before this nobody knows, and it counts from today.
alter table account add column disabled_at timestamptz;
update account set disabled_at = now() where not is_enabled and side <> 'resident';
create index account_disabled on account (disabled_at) where disabled_at is not null;
create index relation_ended on relation (subdistrict, until) where until is not null;
create index household_ended on household (subdistrict, ended_on) where ended_on is not null;

-- For which records of the base which fields have gone, and when: whoever came back, was merged or corrected since is looked at again.
alter table retention_done add column at timestamptz not null default '-infinity';

-- By the server itself, over the whole office, or over everything where it is of no office.
create function retention_is_ours(tenant integer) returns boolean language sql stable set search_path = public, pg_temp as $$
  select case when tenant = 0 then coalesce(current_setting('app.area', true), '') = '/' else replace(coalesce(current_setting('app.area', true), ''), '/', '') = tenant::text end
$$;

-- As in 0056, and merges and what was mended at once, relations, places of what has ended, links, staff who left, sessions and codes.
create or replace function retention_sweep(tenant integer, of_item text, before timestamptz, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare removed integer := 0; more integer; ended timestamptz := before;
begin
  if not retention_is_ours(tenant) then return 0; end if;
  if of_item = 'event.reporter' then
    update event set reporter_name = null, reporter_phone = null, reporter_phone_masked = null, reporter_index = null where subdistrict = tenant and id in (
      select id from event where subdistrict = tenant and status in ('closed', 'cancelled', 'merged', 'selfHandled') and coalesce(closed_at, changed_at) < ended and (reporter_name is not null or reporter_phone is not null) limit most);
  elsif of_item = 'account.rights' then
    update rights_request set name = '（已清理）', phone = null, phone_index = null, phone_masked = null, wish = '', answer = null, outcome = '[]', person = null, account = null where subdistrict = tenant and id in (
      select id from rights_request where subdistrict = tenant and coalesce(answered_at, asked_at) < ended and status not in ('asked', 'checked') and name <> '（已清理）' order by asked_at limit most);
  elsif of_item = 'copy.intake' then
    delete from intake_file where subdistrict = tenant and batch in (select id from intake_batch where subdistrict = tenant and changed_at < ended and status in ('done', 'undone', 'cancelled', 'failed') limit most);
    get diagnostics more = row_count;
    update intake_batch set head = null where subdistrict = tenant and head is not null and changed_at < ended and status in ('done', 'undone', 'cancelled', 'failed');
    delete from intake_row where ctid in (select r.ctid from intake_row r join intake_batch b on b.subdistrict = r.subdistrict and b.id = r.batch
      where b.subdistrict = tenant and b.changed_at < ended and b.status in ('done', 'undone', 'cancelled', 'failed') limit most);
    get diagnostics removed = row_count;
    return removed + more;
  elsif of_item = 'copy.merge' then
    delete from person_merge where subdistrict = tenant and id in (select id from person_merge where subdistrict = tenant and at < ended order by at limit most);
    get diagnostics more = row_count;
    delete from mend where subdistrict = tenant and id in (select id from mend where subdistrict = tenant and at < ended limit most);
    get diagnostics removed = row_count;
    return removed + more;
  elsif of_item = 'residency.transfer' then
    update transfer set person_name = '（已清理）', to_address = null, reason = '', note = null where subdistrict = tenant and id in (
      select id from transfer where subdistrict = tenant and coalesce(decided_at, asked_at) < ended and status in ('done', 'refused', 'withdrawn') and (person_name <> '（已清理）' or reason <> '') limit most);
  elsif of_item = 'residency.relation' then
    delete from relation where subdistrict = tenant and id in (select id from relation where subdistrict = tenant and until < (ended at time zone 'Asia/Shanghai')::date limit most);
  elsif of_item = 'residency.place' then
    update household set housing = null, address = null, place = coalesce(substring(area from '^(?:/[^/]+){5}/'), area) where subdistrict = tenant and id in (
      select id from household where subdistrict = tenant and ended_on < (ended at time zone 'Asia/Shanghai')::date and address is not null limit most);
    get diagnostics more = row_count;
    update enterprise set housing = null, address = null, place = coalesce(substring(area from '^(?:/[^/]+){5}/'), area) where subdistrict = tenant and id in (
      select e.id from enterprise e where e.subdistrict = tenant and e.state = '03' and e.address is not null and coalesce((select max(r.at) from revision r where r.subdistrict = tenant and r.record = e.id and 'state' = any (r.fields)), e.created_at) < ended limit most);
    get diagnostics removed = row_count;
    return removed + more;
  elsif of_item = 'link.person' then
    delete from link_token where subdistrict = tenant and link in (select id from link where subdistrict = tenant and coalesce(used_at, withdrawn_at, until) < ended and name <> '（已清理）' limit most);
    update link set name = '（已清理）', phone = null, phone_masked = null, result_name = null where subdistrict = tenant and id in (
      select id from link where subdistrict = tenant and coalesce(used_at, withdrawn_at, until) < ended and name <> '（已清理）' limit most);
  elsif of_item = 'account.staff' then
    -- Who did something stays somebody: a number without a name. Where the office is everything, those above all offices.
    update account set name = '（已清理）', sign_in_name = null, phone = null, phone_index = null, phone_masked = null, wechat = null, oidc = null, password = null, password_history = '{}', totp = null, totp_pending = null where id in (
      select id from account where side <> 'resident' and not is_enabled and disabled_at < ended and name <> '（已清理）' and in_my_area(area) and (tenant <> 0 or area !~ '^(?:/[^/]+){4}/') limit most);
  elsif of_item = 'account.session' and tenant = 0 then
    delete from phone_code where until < ended;
    get diagnostics more = row_count;
    delete from session where id in (select id from session where until < ended or last_seen + make_interval(secs => idle_seconds) < ended limit most);
    get diagnostics removed = row_count;
    return removed + least(more, most);
  else
    raise exception 'nothing is swept of %', of_item;
  end if;
  get diagnostics removed = row_count;
  return removed;
end $$;

-- Of somebody who left or died: where they lived (home; of the last place the community alone stays, for figures are told by it), what they were marked with (tag), and of any record its
-- history and what was said of it (revision). Answers of which there was something.
create function retention_let_go(tenant integer, of_kind text, whose uuid, what text[]) returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
declare every uuid[] := array[whose]; let_go text[] := '{}';
begin
  if not retention_is_ours(tenant) then return '{}'; end if;
  if of_kind = 'person' then
    if not exists (select from person where subdistrict = tenant and id = whose and standing in ('left', 'dead')) then return '{}'; end if;
    every := array(select person_with_parts(tenant, whose));
    if 'tag' = any (what) then
      update person set tags = '{}' where subdistrict = tenant and id = any (every) and tags <> '{}';
      if found then let_go := let_go || 'tag'::text; end if;
    end if;
    if 'home' = any (what) then
      delete from residency where subdistrict = tenant and person = any (every) and not is_last;
      if found then let_go := let_go || 'home'::text; end if;
      update residency set housing = null, household = null, since = null, area = coalesce(substring(area from '^(?:/[^/]+){5}/'), area), place = coalesce(substring(area from '^(?:/[^/]+){5}/'), area)
        where subdistrict = tenant and person = any (every) and (housing is not null or household is not null or since is not null or place is distinct from coalesce(substring(area from '^(?:/[^/]+){5}/'), area));
      if found and not 'home' = any (let_go) then let_go := let_go || 'home'::text; end if;
      update person set address = null, area = coalesce(substring(area from '^(?:/[^/]+){5}/'), area) where subdistrict = tenant and id = any (every);
      update household set head = null where subdistrict = tenant and head = any (every);
    end if;
  end if;
  if 'revision' = any (what) then
    delete from claim where subdistrict = tenant and record = any (every);
    if found then let_go := let_go || 'revision'::text; end if;
    delete from revision where subdistrict = tenant and record = any (every);
    if found and not 'revision' = any (let_go) then let_go := let_go || 'revision'::text; end if;
  end if;
  return let_go;
end $$;
revoke execute on function retention_let_go(integer, text, uuid, text[]) from public;
grant execute on function retention_let_go(integer, text, uuid, text[]) to staff;
-- Sessions and codes go by the register now.
drop function identity_forget(timestamptz);
