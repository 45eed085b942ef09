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
