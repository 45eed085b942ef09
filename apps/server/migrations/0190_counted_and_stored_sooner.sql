-- Whoever counts what is wrong in a place asks for it place by place; without an index each of 500 places read every flaw of the street.
create index flaw_by_area on flaw (area) where is_open;

-- Who lives in a home and who lived there last was said by two indexes, each of which everybody who is entered paid for; few have lived in the same home before.
drop index residency_by_housing, residency_last_of_housing;
create index residency_by_housing on residency (housing);
