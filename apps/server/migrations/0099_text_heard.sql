-- A text message from outside the app may be pushed again minutes later: what was heard already is known by a mark made of its number and its sequence.
alter table turn add column mark text;
create unique index turn_by_mark on turn (subdistrict, mark) where mark is not null;
