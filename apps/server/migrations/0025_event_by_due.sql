-- What is still open in the order of its limits: few of all events.
create index event_open_by_due on event (subdistrict, coalesce(due_at, 'infinity'), id) where status not in ('draft', 'closed', 'cancelled', 'merged');
