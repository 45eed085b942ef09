import type { RiskKind } from '@linli/contract'
import { sql } from 'kysely'
import { among, gridOf, records, word, type Asking, type Sql } from './kit.ts'

/** The door that words name, its entrance if they do and its room: 2单元501室, 3-2-501, 501. Taken apart once for each event, so that a door is found by an index. */
const door = sql`cross join lateral regexp_match(e.place, '(?:^|[^0-9A-Za-z])(?:([0-9A-Za-z]{1,3})(?:单元|-))?([0-9]{3,5}[A-Za-z]?)(?:[^0-9A-Za-z]|$)') as door`
const atDoor = sql`h.room = door[2] and h.ended_on is null and (h.entrance = '' or h.entrance = door[1])`

/** How an event e meets a subject of a kind: what is joined, and the subject and its area. A report in confidence is told of nobody. */
export const meets: Record<RiskKind, { join: Sql, subject: Sql, area: Sql }> = {
  building: { join: sql`join area a on a.path = e.area and a.kind = 'building'`, subject: sql`e.area`, area: sql`e.area` },
  grid: { join: sql`join area a on a.path = ${gridOf(sql`e.area`)} and a.kind = 'grid'`, subject: sql`a.path`, area: sql`a.path` },
  housing: { join: sql`${door} join housing h on h.subdistrict = e.subdistrict and h.area = e.area and ${atDoor}`, subject: sql`h.id::text`, area: sql`h.area` },
  enterprise: { join: sql`join enterprise n on n.subdistrict = e.subdistrict and n.area = e.area and n.place_kinds <> '{}' and n.state is distinct from '03' and position(n.name in e.place) > 0`, subject: sql`n.id::text`, area: sql`n.area` },
  // About 30 m.
  thing: { join: sql`join thing t on t.subdistrict = e.subdistrict and t.ended_on is null and t.lng between e.lng - 0.0003 and e.lng + 0.0003 and t.lat between e.lat - 0.00027 and e.lat + 0.00027`, subject: sql`t.id::text`, area: sql`t.area` },
  person: { join: sql`join person p on p.subdistrict = e.subdistrict and p.phone_index = e.reporter_index and e.privacy = 'open' and p.groups <> '{}' and p.standing = 'present' and p.merged_into is null`, subject: sql`p.id::text`, area: sql`p.area` },
  household: {
    join: sql`${door} join housing h on h.subdistrict = e.subdistrict and h.area = e.area and ${atDoor} join household d on d.subdistrict = h.subdistrict and d.housing = h.id and d.ended_on is null
      and exists (select from residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person where r.subdistrict = d.subdistrict and r.household = d.id and r.until is null and p.standing = 'present' and p.groups <> '{}')`,
    subject: sql`d.id::text`, area: sql`d.area`,
  },
}

/** Events as they were known at a moment, those merged into others left out. */
export const known = ({ subdistrict, at, days, matters }: Asking, { withMerged = false } = {}) => sql`e.subdistrict = ${subdistrict} and e.status not in ('draft', 'cancelled') and e.part_of is null
  and e.reported_at <= ${at} and e.reported_at > ${at}::timestamptz - make_interval(days => ${days}) ${withMerged ? sql`` : sql`and e.merged_into is null`} ${matters.length > 0 ? sql`and e.matter = any (${matters}::text[])` : sql``}`
export const openAt = (at: Date) => sql`(e.closed_at is null or e.closed_at > ${at}) and e.status <> 'selfHandled'`

export const eventRecords = records(word('event'), sql`e.id`, sql`e.number || ' ' || e.matter_name`, sql`e.reported_at`)

/** Events of each subject, and a value made of them. */
export function ofEvents(kind: RiskKind, asking: Asking, { value, only = sql`true`, having = sql`true` }: { value: Sql, only?: Sql, having?: Sql }): Sql {
  const { join, subject, area } = meets[kind]
  return sql`select ${subject} as subject, ${area} as area, (${value})::float8 as value, ${eventRecords} as records, count(*)::integer as count from event e ${join}
    where ${known(asking)} and ${only} and ${among(subject, asking)} group by ${subject}, ${area} having ${having}`
}
