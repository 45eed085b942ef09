import { sql, type RawBuilder } from 'kysely'
import type { Measure, TimeMeasure } from './measure-rules.ts'

/** Where rows to be counted come from: `e` is the event, `s` a stay that begins and `p` the one before it, `r` a decided application. `at` is when it counts. */
const bases = {
  report: { from: sql`event e`, at: sql`e.reported_at`, always: sql`e.status <> 'draft' and e.part_of is null` },
  stay: {
    from: sql`event_stage s join event e on e.subdistrict = s.subdistrict and e.id = s.event left join event_stage p on p.subdistrict = s.subdistrict and p.event = s.event and p.no = s.no - 1`,
    at: sql`s.since`, always: sql`e.status <> 'draft'`,
  },
  end: { from: sql`event e`, at: sql`e.closed_at`, always: sql`e.status = 'closed' and e.part_of is null` },
  due: {
    from: sql`event_stage s join event e on e.subdistrict = s.subdistrict and e.id = s.event`, at: sql`s.due_at`,
    always: sql`s.status = 'handling' and e.part_of is null and not e.is_self_handled and e.status not in ('cancelled', 'suspended', 'needDetail', 'merged')
      and not exists (select from event_stage later where later.subdistrict = s.subdistrict and later.event = s.event and later.no > s.no and later.status = 'handling')`,
  },
  request: { from: sql`event_request r join event e on e.subdistrict = r.subdistrict and e.id = r.event`, at: sql`r.decided_at`, always: sql`r.is_approved` },
} as const
export type Base = keyof typeof bases
export const baseNames = Object.keys(bases) as Base[]

interface Counted { base: Base, when: RawBuilder<unknown> }
const of = (base: Base, when: RawBuilder<unknown> = sql`true`): Counted => ({ base, when })
/** A stay in one of `to` begins after one of `from`; `more` is a condition besides. */
const step = (from: string[], to: string[], more: RawBuilder<unknown> = sql`true`): Counted => of('stay', sql`p.status in (${sql.join(from.map(text))}) and s.status in (${sql.join(to.map(text))}) and ${more}`)
const text = (word: string) => sql.lit(word)
const inTime = sql`p.overdue_minutes = 0`
const whole = sql`e.part_of is null`
const isFirst = sql`not exists (select from event_stage earlier where earlier.subdistrict = s.subdistrict and earlier.event = s.event and earlier.no < s.no and earlier.status = 'dispatched')`

/** Somebody to answer to: residents, and those who called 12345. */
const isPublic = sql`e.source in ('resident', 'hotline')`
/** A stay of the event in one of these states; `more` about it, and about `s` where there is one. */
const hadStay = (statuses: string[], more: RawBuilder<unknown> = sql`true`) => sql`exists (select from event_stage x where x.subdistrict = e.subdistrict and x.event = e.id and x.status in (${sql.join(statuses.map(text))}) and ${more})`
const later = sql`x.no > s.no`
/** What the reporter learns from: that it is accepted, what is asked, what was done, or that it goes along with another. */
const told = ['accepted', 'needInfo', 'feedback', 'checked', 'merged', 'closed']
/** An earlier rework of the same event, by the same unit or another. */
const reworkedBefore = sql`exists (select from event_stage x join event_stage y on y.subdistrict = x.subdistrict and y.event = x.event and y.no = x.no - 1 where x.subdistrict = s.subdistrict and x.event = s.event and x.no < s.no and x.status = 'dispatched' and y.status = 'feedback')`
/** Taken back by who sent it, before it was signed for: no return. Of stays before this was told, nothing was. */
const isRecalled = sql`p.ended_step = 'recall'`
const isReturn = sql`p.ended_step is distinct from 'recall'`
/** The same person about the same matter within thirty days (domain §3.6); whoever does not want to be known is not compared with others. */
const saidBefore = sql`(e.privacy = 'open' and exists (select from event o where o.subdistrict = e.subdistrict and o.matter = e.matter and o.privacy = 'open' and o.status <> 'draft' and o.part_of is null
  and (o.reported_at, o.id) < (e.reported_at, e.id) and o.reported_at >= e.reported_at - interval '30 days' and (e.source = 'resident' and o.source = 'resident' and o.reported_by = e.reported_by or o.reporter_index = e.reporter_index)))`
/** An earlier return of the same event. */
const returnedBefore = sql`exists (select from event_stage x join event_stage y on y.subdistrict = x.subdistrict and y.event = x.event and y.no = x.no - 1 where x.subdistrict = s.subdistrict and x.event = s.event and x.no < s.no and x.status = 'filed' and y.status in ('dispatched', 'handling') and y.ended_step is distinct from 'recall')`
/** From where who closes (值班长) closes; what goes along with another closes by itself. */
const closing = ['checked', 'revisited', 'selfHandled']
const toVisit = sql`s.status = 'checked' and ${whole} and ${isPublic}`

