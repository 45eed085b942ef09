-- 个人信息处理登记 (PIPL art. 5-9, 13, 19, 51; GB/T 35273-2020): what an office changed in the register that ships. Versions are only added;
-- the newest holds, and an item without a row is as it shipped.
create table processing (
  subdistrict integer not null,
  area text collate "C" not null,
  item text collate "C" not null,
  version integer not null check (version > 0),
  purpose text not null,
  ground text not null,
  basis text not null,
  keep_months integer check (keep_months > 0),
  keep_why text not null,
  is_sensitive boolean not null,
  viewers text not null,
  shared_with text not null,
  reason text not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (subdistrict, item, version)
);
call guard('processing', changeable => false);
-- What the office has set holds below it.
create policy staff_from_above on processing for select to staff using (current_setting('app.area', true) ^@ area);

-- Roles that stand already; a new installation is given them at its start.
update role set permissions = permissions || array['processing.view'] where code in ('leader', 'secretary', 'socialWorker', 'systemAdmin', 'securityAdmin', 'auditAdmin') and built_in;
update role set permissions = permissions || array['processing.manage'] where code = 'systemAdmin' and built_in;
