-- Who is on duty is told of danger in a talk: a notice is of an event, a whistle, a governance item, an entry of the knowledge base or a talk. It goes with its talk when that is no longer kept.
alter table notice
  add column talk uuid,
  drop constraint notice_about,
  add constraint notice_about check (num_nonnulls(event, whistle, governance, knowledge, talk) = 1),
  add foreign key (subdistrict, talk) references talk (subdistrict, id) on delete cascade;
create index notice_by_talk on notice (subdistrict, talk, at desc) where talk is not null;
