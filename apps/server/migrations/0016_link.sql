-- One-time links (一次性链接) for people without an account: the reporter is asked something, an outside unit is asked to do something. Each is
-- answered once and belongs to one event.
create table link (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  event uuid not null,
  kind text not null check (kind in ('ask', 'forward')),
  -- The stay of the event in which the reporter was asked, and which ends with the answer.
  stage_no smallint not null,
  -- The outside unit, and whom to call there; of the reporter the number alone, as the event has it.
  name text not null,
  phone bytea,
  phone_masked text,
  -- What is asked, or what is to be done.
  request text not null,
  made_name text not null,
  made_at timestamptz not null,
  -- By when it is wanted, and until when the link is good.
  due_at timestamptz not null,
  until timestamptz not null,
  delivery text not null check (delivery in ('notAsked', 'noMobile', 'notOffered', 'waiting', 'sent')),
  sent_at timestamptz,
  reminds smallint not null default 0,
  used_at timestamptz,
  result text,
  result_name text,
  photos uuid[] not null default '{}',
  -- The answer came when the event had gone on already.
  is_late boolean not null default false,
  -- When the event was told of it.
  passed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_name text,
  withdrawn_for text,
  -- When it was said that the outside unit is late.
  told_at timestamptz,
  primary key (subdistrict, id),
  foreign key (subdistrict, event) references event (subdistrict, id)
);
create index link_by_id on link (id);
create index link_by_event on link (event, made_at);
create index link_late on link (due_at) where kind = 'forward' and used_at is null and withdrawn_at is null and told_at is null;
create unique index link_once_a_stay on link (subdistrict, event, stage_no) where kind = 'ask';
call guard('link');
-- A unit sees what was sent to other units about its event, and never that the reporter was written to.
create policy unit_by_event on link to unit using (kind = 'forward' and exists (select from event where event.subdistrict = link.subdistrict and event.id = link.event))
  with check (kind = 'forward' and exists (select from event where event.subdistrict = link.subdistrict and event.id = link.event));
grant select, insert, update on link to unit;

-- Of each secret that was sent or copied only the hash; a link that is sent again has another, and all of them open it.
create table link_token (
  token bytea primary key,
  subdistrict integer not null,
  link uuid not null,
  area text collate "C" not null,
  made_at timestamptz not null,
  foreign key (subdistrict, link) references link (subdistrict, id)
);
call guard('link_token', changeable => false);
create policy unit_by_link on link_token to unit using (exists (select from link where link.subdistrict = link_token.subdistrict and link.id = link_token.link))
  with check (exists (select from link where link.subdistrict = link_token.subdistrict and link.id = link_token.link));
grant select, insert on link_token to unit;

-- At the gate there is nothing to be had of a link but by its secret. `held` keeps everybody else who has it waiting until the transaction ends.
create function link_by_token(hash bytea, held boolean) returns table (
  subdistrict integer, id uuid, area text, event uuid, kind text, stage_no smallint, name text, phone_masked text, request text, due_at timestamptz, until timestamptz, used_at timestamptz, withdrawn_at timestamptz,
  uploads integer, event_status text, event_stage_no smallint, number text, matter_name text, area_name text, place text, lng double precision, lat double precision, description text, reported_at timestamptz, event_photos uuid[])
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if held then perform from link where (link.subdistrict, link.id) = (select t.subdistrict, t.link from link_token t where t.token = hash) for update; end if;
  return query select l.subdistrict, l.id, l.area, l.event, l.kind, l.stage_no, l.name, l.phone_masked, l.request, l.due_at, l.until, l.used_at, l.withdrawn_at,
    (select count(*)::integer from photo p where p.uploaded_by = l.id and p.subject is null), e.status, e.stage_no, e.number, e.matter_name, e.area_name, e.place, e.lng, e.lat, e.description, e.reported_at,
    (select coalesce(array_agg(p.id order by p.at, p.id), '{}') from photo p where p.subject = e.id and p.subject_kind = 'event')
  from link_token t join link l on l.subdistrict = t.subdistrict and l.id = t.link join event e on e.subdistrict = l.subdistrict and e.id = l.event
  where t.token = hash;
end $$;
revoke execute on function link_by_token(bytea, boolean) from public;
grant execute on function link_by_token(bytea, boolean) to gate;

-- What its holder says; false where some of the photos are not the link's own, or it was answered already.
create function link_settle(hash bytea, at timestamptz, said text, said_by text, shown uuid[]) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare held link;
begin
  select l.* into held from link_token t join link l on l.subdistrict = t.subdistrict and l.id = t.link where t.token = hash;
  if (select count(*) from photo where id = any (shown) and uploaded_by = held.id and subject is null) <> cardinality(shown) then return false; end if;
  update link set used_at = at, result = said, result_name = said_by, photos = shown where link.subdistrict = held.subdistrict and link.id = held.id and link.used_at is null;
  return found;
end $$;
revoke execute on function link_settle(bytea, timestamptz, text, text, uuid[]) from public;
grant execute on function link_settle(bytea, timestamptz, text, text, uuid[]) to gate;

-- A photo that was sent up by a link is the link's until it is answered; then it goes to the event.
create index photo_by_uploader on photo (uploaded_by) where subject is null;
create function link_photo(hash bytea, photo uuid, called text, width integer, height integer, bytes integer, digest bytea, at timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into photo (id, uploaded_by, uploader_name, kind, width, height, bytes, digest, at)
  select photo, link, called, 'image/jpeg', width, height, bytes, digest, at from link_token where token = hash
$$;
revoke execute on function link_photo(bytea, uuid, text, integer, integer, integer, bytea, timestamptz) from public;
grant execute on function link_photo(bytea, uuid, text, integer, integer, integer, bytea, timestamptz) to gate;
create policy staff_by_link on photo to staff using (subject is null and exists (select from link where link.id = photo.uploaded_by)) with check (in_my_area(area));
