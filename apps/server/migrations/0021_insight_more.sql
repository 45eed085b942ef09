-- Figures that were missing: contact, revisits, patrol, what was still to be handled; and who took the steps of a post (岗位).
alter table tally
  add column to_contact integer not null default 0, add column contacted integer not null default 0,
  add column to_accept integer not null default 0, add column accepted_of integer not null default 0, add column filed_of integer not null default 0,
  add column verify_sent integer not null default 0, add column verify_sent_in_time integer not null default 0,
  add column filed_public integer not null default 0, add column patrol integer not null default 0, add column patrol_valid integer not null default 0,
  add column sent_right integer not null default 0, add column returned_late integer not null default 0, add column shirked integer not null default 0,
  add column handle_due integer not null default 0, add column handle_met integer not null default 0, add column unhandled integer not null default 0,
  add column to_visit integer not null default 0, add column visited integer not null default 0, add column unvisited integer not null default 0;
alter table tally drop constraint tally_slice_check;
alter table tally add constraint tally_slice_check check (slice in ('all', 'unit', 'matter', 'source', 'hour', 'person'));
-- All days are counted anew at the next start.
update tally_mark set until = null;

-- What figures are divided by: how many people live in a community, and how large it is; with where that is from.
create table area_fact (
  area text collate "C" primary key,
  subdistrict integer not null,
  people integer not null check (people >= 0),
  km2 real check (km2 > 0),
  source text not null,
  as_of date not null,
  changed_at timestamptz not null,
  changed_name text not null
);
call guard('area_fact');
