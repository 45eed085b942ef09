-- Who counts a whole goes thirty days at a time: without it every stage that ever was is read for each of them.
create index event_stage_ended on event_stage (subdistrict, until) where until is not null;
