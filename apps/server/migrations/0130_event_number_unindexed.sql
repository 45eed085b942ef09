-- Events from before the number of who reported them was found by an index (0072): what a job has to fill in, looked for at every start without reading through all events. Who reported anonymously is found by nobody.
create index event_number_unindexed on event (subdistrict, id) where reporter_phone is not null and reporter_index is null and privacy <> 'anonymous';
