-- Who is to look at a risk is told: a notice is of an event, a whistle, a governance item, an entry of the knowledge base, a talk or a warning. It goes with its warning when that is no longer kept.
alter table notice
  add column risk uuid,
  drop constraint notice_about,
  add constraint notice_about check (num_nonnulls(event, whistle, governance, knowledge, talk, zoning, risk) = 1),
  add foreign key (subdistrict, risk) references risk_warning (subdistrict, id) on delete cascade;
create index notice_by_risk on notice (subdistrict, risk) where risk is not null;
