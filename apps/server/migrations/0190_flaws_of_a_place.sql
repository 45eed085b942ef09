-- Whoever counts what is wrong in a place asks for it place by place; without an index each of 500 places read every flaw of the street.
create index flaw_by_area on flaw (area) where is_open;
