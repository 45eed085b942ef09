-- Who looks at the sand table (数字沙盘): street leaders, shift leaders, dispatchers, secretaries and social workers.
update role set permissions = permissions || '{sandtable.view}' where built_in and code in ('leader', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker') and not permissions @> '{sandtable.view}';
-- Buildings inside a line that was drawn are found by their centre.
create index area_by_centre on area (kind, lng, lat) where lng is not null;
