-- What was submitted under a key, as a digest: the same key with something else in it is another submission and must not be answered with the first.
-- Without one: answers from before.
alter table answered add column submitted bytea;
