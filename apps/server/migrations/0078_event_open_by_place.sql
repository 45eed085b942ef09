-- The map shows what somebody is still to do something about: of a street where thousands were closed only the open ones are read.
create index event_open_by_place on event (subdistrict, lng, lat) include (reported_at, id, status, due_at, warn_at, area, reported_by) where lng is not null and status not in ('draft', 'closed', 'cancelled', 'merged');
