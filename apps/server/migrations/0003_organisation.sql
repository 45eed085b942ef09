-- Places people are responsible for, from province down to building. The path is the key: see standards/region-code.
create table area (
  path text collate "C" primary key,
  name text not null,
  kind text not null check (kind in ('province', 'city', 'county', 'subdistrict', 'community', 'grid', 'microGrid', 'building')),
  lng double precision,
  lat double precision,
  -- GeoJSON geometry in CGCS2000 and its bounding box; height in metres for buildings.
  shape jsonb,
  west double precision, south double precision, east double precision, north double precision,
  height real,
  floors smallint,
  valid_from date not null default date '2020-01-01',
  valid_until date,
  grams text[] generated always as (bigrams(name)) stored
);
create index area_by_parent on area (kind, path);
create index area_by_grams on area using gin (grams);
create index area_by_box on area (kind, west, east);
call share('area', 'path');

-- What maps draw under everything, for the area it shows. A feature without a width is a surface whose outline closes.
create table plan (
  area text collate "C" not null,
  id integer not null,
  kind text not null check (kind in ('road', 'water', 'green')),
  name text,
  width real,
  line jsonb not null,
  primary key (area, id)
);
call share('plan', 'area');

-- Who handles: communities, offices of the sub-district, line departments, outside companies.
create table unit (
  id uuid primary key,
  subdistrict integer not null,
  area text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('community', 'office', 'department', 'outside')),
  parent uuid references unit (id),
  phone text,
  is_active boolean not null default true,
  unique (subdistrict, name)
);
create index unit_by_area on unit (area);
call share('unit', 'area');