/** What each measure counts. The list behind a number is read with the same words, so that it holds exactly what was counted. */
const counted: Record<Measure, Counted[]> = {
  reported: [of('report')], duplicate: [of('report', sql`(e.is_duplicate or ${saidBefore})`)], self_handled: [of('report', sql`e.is_self_handled`)],
  to_contact: [of('report', isPublic)], contacted: [of('report', sql`${isPublic} and ${hadStay(told, sql`x.since <= e.reported_at + interval '24 hours'`)}`)],
  to_accept: [of('report', sql`not e.is_self_handled and e.merged_into is null`)], accepted_of: [of('report', sql`not e.is_self_handled and e.merged_into is null and ${hadStay(['accepted'])}`)],
  patrol: [of('report', sql`e.source = 'grid'`)], patrol_valid: [of('report', sql`e.source = 'grid' and (${hadStay(['filed'])} or e.is_self_handled and e.status = 'closed')`)],
  accepted: [of('stay', sql`s.status = 'accepted'`)],
  accept_done: [step(['reported'], ['accepted', 'verifying'])], accept_in_time: [step(['reported'], ['accepted', 'verifying'], inTime)],
  verify_done: [step(['verifying'], ['accepted', 'reported'])], verify_in_time: [step(['verifying'], ['accepted', 'reported'], inTime)],
  verify_sent: [step(['reported'], ['verifying'])], verify_sent_in_time: [step(['reported'], ['verifying'], inTime)],
  filed: [step(['accepted'], ['filed'])], file_in_time: [step(['accepted'], ['filed'], inTime)], filed_cancelled: [step(['filed'], ['cancelled'], whole)],
  filed_of: [of('stay', sql`s.status = 'accepted' and ${hadStay(['filed'], later)}`)], filed_public: [step(['accepted'], ['filed'], isPublic)],
  dispatched: [step(['filed'], ['dispatched'])], dispatch_in_time: [step(['filed'], ['dispatched'], inTime)],
  recalled: [step(['dispatched'], ['filed'], isRecalled)],
  first_dispatched: [step(['filed'], ['dispatched'], isFirst)], first_right: [step(['filed'], ['dispatched'], sql`${isFirst} and e.returns = 0`)], sent_right: [step(['filed'], ['dispatched'], sql`${isFirst} and not e.is_missent`)],
  signed: [step(['dispatched'], ['handling'])], sign_in_time: [step(['dispatched'], ['handling'], inTime)],
  handled: [step(['handling'], ['feedback'])], handle_in_time: [step(['handling'], ['feedback'], inTime)],
  reworked: [step(['feedback'], ['dispatched'])], reworked_again: [step(['feedback'], ['dispatched'], reworkedBefore)], returned: [step(['dispatched', 'handling'], ['filed'], isReturn)], extended: [of('request', sql`r.kind = 'extension'`)],
  returned_late: [step(['dispatched', 'handling'], ['filed'], sql`${isReturn} and p.overdue_minutes > 0`)], shirked: [step(['dispatched', 'handling'], ['filed'], sql`${isReturn} and ${returnedBefore}`)],
  check_done: [step(['feedback'], ['checked', 'dispatched'])], check_in_time: [step(['feedback'], ['checked', 'dispatched'], inTime)],
  suspended: [step(['handling'], ['suspended'])], transferred: [of('stay', sql`s.status = 'transferred'`)], merged: [of('stay', sql`s.status = 'merged'`)],
  cancelled: [of('stay', sql`s.status = 'cancelled' and ${whole}`)], reopened: [step(['closed', 'revisited'], ['filed'])], closed: [of('stay', sql`s.status = 'closed' and ${whole}`)],
  close_done: [step(closing, ['closed'], whole)], close_in_time: [step(closing, ['closed'], sql`${whole} and ${inTime}`)],
  handle_due: [of('due')], handle_met: [of('due', hadStay(['feedback'], later))], handle_met_in_time: [of('due', sql`s.overdue_minutes = 0 and ${hadStay(['feedback'], later)}`)], unhandled: [of('due', sql`not ${hadStay(['feedback'], later)}`)],
  reply_due: [of('due', isPublic)], replied: [of('due', sql`${isPublic} and e.public_reply is not null`)], reply_missing: [of('due', sql`${isPublic} and e.public_reply is null`)],
  to_visit: [of('stay', toVisit)], visited: [of('stay', sql`${toVisit} and ${hadStay(['revisited'], later)}`)], unvisited: [of('stay', sql`${toVisit} and not ${hadStay(['revisited'], later)}`)],
  ended: [of('end')], rated: [of('end', sql`e.rating is not null`)], satisfied: [of('end', sql`e.rating >= 3`)], solved: [of('end', sql`e.rating is not null and e.rating_solved`)],
  due: [of('due'), of('end', sql`e.is_self_handled`)],
  due_closed: [of('due', sql`e.status = 'closed'`), of('end', sql`e.is_self_handled`)],
  due_in_time: [of('due', sql`e.status = 'closed' and not e.is_overdue and e.close_kind <> 'overdue'`), of('end', sql`e.is_self_handled and not e.is_overdue`)],
}
export const columns = Object.keys(counted) as Measure[]

