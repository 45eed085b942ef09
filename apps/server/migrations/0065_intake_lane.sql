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

-- As in 0063; the rows it is told of were stored, also where they do not say so.
create or replace function intake_undo(tenant integer, of_batch uuid, of_run integer, nos integer[]) returns setof integer language plpgsql security definer set search_path = public, pg_temp as $$
declare one record;
begin
  perform from intake_batch b where b.subdistrict = tenant and b.id = of_batch and b.status = 'undoing' and in_my_area(b.area);
  if not found then return; end if;
  for one in select r.no, r.person from intake_row r where r.subdistrict = tenant and r.batch = of_batch and r.run = of_run and r.no = any (nos) and (r.result = 'entered' or r.result is null and r.outcome = 'fresh') order by r.no loop
    perform from person p where p.subdistrict = tenant and p.id = one.person and p.revision = 1 and p.standing = 'present' and p.tags = '{}' for update;
    if not found
      or exists (select from residency where subdistrict = tenant and person = one.person and (until is not null or household is not null))
      or (select count(*) from residency where subdistrict = tenant and person = one.person) > 1
      or exists (select from claim where subdistrict = tenant and record = one.person)
      or exists (select from transfer where subdistrict = tenant and person = one.person) then continue; end if;
    begin
      delete from revision where subdistrict = tenant and record = one.person;
      delete from residency where subdistrict = tenant and person = one.person;
      delete from person where subdistrict = tenant and id = one.person;
      return next one.no;
    exception when foreign_key_violation then null;
    end;
  end loop;
end $$;
