import { sql } from 'kysely'
import { among, cared, gridOf, type Factor, type Source } from './kit.ts'

/** Living there at a moment, by the residencies as they are written down. */
const there = (at: Date) => sql`r.created_at <= ${at} and (r.since is null or r.since <= (${at}::timestamptz at time zone 'Asia/Shanghai')::date) and (r.until is null or r.until > (${at}::timestamptz at time zone 'Asia/Shanghai')::date)`

const crowded: Factor = {
  key: 'housing.crowded', kind: 'housing', label: '一套住房的居住人数', unit: '人', days: null, canLookBack: true,
  words: '使用状态为“出租”，或住着两户以上的住房里，登记在住几人（群租疑似）。一家人自住的不算，人多不等于群租，须上门核实。',
  measure: (asking) => sql`select h.id::text as subject, h.area, count(distinct r.person)::float8 as value, array[jsonb_build_object('kind', 'housing', 'id', h.id, 'label', h.address || '：登记在住 ' || count(distinct r.person) || ' 人', 'at', max(r.created_at))] as records, count(distinct r.person)::integer as count
    from housing h join residency r on r.subdistrict = h.subdistrict and r.housing = h.id and ${there(asking.at)}
    where h.subdistrict = ${asking.subdistrict} and h.ended_on is null and ${among(sql`h.id::text`, asking)} group by h.id, h.area, h.state, h.address
    having count(distinct r.person) > 2 and (h.state = '02' or count(distinct r.household) > 1)`,
}

const unfiled: Factor = {
  key: 'housing.unfiled', kind: 'housing', label: '出租未登记', unit: '项', words: '使用状态为“出租”，但没有勾选“已办租赁登记”的住房。试算时按现在的登记推算。', days: null, canLookBack: false,
  measure: (asking) => sql`select h.id::text as subject, h.area, 1::float8 as value, array[jsonb_build_object('kind', 'housing', 'id', h.id, 'label', h.address, 'at', h.changed_at)] as records, 1 as count
    from housing h where h.subdistrict = ${asking.subdistrict} and h.ended_on is null and h.state = '02' and coalesce(h.facts ->> 'isFiled', 'false') <> 'true' and ${among(sql`h.id::text`, asking)}`,
}

const groupsOfPerson: Factor = {
  key: 'person.groups', kind: 'person', label: '关爱类别数', unit: '类', words: '本人同时属于几个关爱类别（多重困难）。试算时按现在的登记推算。', days: null, hasGroups: true, canLookBack: false,
  measure: (asking) => sql`select p.id::text as subject, p.area, n::float8 as value, array[jsonb_build_object('kind', 'person', 'id', p.id, 'label', '本人档案的关爱类别', 'at', p.changed_at)] as records, n as count
    from person p cross join lateral (select count(*)::integer as n from unnest(p.groups) as g ${asking.groups.length > 0 ? sql`where g = any (${asking.groups}::text[])` : sql``}) as counted
    where p.subdistrict = ${asking.subdistrict} and ${cared(asking.groups)} and n > 1 and ${among(sql`p.id::text`, asking)}`,
}

const caredInHousehold: Factor = {
  key: 'household.cared', kind: 'household', label: '户内关爱对象人数', unit: '人', words: '一户里登记在住的关爱对象有几人。试算时按现在的登记推算。', days: null, hasGroups: true, canLookBack: false,
  measure: (asking) => sql`select d.id::text as subject, d.area, count(*)::float8 as value, array[jsonb_build_object('kind', 'household', 'id', d.id, 'label', '户内 ' || count(*) || ' 名关爱对象', 'at', max(p.changed_at))] as records, count(*)::integer as count
    from household d join residency r on r.subdistrict = d.subdistrict and r.household = d.id and r.until is null join person p on p.subdistrict = r.subdistrict and p.id = r.person and ${cared(asking.groups)}
    where d.subdistrict = ${asking.subdistrict} and d.ended_on is null and ${among(sql`d.id::text`, asking)} group by d.id, d.area having count(*) > 1`,
}

/** So few newcomers are no surge, whatever the weeks before were. */
const fewestNew = 5

