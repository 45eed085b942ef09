-- 台账导出: who asked for a file, for what, who agreed, and that it was taken once. The definition is a copy: what was agreed to is what is handed out.
create table ledger_export (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  ledger uuid,
  name text not null,
  title text,
  signature text,
  definition jsonb not null,
  is_whole boolean not null,
  sensitive text[] not null,
  purpose text not null,
  lines integer not null,
  status text not null check (status in ('asked', 'agreed', 'taken', 'refused')),
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  decided_name text,
  decided_at timestamptz,
  note text,
  expires_at timestamptz,
  begun_at timestamptz,
  taken_at timestamptz,
  taken_lines integer,
  primary key (subdistrict, id)
);
create index ledger_export_mine on ledger_export (asked_by, asked_at desc, id desc);
create index ledger_export_asked on ledger_export (area, asked_at, id) where status = 'asked';
call guard('ledger_export');

update role set permissions = permissions || array['ledger.export'] where code in ('secretary', 'socialWorker') and built_in;
update role set permissions = permissions || array['ledger.approve'] where code in ('leader', 'secretary') and built_in;

-- 固化台账: a ledger as it stood at the end of a month, never changed again. Numbers stand masked; a mark of each tells whether it is another, a digest whether the whole line is.
create table ledger_month (
  subdistrict integer not null,
  id uuid not null,
  area text collate "C" not null,
  ledger uuid not null,
  month date not null,
  name text not null,
  title text,
  signature text,
  base text not null,
  columns jsonb not null,
  lines integer not null,
  status text not null check (status in ('asked', 'frozen')),
  asked_by_name text not null,
  frozen_at timestamptz,
  primary key (subdistrict, id),
  unique (subdistrict, ledger, area, month)
);
create index ledger_month_newest on ledger_month (area, month desc, id);
call guard('ledger_month');

create table ledger_line (
  subdistrict integer not null,
  month uuid not null,
  area text collate "C" not null,
  no integer not null,
  key uuid not null,
  cells jsonb not null,
  marks text[] not null,
  digest bytea not null,
  primary key (subdistrict, month, no),
  foreign key (subdistrict, month) references ledger_month (subdistrict, id)
);
create index ledger_line_by_key on ledger_line (subdistrict, month, key);
call guard('ledger_line', changeable => false);
