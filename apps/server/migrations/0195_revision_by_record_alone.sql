-- What a batch changed is asked for by its records, which the primary key finds: each row of a file had an entry here that nobody read.
drop index revision_by_source;
