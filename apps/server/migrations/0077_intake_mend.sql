-- The cells of a row that something is wrong with, as people see them, sealed: they are mended in a grid and read anew without the file.
alter table intake_row add column cells bytea;

-- The list that is asked for most: old people alone, up stairs that no lift goes.
insert into ledger (subdistrict, id, area, kind, name, base, conditions, columns, changed_by_name, changed_at)
select 0, '00000000-0000-7000-8000-000000770001', '/', 'list', '八十岁以上独居、住三楼以上没有电梯', 'person',
  '[{"any": [{"field": "person.age", "by": "from", "value": 80}]}, {"any": [{"field": "groups", "by": "in", "value": ["01"]}]}, {"any": [{"field": "place.floor", "by": "from", "value": 4}]}, {"any": [{"field": "place.hasLift", "by": "in", "value": false}]}]',
  '[{"field": "name", "label": "姓名"}, {"field": "person.age", "label": "年龄"}, {"field": "phone", "label": "电话"}, {"field": "place.address", "label": "地址"}, {"field": "place.floor", "label": "楼层"}, {"field": "guardian", "label": "紧急联系人"}, {"field": "record.checkedOn", "label": "最近核实"}]', '系统', '2026-01-01 00:00+08';

-- Homes that stand empty are mended many at once too.
alter table mend drop constraint mend_way_check;
alter table mend add constraint mend_way_check check (way in ('confirm', 'moveOut', 'vacant'));