const surge: Factor = {
  key: 'grid.surge', kind: 'grid', label: '新登记流动人口突增', unit: '倍标准差', days: null, canLookBack: true,
  words: `近 7 天新登记的流动人口，超出此前 8 周每周平均数几个标准差；不足 ${fewestNew} 人的、此前 8 周一人也没有登记过的不算，每周差别很小时标准差按 1 计。`,
  measure: ({ subdistrict, at, subjects }) => sql`select subject, subject as area, ((n0 - mean) / greatest(1, deviation))::float8 as value, array[jsonb_build_object('kind', 'people', 'id', subject, 'label', '近 7 天新登记 ' || n0 || ' 人，此前 8 周平均每周 ' || round(mean, 1) || ' 人，标准差 ' || round(deviation, 1), 'at', ${at}::timestamptz)] as records, n0::integer as count
    from (select subject, coalesce(sum(n) filter (where week = 0), 0) as n0, coalesce(sum(n) filter (where week > 0), 0) / 8.0 as mean,
        sqrt(greatest(0, coalesce(sum(n * n) filter (where week > 0), 0) / 8.0 - power(coalesce(sum(n) filter (where week > 0), 0) / 8.0, 2))) as deviation from (
      select ${gridOf(sql`r.area`)} as subject, floor(extract(epoch from ${at}::timestamptz - r.created_at) / 604800)::integer as week, count(*) as n
      from residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person and p.population_kind = '02'
      where r.subdistrict = ${subdistrict} and r.created_at <= ${at} and r.created_at > ${at}::timestamptz - interval '63 days' group by 1, 2) as weeks
      where subject is not null and ${among(sql`subject`, { subjects })} group by subject) as grids where n0 >= ${fewestNew} and mean > 0 and n0 > mean`,
}

/** A share of a few people says nothing. */
const fewestPeople = 20

const stale: Factor = {
  key: 'grid.stale', kind: 'grid', label: '久未核对的人口占比', unit: '%', words: `网格里登记在住、超过一年没有人核对过的人口占比（数据质量“久未核对”）；不足 ${fewestPeople} 人的网格不算。试算时按现在推算。`, days: null, canLookBack: false,
  measure: ({ subdistrict, at, subjects }) => sql`select grids.subject, grids.subject as area, (100.0 * old / all_people)::float8 as value, array[jsonb_build_object('kind', 'stale', 'id', grids.subject, 'label', '久未核对 ' || old || ' 人，共 ' || all_people || ' 人', 'at', ${at}::timestamptz)] as records, old::integer as count
    from (select ${gridOf(sql`p.area`)} as subject, count(*) as all_people, count(*) filter (where p.checked_at < ${at}::timestamptz - interval '365 days') as old from person p where p.subdistrict = ${subdistrict} and p.standing = 'present' and p.merged_into is null group by 1) as grids
    where grids.subject is not null and all_people >= ${fewestPeople} and old > 0 and ${among(sql`grids.subject`, { subjects })}`,
}

export const baseSource: Source = {
  factors: [crowded, unfiled, groupsOfPerson, caredInHousehold, surge, stale],
  touched: [
    { kinds: ['grid'], subjects: ({ subdistrict, since }) => sql`select distinct ${gridOf(sql`area`)} as subject from person where subdistrict = ${subdistrict} and changed_at > ${since}` },
    { kinds: ['housing'], subjects: ({ subdistrict, since }) => sql`select id::text as subject from housing where subdistrict = ${subdistrict} and changed_at > ${since}
      union select r.housing::text from person p join residency r on r.subdistrict = p.subdistrict and r.person = p.id where p.subdistrict = ${subdistrict} and p.changed_at > ${since} and r.housing is not null` },
    { kinds: ['person'], subjects: ({ subdistrict, since }) => sql`select id::text as subject from person where subdistrict = ${subdistrict} and changed_at > ${since}` },
    { kinds: ['household'], subjects: ({ subdistrict, since }) => sql`select id::text as subject from household where subdistrict = ${subdistrict} and changed_at > ${since}
      union select r.household::text from person p join residency r on r.subdistrict = p.subdistrict and r.person = p.id where p.subdistrict = ${subdistrict} and p.changed_at > ${since} and r.household is not null` },
  ],
}

