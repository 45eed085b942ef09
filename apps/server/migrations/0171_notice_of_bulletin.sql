-- Who is to review or sign a report is told, and who may read it when it is signed.
alter table notice
  add column bulletin uuid,
  drop constraint notice_about,
  add constraint notice_about check (num_nonnulls(event, whistle, governance, knowledge, talk, zoning, risk, bulletin) = 1),
  add foreign key (subdistrict, bulletin) references bulletin_issue (subdistrict, id);
create index notice_by_bulletin on notice (subdistrict, bulletin) where bulletin is not null;
