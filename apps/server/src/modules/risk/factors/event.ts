import type { RiskKind } from '@linli/contract'
import { sql } from 'kysely'
import { among, type Factor, type Source } from './kit.ts'
import { eventRecords, known, meets, ofEvents, openAt } from './place.ts'

const words: Partial<Record<RiskKind, string>> = {
  building: '地点在这幢楼的事件件数，作废的和已并入别的事件的不计。', enterprise: '同一楼幢、地点写明这家场所名称的事件件数。', thing: '定位在这处设施约 30 米以内的事件件数。', housing: '同一楼幢、地点写明这一室的事件件数。',
  household: '同一楼幢、地点写明这户门牌的事件件数；只看有关爱对象的户。', person: '用本人登记的电话公开上报的事件件数；匿名和要求保密的不计。', grid: '地点在这个网格的事件件数。',
}
const counted = (kind: RiskKind): Factor => ({
  key: `${kind}.events`, kind, label: '事件件数', unit: '件', words: words[kind]!, days: 90, hasMatters: true, canLookBack: true, measure: (asking) => ofEvents(kind, asking, { value: sql`count(*)` }),
})

/** A building of a few units would stand out by one event. */
const fewestUnits = 30

const perUnits: Factor = {
  key: 'building.perUnits', kind: 'building', label: '每千户事件件数', unit: '件/千户', days: 90, hasMatters: true, canLookBack: true,
  words: `这幢楼的事件件数 ÷ 户室数 × 1000；不足 ${fewestUnits} 套的按 ${fewestUnits} 套计。`,
  measure: (asking) => ofEvents('building', asking, { value: sql`count(*) * 1000.0 / greatest(${fewestUnits}, (select count(*) from housing h where h.subdistrict = ${asking.subdistrict} and h.area = e.area and h.ended_on is null))` }),
}

const repeated: Factor = {
  key: 'building.repeated', kind: 'building', label: '同一事项反复发生', unit: '次', words: '这幢楼同一事项的事件最多的一项有几件；已并入别的事件的不计。', days: 90, hasMatters: true, canLookBack: true,
  measure: (asking) => sql`select subject, area, max(n)::float8 as value, (array_agg(records order by n desc))[1] as records, max(n)::integer as count from (
    select e.area as subject, e.area as area, e.matter, count(*) as n, to_jsonb(${eventRecords}) as records from event e ${meets.building.join} where ${known(asking)} and ${among(sql`e.area`, asking)} group by e.area, e.matter) as each group by subject, area having max(n) > 1`,
}

const overdueShare: Factor = {
  key: 'building.overdueShare', kind: 'building', label: '超时率', unit: '%', words: '这幢楼的事件中办理超过时限的占比；少于 4 件的不算。试算时按现在是否超时推算。', days: 180, hasMatters: true, canLookBack: true,
  measure: (asking) => ofEvents('building', asking, { value: sql`100.0 * count(*) filter (where e.is_overdue) / count(*)`, having: sql`count(*) >= 4 and count(*) filter (where e.is_overdue) > 0` }),
}

const suspended: Factor = {
  key: 'building.suspended', kind: 'building', label: '挂账件数', unit: '件', words: '这幢楼现在挂着、还没有恢复办理的事件件数。', days: 400, hasMatters: true, canLookBack: true,
  measure: (asking) => ofEvents('building', asking, { value: sql`count(*)`, only: sql`exists (select from event_stage s where s.subdistrict = e.subdistrict and s.event = e.id and s.status = 'suspended' and s.since <= ${asking.at} and (s.until is null or s.until > ${asking.at}))` }),
}

const complaints: Factor = {
  key: 'building.complaints', kind: 'building', label: '重办与不满意件数', unit: '件', words: '这幢楼的事件中，上报人要求重办或评价不满意的件数。试算时按现在的结果推算。', days: 180, hasMatters: true, canLookBack: true,
  measure: (asking) => ofEvents('building', asking, { value: sql`count(*)`, only: sql`(e.reopened > 0 or e.is_dissatisfied)` }),
}

const openLong: Factor = {
  key: 'building.openLong', kind: 'building', label: '未结最久天数', unit: '天', words: '这幢楼没有办结的事件中最久的一件已有几天（矛盾纠纷用这一项）。', days: 400, hasMatters: true, canLookBack: true,
  measure: (asking) => ofEvents('building', asking, { value: sql`max(floor(extract(epoch from ${asking.at}::timestamptz - e.reported_at) / 86400))`, only: openAt(asking.at) }),
}

const voices: Factor = {
  key: 'building.voices', kind: 'building', label: '同一件事反映人数', unit: '人', days: 180, hasMatters: true, canLookBack: true,
  words: '没有办结的同一件事（含并入的）有几个人反映。平台现在只知道有几人反映，不知道实际涉及几人。',
  measure: (asking) => sql`select subject, area, max(n)::float8 as value, (array_agg(records order by n desc))[1] as records, max(cases)::integer as count from (
    select e.area as subject, e.area as area, coalesce(e.merged_into, e.id) as whole, count(*) as cases, count(distinct coalesce(encode(e.reporter_index, 'hex'), e.reported_by::text, e.id::text)) as n, to_jsonb(${eventRecords}) as records
    from event e ${meets.building.join} where ${known(asking, { withMerged: true })} and ${openAt(asking.at)} and ${among(sql`e.area`, asking)} group by e.area, coalesce(e.merged_into, e.id)) as each group by subject, area having max(n) > 1`,
}

const kinds = ['building', 'housing', 'grid', 'enterprise', 'thing', 'person', 'household'] as const

export const eventSource: Source = {
  factors: [...(['building', 'enterprise', 'thing', 'housing', 'household', 'person'] as const).map(counted), perUnits, repeated, overdueShare, suspended, complaints, openLong, voices],
  touched: [
    ...kinds.map((kind) => ({ kinds: [kind], subjects: ({ subdistrict, since }: { subdistrict: number, since: Date }) => sql`select ${meets[kind].subject} as subject from event e ${meets[kind].join} where e.subdistrict = ${subdistrict} and e.changed_at > ${since}` })),
    // The building it lay in before its place was put right.
    { kinds: ['building'], subjects: ({ subdistrict, since }) => sql`select s.subject from event e join risk_score s on s.subdistrict = e.subdistrict and s.kind = 'building' and s.area <> e.area
      and s.parts @> jsonb_build_array(jsonb_build_object('records', jsonb_build_array(jsonb_build_object('id', e.id)))) where e.subdistrict = ${subdistrict} and e.changed_at > ${since}` },
  ],
}
