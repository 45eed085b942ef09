import { sql } from 'kysely'
import { among, cared, type Asking, type Factor, type Source, type Sql } from './kit.ts'

/** A way in which somebody is known to have been met: a select of kind, id, label and moment for a person `p`, with what was said left out. A module adds one. */
interface Contact { words: string, met: (asking: Pick<Asking, 'subdistrict' | 'at'>) => Sql }

const contacts: readonly Contact[] = [
  { words: '入户登记时改了本人档案，或核对无变化', met: ({ subdistrict, at }) => sql`select 'person' as kind, p.id::text as id, '入户核对' as label, v.at from revision v where v.subdistrict = ${subdistrict} and v.record = p.id and v.kind = 'person' and v.source = 'visit' and v.at <= ${at}
    union all select 'person', p.id::text, '入户核对无变化', j.at from journal j where j.subdistrict = ${subdistrict} and j.subject = p.id::text and j.name = 'person.confirmed' and j.details ->> 'source' = 'visit' and j.at <= ${at} and j.at > ${at}::timestamptz - interval '400 days'` },
  { words: '社工在“问社工”里答复了本人', met: ({ subdistrict, at }) => sql`select 'talk' as kind, k.talk::text as id, '社工答复' as label, k.at from answered_last(${subdistrict}, p.phone_index, ${at}) as k` },
  { words: '用本人电话公开上报、或替本人上报的事件', met: ({ subdistrict, at }) => sql`select 'event' as kind, e.id::text as id, e.number || ' ' || e.matter_name as label, e.reported_at as at from event e where e.subdistrict = ${subdistrict} and e.reporter_index = p.phone_index and e.privacy = 'open' and e.status <> 'draft' and e.reported_at <= ${at}` },
]

/** Somebody this old who lives alone is to be met within days (domain §1.8). */
const oldest = 80

const noContact: Factor = {
  key: 'person.noContact', kind: 'person', label: '没有联系的天数', unit: '天', days: null, hasGroups: true, canLookBack: true,
  words: `${oldest} 岁以上的关爱对象，距最近一次有记录的联系几天。平台现在知道的联系：${contacts.map(({ words }) => words).join('；')}。其他上门、电话没有记在平台上的，这里不知道；从来没有记录的，从建档那天算起。`,
  measure: (asking) => sql`select p.id::text as subject, p.area, floor(extract(epoch from ${asking.at}::timestamptz - coalesce(last.at, p.created_at)) / 86400)::float8 as value,
      array[jsonb_build_object('kind', coalesce(last.kind, 'person'), 'id', coalesce(last.id, p.id::text), 'label', case when last.at is null then '没有联系记录，从建档算起' else '最近一次联系：' || last.label end, 'at', coalesce(last.at, p.created_at))] as records, 1 as count
    from person p left join lateral (select * from (${sql.join(contacts.map(({ met }) => met(asking)), sql` union all `)}) as met order by at desc limit 1) as last on true
    where p.subdistrict = ${asking.subdistrict} and ${cared(asking.groups)} and p.created_at <= ${asking.at} and p.birth <= ((${asking.at}::timestamptz at time zone 'Asia/Shanghai')::date - make_interval(years => ${oldest})) and ${among(sql`p.id::text`, asking)}`,
}

export const contactSource: Source = {
  factors: [noContact],
  touched: [
    { kinds: ['person'], subjects: ({ subdistrict, since }) => sql`select one::text as subject from answered_since(${subdistrict}, ${since}) as one` },
    { kinds: ['person'], subjects: ({ subdistrict, since }) => sql`select subject from journal where subdistrict = ${subdistrict} and name = 'person.confirmed' and at > ${since}` },
  ],
}
