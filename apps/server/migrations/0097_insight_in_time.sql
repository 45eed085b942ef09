-- Figures of the standard that were missing (domain §2.9): closing in time by who closes, what was done in time of what had to be done, and what was done again more than once.
alter table tally
  add column close_done integer not null default 0, add column close_in_time integer not null default 0,
  add column handle_met_in_time integer not null default 0, add column reworked_again integer not null default 0;
-- All days are counted anew at the next start.
update tally_mark set until = null;
