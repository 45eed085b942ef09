// Statements that fill a sub-district with events. `born` holds for each what both of its tables are made of.

/** States of the straight way, and when each begins as a share of the whole life. */
const way = `array['reported', 'accepted', 'filed', 'dispatched', 'handling', 'feedback', 'checked', 'closed']`
const shares = 'array[0, 0.02, 0.03, 0.06, 0.1, 0.5, 0.6, 1]::float8[]'
/** Peaks 9–11, 14–16 and 19–21 (domain §7.5). */
const hours = 'array[0, 6, 7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 12, 13, 14, 14, 14, 15, 15, 15, 16, 17, 18, 19, 19, 20, 20, 21, 22, 23]'

/**
 * $1 code, $2 area, $3 how many, $4 over how many days until now, $5 units, $6 residents who have about a hundred each, $7 sums of the stories' weights, $8 buildings in each grid.
 * Outcomes (domain §7.5): 52 % handled by who found them, 6 % duplicates, 2.5 % cancelled, 1 % never come to an end; the others are closed after some days.
 */
export const bornSql = `
create temporary table born as
select n, $1::integer as subdistrict, ('01900000-0000-7000-8' || lpad(to_hex($1::integer % 1000), 3, '0') || '-' || lpad(to_hex(n), 12, '0'))::uuid as id, moment, life, path, fate, told.code, told.titles[1 + n % cardinality(titles)] as title, told.texts[1 + n % cardinality(texts)] as text,
  $2 || lpad(community::text, 3, '0') || '/' || lpad((1 + floor(r4 * 7))::text, 3, '0') || '/' || case when r5 < 0.6 then 'b' || lpad((1 + floor(r5 / 0.6 * $8::integer))::text, 4, '0') || '/' else '' end as area,
  '第' || community || '社区' as area_name, (array['临河路', '滨水路', '学院路', '新桥街', '东市街'])[1 + floor(r4 * 5)::integer] || (1 + floor(r5 * 400)::integer) || '号' || (array['东侧', '西侧', '门口', '北侧'])[1 + n % 4] as place,
  case when r6 < 0.9 then (120 + $1::integer % 1000 / 100.0 + community * 0.0005 + r5 * r5 * 0.0005)::float8 end as lng, case when r6 < 0.9 then 30 + r4 * r4 * 0.009 end as lat,
  (array['grid', 'grid', 'grid', 'grid', 'grid', 'resident', 'resident', 'hotline', 'steward', 'upstream'])[1 + n % 10] as source,
  case when r7 < 0.44 then (select id from unit where unit.area = $2 || lpad(community::text, 3, '0') || '/' and kind = 'community') else ($5::uuid[])[1 + floor(r6 * r6 * 18)::integer] end as unit, r7 < 0.44 as is_community,
  ($5::uuid[])[18 - floor(r6 * 18)::integer] as other_unit, coalesce(($6::uuid[])[1 + (n - 1) % ($3::integer / 100)], gen_random_uuid()) as reporter, r1, r6, r7, r8,
  moment + life * (${shares})[least(cardinality(path), 8)] as since
from (
  select *, case when fate = 'self' then case when is_done then '{selfHandled,closed}'::text[] else '{selfHandled}' end when fate in ('merged', 'cancelled') then array['reported', fate]
    when is_done then ${way} when r1 > 0.997 then (${way})[1:5] || 'suspended'::text else (${way})[1:greatest(1, width_bucket(case when is_stuck then r8 else x end, ${shares}))] end as path
  from (
    select *, extract(epoch from now() - moment) / extract(epoch from life) as x, r1 > 0.99 as is_stuck, r1 <= 0.99 and now() - moment >= life as is_done
    from (
      select *, least(now() - interval '1 minute', date_trunc('day', now() - interval '1 day' * $4::integer * (1 - n::float8 / $3::integer), 'Asia/Shanghai') + interval '1 hour' * ((${hours})[1 + floor(r2 * 30)::integer] + r3)) as moment,
        case when r1 > 0.99 then 'straight' when r0 < 0.52 then 'self' when r0 < 0.58 then 'merged' when r0 < 0.605 then 'cancelled' else 'straight' end as fate,
        interval '1 hour' * (2 + case when r0 < 0.605 then 24 * r8 else -48 * ln(1 - r8 * 0.99) end) as life, 1 + floor(r9 * 17)::integer as community
      from (select n, random() r0, random() r1, random() r2, random() r3, random() r4, random() r5, random() r6, random() r7, random() r8, random() r9, random() r10 from generate_series(1, $3::integer) as n offset 0) as drawn
    ) as reported
  ) as lived
) as fated join told on told.no = width_bucket(r10, $7::float8[])`

