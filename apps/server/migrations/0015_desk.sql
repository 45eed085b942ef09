-- Events of a part of the map, without walking through those of the whole town.
create index event_by_place on event (subdistrict, lng, lat) where lng is not null;
