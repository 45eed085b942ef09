-- Whoever sees to an answer is told before it ends and when it has: a notice is of an event, a whistle, a governance item or an entry of the knowledge base.
alter table notice
  add column knowledge uuid,
  drop constraint notice_about,
  add constraint notice_about check (num_nonnulls(event, whistle, governance, knowledge) = 1),
  add foreign key (subdistrict, knowledge) references knowledge (subdistrict, id);