const isOpen = `path[cardinality(path)] not in ('closed', 'cancelled', 'merged')`
/** How long a stay may last. */
const limit = (status: string) => `interval '1 hour' * case ${status} when 'handling' then 24 + 72 * r7 when 'checked' then 72 when 'feedback' then 24 when 'selfHandled' then 24 else 4 end`

export const eventSql = `
insert into event (subdistrict, id, area, number, title, description, status, severity, source, matter, matter_name, area_name, place, lng, lat, reported_by, unit, unit_name, unit_kind,
  handle_limit_amount, handle_limit_unit, last_step, last_by, public_reply, rating, rating_solved, close_kind, closed_at, photo_count, reported_at, stage_no, stage_since, due_at, warn_at, severe_at, is_overdue, is_severe, changed_at,
  is_urgent, is_pinned, is_legacy, is_supervised, is_instructed, is_whistled, is_duplicate, is_dissatisfied, is_self_handled, privacy, pending, assists, assists_open, extensions, returns, suspend_reason, review_on, first_unit, first_unit_name, first_sent_at, merged_into)
select subdistrict, id, area, to_char(moment at time zone 'Asia/Shanghai', 'YYMMDDHH24MISS') || lpad((n % 1000000)::text, 6, '0'), title, text, status, case when r6 < 0.9 then 'ordinary' else 'larger' end, source, code, matter.name, area_name, place, lng, lat, reporter,
  case when is_sent then unit end, case when is_sent then '办理单位' end, case when is_sent then case when is_community then 'community' else 'department' end end,
  4, 'workingHour', 'close', '受理员', case when status = 'closed' then '已处理' end, case when status = 'closed' and r6 < 0.3 then 1 + floor(r8 * 5)::integer % 5 end, case when status = 'closed' and r6 < 0.3 then r8 > 0.1 end,
  case when status = 'closed' then 'normal' end, case when status in ('closed', 'cancelled') then since end, floor(r7 * 3)::integer, moment, cardinality(path), since,
  due, case when status <> 'suspended' then since + (due - since) * 0.8 end, case when status <> 'suspended' then due + (due - since) * 2 end, fate = 'straight' and r7 < 0.05, fate = 'straight' and r7 < 0.006, since,
  r6 between 0.1 and 0.12, r6 between 0.2 and 0.201, r6 between 0.3 and 0.303, r6 between 0.4 and 0.405, r6 between 0.5 and 0.502, r6 between 0.6 and 0.603, fate = 'merged', r6 between 0.7 and 0.71, fate = 'self',
  case when r8 < 0.01 then 'anonymous' when r8 < 0.02 then 'confidential' else 'open' end, case when status = 'handling' and r6 < 0.05 then 'extension' end,
  case when is_sent and r8 between 0.5 and 0.53 then array[other_unit] else '{}'::uuid[] end, case when is_sent and ${isOpen} and r8 between 0.5 and 0.53 then array[other_unit] else '{}'::uuid[] end,
  case when fate = 'straight' and r8 > 0.986 then 1 else 0 end, case when fate = 'straight' and r8 between 0.3 and 0.34 then 1 else 0 end, case when status = 'suspended' then 'funds' end, case when status = 'suspended' then (now() + interval '30 days')::date end,
  case when is_sent then unit end, case when is_sent then '办理单位' end, case when is_sent then moment + life * 0.06 end, case when fate = 'merged' then id end
from (select *, path[cardinality(path)] as status, cardinality(path) >= 4 or fate = 'self' as is_sent, case when ${isOpen} then since + ${limit('path[cardinality(path)]')} end as due from born) as born
join (select code, max(name) as name from matter group by code) as matter using (code)`

/** Each stay of each event; those of handling that were late say by how much. */
export const stageSql = `
insert into event_stage (subdistrict, event, no, area, status, since, limit_amount, limit_unit, due_at, until, used_minutes, paused_minutes, overdue_minutes, ended_by)
select subdistrict, id, no, area, status, moment + life * (${shares})[no], 4, 'workingHour', case when status not in ('closed', 'cancelled', 'merged') then moment + life * (${shares})[no] + ${limit('status')} end,
  ended, case when ended is not null then (extract(epoch from ended - moment - life * (${shares})[no]) / 180)::integer end, case when ended is not null then 0 end, case when ended is not null then case when status = 'handling' and r7 < 0.05 then 60 else 0 end end, case when ended is not null then '受理员' end
from born, unnest(path) with ordinality as stay (status, no), lateral (select case when no < cardinality(path) then moment + life * (${shares})[no + 1] end as ended) as e`
