-- 问社工: a talk of a resident with the machine and, where it does not know, with a person. Turns are only added, but for what the resident thought of one.
create table talk (
  subdistrict integer not null,
  id uuid not null,
  -- The community, where it is known; otherwise the sub-district.
  area text collate "C" not null,
  area_name text not null,
  channel text not null check (channel in ('app', 'wechat', 'sms')),
  resident uuid,
  -- Who writes from outside the app: a number or WeChat's name for somebody, sealed, and found again by its index.
  sender bytea,
  sender_index bytea,
  sender_masked text,
  state text not null default 'open' check (state in ('open', 'waiting', 'attended', 'ended')),
  worker uuid,
  worker_name text,
  begun_at timestamptz not null,
  last_at timestamptz not null,
  -- The first words of the resident, as a title of the list.
  title text not null default '',
  turns integer not null default 0,
  -- How many questions in a row were not answered, and what the next turn builds on.
  misses smallint not null default 0,
  context jsonb not null default '{}',
  why text check (why in ('wish', 'unsure', 'misses', 'danger', 'photos')),
  waiting_since timestamptz,
  attended_at timestamptz,
  alerted_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('resident', 'worker', 'time')),
  rating smallint check (rating between 1 and 5),
  rating_reasons text[] not null default '{}',
  rating_text text,
  rated_at timestamptz,
  primary key (subdistrict, id),
  check ((sender is null) = (sender_index is null)),
  check ((state = 'ended') = (ended_at is not null))
);
create index talk_by_id on talk (id);
create index talk_by_resident on talk (resident, last_at desc, id desc) where resident is not null;
create index talk_by_sender on talk (sender_index, last_at desc) where sender_index is not null;
create index talk_by_area on talk (area, last_at desc, id desc);
create index talk_waiting on talk (area, waiting_since) where state in ('waiting', 'attended');
create index talk_idle on talk (last_at) where state = 'open';
call guard('talk', resident => 'resident');

create table turn (
  subdistrict integer not null,
  talk uuid not null,
  no integer not null,
  area text collate "C" not null,
  resident uuid,
  by text not null check (by in ('resident', 'machine', 'worker')),
  kind text not null,
  worker uuid,
  worker_name text,
  text text not null,
  cards jsonb not null default '[]',
  photos uuid[] not null default '{}',
  -- Of an answer: the knowledge as a whole it was found in, the entry and its revision, how sure, and what that meant.
  knowledge integer,
  entry uuid,
  revision integer,
  score real,
  band text check (band in ('answer', 'offer', 'hand-over')),
  is_helpful boolean,
  at timestamptz not null,
  primary key (subdistrict, talk, no),
  foreign key (subdistrict, talk) references talk (subdistrict, id)
);
create index turn_by_area on turn (area, at desc, talk, no);
create index turn_by_entry on turn (subdistrict, entry, at desc) where entry is not null;
call guard('turn', resident => 'resident');

-- A picture sent in a talk is seen by who sent it and by whoever sees the talk's area.
create policy resident_by_talk on photo for select to resident using (subject_kind = 'talk' and exists (select from talk where talk.subdistrict = photo.subdistrict and talk.id = photo.subject));
-- It follows its talk into the community that was chosen.
create policy resident_moves_with_talk on photo for update to resident using (subject_kind = 'talk' and uploaded_by = my_person()) with check (subject_kind = 'talk' and uploaded_by = my_person());

-- The community of who has this number by the records of the office, where all who have it live in one. Asked for one's own number, which was proved at sign-in.
create function reception_home(by_phone bytea) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case when count(distinct community) = 1 then min(community) end
  from (select substring(area from '^(?:/[^/]+){5}/') as community from person where subdistrict in (select replace(path, '/', '')::integer from area where kind = 'subdistrict') and phone_index = by_phone and standing = 'present' and merged_into is null) as homes
$$;

-- What was said is kept as long as the register says after the end; how many talks. By the server itself over the whole office, as in 0069.
create function reception_sweep(tenant integer, before timestamptz, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare ids uuid[];
begin
  if replace(coalesce(current_setting('app.area', true), ''), '/', '') <> tenant::text then return 0; end if;
  ids := array(select id from talk where subdistrict = tenant and ended_at < before order by ended_at limit most);
  delete from turn where subdistrict = tenant and talk = any (ids);
  delete from talk where subdistrict = tenant and id = any (ids);
  return cardinality(ids);
end $$;
create index talk_ended on talk (subdistrict, ended_at) where ended_at is not null;
revoke execute on function reception_home(bytea), reception_sweep(integer, timestamptz, integer) from public;
grant execute on function reception_home(bytea) to resident;
grant execute on function reception_sweep(integer, timestamptz, integer) to staff;

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['reception.own'] where code = 'resident' and built_in;
update role set permissions = permissions || array['talk.view'] where code in ('acceptor', 'shiftLeader', 'secretary', 'socialWorker') and built_in;
