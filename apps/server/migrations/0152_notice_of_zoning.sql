-- Who works in a grid is told when its border is another: a notice is also of a change of grids. What is told stays, whether the change is undone or not.
alter table notice
  add column zoning uuid,
  drop constraint notice_about,
  add constraint notice_about check (num_nonnulls(event, whistle, governance, knowledge, talk, zoning) = 1),
  add foreign key (subdistrict, zoning) references zoning (subdistrict, id);
create index notice_by_zoning on notice (subdistrict, zoning) where zoning is not null;
