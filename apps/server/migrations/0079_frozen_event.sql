-- The list behind a frozen number: which events counted for what on which day, as it was when the month was kept.
create table frozen_event (
  subdistrict integer not null,
  area text collate "C" not null,
  month date not null,
  day date not null,
  event uuid not null,
  -- One entry for each time it counted.
  measures text[] not null,
  primary key (subdistrict, month, day, event)
);
call guard('frozen_event', changeable => false);
