-- One community asks another for a person it keeps; both see the request, and only the one that keeps them sees whom it is about until it is agreed.
create table transfer (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  to_area text collate "C" not null,
  person uuid not null,
  person_name text not null,
  housing uuid,
  to_address text,
  role text not null,
  since date,
  reason text not null,
  status text not null check (status in ('asked', 'agreed', 'done', 'refused', 'withdrawn')),
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  decided_name text,
  decided_at timestamptz,
  note text,
  primary key (subdistrict, id)
);
create unique index transfer_open on transfer (subdistrict, person) where status in ('asked', 'agreed');
create index transfer_by_area on transfer (subdistrict, area, asked_at desc, id desc);
create index transfer_by_to on transfer (subdistrict, to_area, asked_at desc, id desc);
call guard('transfer');
create policy staff_by_to on transfer to staff using (in_my_area(to_area)) with check (in_my_area(to_area));

-- Who keeps a number, for a request that does not tell the one who asks.
create function person_keeper(tenant integer, looked bytea) returns table (id uuid, name text, area text) language sql stable security definer set search_path = public, pg_temp as $$
  select id, name, area from person where subdistrict = tenant and number_index = looked and merged_into is null
$$;
revoke execute on function person_keeper(integer, bytea) from public;
grant execute on function person_keeper(integer, bytea) to staff;