const usedIn = (status: string) => sql`(select coalesce(sum(b.used_minutes), 0)::integer from event_stage b where b.subdistrict = s.subdistrict and b.event = s.event and b.no < s.no and b.status = ${sql.lit(status)})`

/** How long it took, where it counts. */
const timed: Record<TimeMeasure, Counted & { minutes: RawBuilder<unknown> }> = {
  accept: { ...of('stay', sql`s.status = 'accepted'`), minutes: usedIn('reported') },
  handle: { ...step(['handling'], ['feedback']), minutes: usedIn('handling') },
  close: { ...of('end'), minutes: sql`(select coalesce(sum(b.used_minutes), 0)::integer from event_stage b where b.subdistrict = e.subdistrict and b.event = e.id)` },
}
export const timeNames = Object.keys(timed) as TimeMeasure[]

/** `subdistrict` 0: all that may be seen. */
export interface Moments { subdistrict: number, from: Date, until: Date }

const where = (base: Base, { subdistrict, from, until }: Moments) => {
  const { from: tables, at, always } = bases[base]
  const row = base === 'report' || base === 'end' ? sql`e` : base === 'request' ? sql`r` : sql`s`
  return sql`from ${tables} where ${subdistrict === 0 ? sql`true` : sql`${row}.subdistrict = ${subdistrict}`} and ${at} >= ${from} and ${at} < ${until} and ${always}`
}
const day = (base: Base) => sql`(${bases[base].at} at time zone 'Asia/Shanghai')::date`
/** Who took the step that ended the stay before; of a report, who of the grid made it. Residents are nobody here, and neither is the clock. */
const person = (base: Base) => (base === 'stay' ? sql`case when p.ended_by not in ('上报人', '系统') then p.ended_by end` : base === 'report' ? sql`case when e.source = 'grid' then (select account.name from account where account.id = e.reported_by and account.side <> 'resident') end` : sql`null`)
/** The hour of the day in Shanghai. */
export const hourOf = (moment: RawBuilder<unknown>) => sql`extract(hour from ${moment} at time zone 'Asia/Shanghai')`
/** Of the path of a sub-district: /33/99/01/008/. */
const streetLength = 14
const common = (base: Base) => sql`${day(base)} as day, left(e.area, ${sql.lit(streetLength)}) as street, e.community, e.unit::text as unit, e.matter, e.source, ${base === 'report' ? sql`${hourOf(sql`e.reported_at`)}::text` : sql`null`} as hour, ${person(base)} as person`

/** One row for each thing counted: its day, place, unit, matter, source, and 1 for each measure it counts for. */
export const sharesOf = (base: Base, moments: Moments) => {
  const ofBase = (name: Measure) => counted[name].find((one) => one.base === base)?.when
  return sql`select ${common(base)}, ${sql.join(columns.map((name) => sql`(${ofBase(name) ?? sql`false`})::integer as ${sql.ref(name)}`))} ${where(base, moments)}`
}

export const timeSharesOf = (moments: Moments) => sql.join(timeNames.map((name) => {
  const { base, when, minutes } = timed[name]
  return sql`select ${common(base)}, ${sql.lit(name)} as measure, minute_bucket(${minutes}) as bucket ${where(base, moments)} and ${when}`
}), sql` union all `)

/** Events behind a measure, each with how often it was counted on a day; of one person where that is asked for. */
export const idsOf = (measure: Measure, moments: Moments, by?: string) => sql`select id, day, count(*)::integer as times from (${sql.join(
  counted[measure].map(({ base, when }) => sql`select e.id, ${day(base)} as day ${where(base, moments)} and ${when} ${by === undefined ? sql`` : sql`and ${person(base)} = ${by}`}`), sql` union all `)}) as one group by id, day`

export const isMeasure = (name: string): name is Measure => Object.hasOwn(counted, name)
