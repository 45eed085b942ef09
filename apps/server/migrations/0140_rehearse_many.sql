-- Several answers that are to be published together are tried out together; `knowledge`, `no` and `question` are of the first.
alter table rehearsal add column items jsonb;
update rehearsal set items = jsonb_build_array(jsonb_build_object('entry', knowledge, 'no', no));
alter table rehearsal alter column items set not null;
create index rehearsal_by_item on rehearsal using gin (items jsonb_path_ops);
drop index rehearsal_by_entry;
