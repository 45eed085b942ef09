-- The reporter may be asked again in the same stay: the wrong question was taken back, or more has to be known. Each asking has one link, whatever
-- becomes of it, and one link at a time is open.
alter table link
  -- The journal row of the asking; null of what was forwarded, and of links from before.
  add column cause uuid;
drop index link_once_a_stay;
create unique index link_once_a_cause on link (subdistrict, cause) where cause is not null;
create unique index link_open_once_a_stay on link (subdistrict, event, stage_no) where kind = 'ask' and withdrawn_at is null;

-- A unit is told in a notice what it is to see to: a notice is of an event, a whistle or a governance item.
alter table notice
  add column governance uuid,
  drop constraint notice_check,
  add constraint notice_about check (num_nonnulls(event, whistle, governance) = 1),
  add foreign key (subdistrict, governance) references governance (subdistrict, id);
