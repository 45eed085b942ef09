-- An event whose place is put right (更正地点) lies elsewhere from then on: what belongs to it moves with it, so that those who see the
-- new place see all of it, and those of the old place nothing more. As the owner, because photos that are attached nobody else may change.
create function event_took_along() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update event_stage set area = new.area where subdistrict = new.subdistrict and event = new.id;
  update event_request set area = new.area where subdistrict = new.subdistrict and event = new.id;
  update event_assist set area = new.area where subdistrict = new.subdistrict and event = new.id;
  update event_supervision set area = new.area where subdistrict = new.subdistrict and event = new.id;
  update reminder set area = new.area where subdistrict = new.subdistrict and event = new.id;
  update link_token set area = new.area from link where link.subdistrict = new.subdistrict and link.event = new.id and link_token.link = link.id;
  update link set area = new.area where subdistrict = new.subdistrict and event = new.id;
  update governance_event set area = new.area where subdistrict = new.subdistrict and event = new.id;
  update photo set area = new.area where subject = new.id and subject_kind = 'event';
  return null;
end $$;
revoke execute on function event_took_along() from public;
create trigger event_took_along after update of area on event for each row when (old.area is distinct from new.area) execute function event_took_along();

-- The journal is append-only: what happened at the old place stays written there, and is read by those who see the event now. A function, so that no
-- plan reads all events to know it.
create function event_lies_here(of_subdistrict integer, of_event text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from event where subdistrict = of_subdistrict and id = case when of_event ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then of_event::uuid end and in_my_area(area))
$$;
revoke execute on function event_lies_here(integer, text) from public;
grant execute on function event_lies_here(integer, text) to staff;
create policy staff_by_event on journal for select to staff using (case when subject_kind = 'event' then event_lies_here(subdistrict, subject) else false end);
