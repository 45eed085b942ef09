-- A file is stored with joins by hash, for rows that were staged a moment ago are in no statistics. Whoever is listed by a mark is found by their keys all the same: by hash, everybody in the base was read again for each two thousand.
alter function list_by_marks() set enable_nestloop = on;
alter function list_by_marks() set enable_hashjoin = off;
alter function list_by_marks() set enable_mergejoin = off;

-- A lane tells what became of its rows: counting them once more cost as long as storing several thousand. What is being stored has been counted so far.
alter table intake_lane add column results jsonb not null default '{}';
update intake_lane l set results = coalesce((select jsonb_object_agg(one.became, one.rows) from (select r.became, count(*) as rows from intake_row_now r
    where r.subdistrict = l.subdistrict and r.batch = l.batch and r.run = l.run and r.no > l.after_no and r.no <= l.stored_to and r.became is not null group by 1) as one), '{}')
  where exists (select from intake_batch b where b.subdistrict = l.subdistrict and b.id = l.batch and b.run = l.run and b.status = 'committing');
