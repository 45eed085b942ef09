-- What the cells of a street hold, each matter and unit by itself, was stored compressed, and unpacked anew for each number that was read of it: most of what a district's figures took.
alter table measure_cell set (toast_tuple_target = 8160);
alter table measure_past set (toast_tuple_target = 8160);
update measure_cell set own = own::text::jsonb, counts = counts::text::jsonb where pg_column_compression(own) is not null or pg_column_compression(counts) is not null;
update measure_past set counts = counts::text::jsonb where pg_column_compression(counts) is not null;

-- Asked of every cell that is read: without a query of its own it becomes part of the statement. Several posts, which need one, few people have.
create function some_post_lies_in(area text) returns boolean language sql stable parallel safe as $$
  select exists (select from unnest(string_to_array(current_setting('app.areas', true), ',')) as post (area) where post.area ^@ some_post_lies_in.area)
$$;
create or replace function lies_around_me(area text) returns boolean language sql stable parallel safe as $$
  select starts_with(current_setting('app.area', true), area) or current_setting('app.areas', true) <> '' and some_post_lies_in(area)
$$;
