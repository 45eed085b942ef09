import { sql, type RawBuilder } from 'kysely'
import type { Understood } from './condition-rules.ts'
import type { Item, LineKind } from './item-rules.ts'

type Sql = RawBuilder<unknown>
interface Where { kind: LineKind, today: string }

/** In the answers r is the residency, p the person, h the housing unit, k the household, e the enterprise, t the thing, v the event, n the entry, a the account; a ledger of anything but people has its own and the last unit it is at. */
export const aliases: Readonly<Record<LineKind, string>> = { person: 'p', housing: 'h', household: 'k', enterprise: 'e', thing: 't', event: 'v', entry: 'n', worker: 'a' }
export const aliasOf = (kind: LineKind) => sql.raw(aliases[kind])

const columns: Readonly<Record<string, string>> = {
  name: 'p.name', certificate: 'p.certificate', sex: 'p.sex', birth: 'p.birth', populationKind: 'p.population_kind', groups: 'p.groups', certificateNumber: 'p.number_masked', phone: 'p.phone_masked', 'person.tags': 'p.tags', 'person.standing': 'p.standing',
  'housing.use': 'h.use', 'housing.state': 'h.state', 'housing.tags': 'h.tags', 'place.entrance': 'h.entrance', 'place.floor': 'h.floor', 'place.room': 'h.room',
  'household.no': 'k.no', 'household.kind': 'k.kind', 'household.tags': 'k.tags',
  'enterprise.name': 'e.name', 'enterprise.sort': 'e.sort', 'enterprise.creditCode': 'e.credit_code', 'enterprise.industry': 'e.industry', 'enterprise.state': 'e.state', 'enterprise.attention': 'e.attention', 'enterprise.placeKinds': 'e.place_kinds', 'enterprise.tags': 'e.tags',
  'thing.name': 't.name', 'thing.kind': 't.kind', 'thing.code': 't.code', 'thing.state': 't.state', 'thing.tags': 't.tags',
  'event.number': 'v.number', 'event.title': 'v.title', 'event.description': 'v.description', 'event.matter': 'v.matter_name', 'event.source': 'v.source', 'event.severity': 'v.severity', 'event.place': 'v.place', 'event.status': 'v.status', 'event.unit': 'v.unit_name',
  'event.person': 'v.person_name', 'event.isOverdue': 'v.is_overdue', 'event.reply': 'v.public_reply', 'event.rating': 'v.rating', 'event.isSolved': 'v.rating_solved', 'event.reopened': 'v.reopened',
  'entry.day': 'n.day', 'entry.subject': 'n.subject', 'entry.by': 'n.by_name', 'entry.photos': 'n.photo_count',
  'worker.name': 'a.name', 'worker.signInName': 'a.sign_in_name', 'worker.phone': 'a.phone_masked', 'worker.side': 'a.side', 'worker.isEnabled': 'a.is_enabled',
  'residency.role': 'r.role', 'residency.since': 'r.since', 'residency.until': 'r.until', 'residency.leaveReason': 'r.leave_reason', 'residency.isMain': 'r.is_main',
}
const moments: Readonly<Record<string, string>> = { enteredOn: 'created_at', createdOn: 'created_at', changedOn: 'changed_at', checkedOn: 'checked_at', reportedOn: 'reported_at', dueOn: 'due_at', closedOn: 'closed_at' }

/** The area and the order of a line. */
export const lineOf = (kind: LineKind) => (kind === 'person' ? sql.raw('r') : aliasOf(kind))
/** Along which column lines are sorted; what an event calls its place is words, and entries of a logbook go by their days. */
export const walkOf = (kind: LineKind) => (kind === 'entry' ? sql.raw('n.day') : reachOf(kind))
/** Which column says in whose area a line is. */
export const reachOf = (kind: LineKind) => sql.raw(kind === 'event' || kind === 'entry' || kind === 'worker' ? `${aliases[kind]}.area` : `${kind === 'person' ? 'r' : aliases[kind]}.place`)

/** What stands there, ready to be compared. */
function compared(item: Item, where: Where): Sql {
  const own = columns[item.name]
  if (own) return sql.raw(own)
  if (!item.field) return derived(item.name, where)
  const facts = factsOf(item)
  if (item.type === 'number') return sql`case when jsonb_typeof(${facts} -> ${item.field.name}::text) = 'number' then (${facts} ->> ${item.field.name}::text)::numeric end`
  return item.type === 'codes' ? sql`${facts} -> ${item.field.name}::text` : sql`${facts} ->> ${item.field.name}::text`
}

/** What stands there, to be shown. */
export const shownSql = (item: Item, where: Where): Sql => (columns[item.name] || !item.field ? compared(item, where) : sql`${factsOf(item)} -> ${item.field.name}::text`)

const factsOf = ({ field }: Item) => sql.raw(`${aliases[field!.kind]}.facts`)

function derived(name: string, { kind, today }: Where): Sql {
  const line = lineOf(kind)
  const age = sql`extract(year from age(${today}::date, p.birth))::integer`
  switch (name) {
    case 'person.age': return age
    case 'person.ageBand': return sql`case when ${age} >= 100 then '100岁及以上' when ${age} >= 60 then ${age} / 10 * 10 || '—' || ${age} / 10 * 10 + 9 || '岁' end`
    case 'residency.span': return sql`nullif(concat_ws(' 至 ', coalesce(h.facts ->> 'leaseFrom', r.since::text), coalesce(h.facts ->> 'leaseUntil', r.until::text)), '')`
    case 'residency.enteredBy': return sql`(select by_name from revision where revision.subdistrict = p.subdistrict and revision.record = p.id and revision.no = 1)`
    case 'residency.enteredOn': return sql`(r.created_at at time zone 'Asia/Shanghai')::date`
    case 'place.address': return sql`coalesce(h.address, (select name from area where path = ${line}.area))`
    case 'household.head': return sql`(select name from person where person.subdistrict = k.subdistrict and person.id = k.head)`
    case 'household.people': return sql`(select count(*)::integer from residency as member where member.subdistrict = k.subdistrict and member.household = k.id and member.until is null)`
    case 'household.members': return sql`(select string_agg(person.name, '、' order by person.id <> k.head, person.birth) from residency as member join person on person.subdistrict = member.subdistrict and person.id = member.person
      where member.subdistrict = k.subdistrict and member.household = k.id and member.until is null)`
    // Who asked not to be named is named in no ledger.
    case 'event.reporter': return sql`case when v.privacy = 'open' then v.reporter_name end`
    case 'event.reporterPhone': return sql`case when v.privacy = 'open' then v.reporter_phone_masked end`
    case 'entry.book': return sql`(select name from logbook where logbook.subdistrict = n.subdistrict and logbook.id = n.logbook)`
    // The community, or what is above it: five steps of statistical codes.
    case 'worker.institution': return sql`(select name from area where path = substring(a.area from '^(?:/[^/]+){1,5}/'))`
    case 'worker.unit': return sql`(select name from unit where unit.id = a.unit)`
    case 'worker.unitPhone': return sql`(select phone from unit where unit.id = a.unit)`
    // Who answers for a community, and who walks a grid, as the form of social workers (domain facts §1.11, 6) calls them.
    case 'worker.kind': return sql`(select string_agg(distinct case post.role when 'secretary' then '第一责任人' else '网格员' end, '、') from post where post.role in ('secretary', 'gridWorker') and ${isHeld(today)})`
    case 'worker.roles': return sql`(select string_agg(distinct role.name, '、') from post join role on role.code = post.role where ${isHeld(today)})`
    case 'worker.postAreas': return sql`(select string_agg(distinct area.name, '、') from post join area on area.path = post.area where ${isHeld(today)})`
    case 'thing.owner': return sql`(select name from unit where unit.id = t.owner)`
    case 'thing.point': return sql`round(t.lng::numeric, 6) || ',' || round(t.lat::numeric, 6)`
    case 'place.area': return sql`${line}.area`
    // A lift is a thing of the building (CJ/T 214 部件 01076).
    case 'place.hasLift': return sql`exists (select from thing where thing.subdistrict = ${line}.subdistrict and thing.kind = '01076' and thing.area = ${line}.area and thing.place >= ${line}.area and thing.place < ${line}.area || U&'\\FFFF' and thing.ended_on is null)`
    case 'memberOf.isHead': return sql`exists (select from household where household.subdistrict = r.subdistrict and household.id = r.household and household.head = p.id)`
    case 'memberOf.people': return sql`(select nullif(count(distinct other.person), 0)::integer from residency as other where other.subdistrict = r.subdistrict and other.household = r.household and other.until is null)`
    case 'memberOf.no': case 'memberOf.kind': case 'memberOf.tags': return sql`(select ${sql.ref(`household.${name.slice('memberOf.'.length)}`)} from household where household.subdistrict = r.subdistrict and household.id = r.household)`
    case 'housing.households': return sql`(select count(*)::integer from household where household.subdistrict = h.subdistrict and household.housing = h.id and household.ended_on is null)`
    case 'housing.people': return sql`(select count(distinct other.person)::integer from residency as other where other.subdistrict = h.subdistrict and other.housing = h.id and other.until is null)`
    default: return sql`(${aliasOf(kind)}.${sql.raw(moments[name.split('.')[1]!]!)} at time zone 'Asia/Shanghai')::date`
  }
}

/** Posts that are held on the day. */
const isHeld = (today: string): Sql => sql`post.account = a.id and (post.valid_from at time zone 'Asia/Shanghai')::date <= ${today}::date and (post.valid_until is null or (post.valid_until at time zone 'Asia/Shanghai')::date >= ${today}::date)`

/** One test; what is not known is not so. */
export function tested({ item, by, isNot, strings, numbers, span, isTrue, ids }: Understood, where: Where): RawBuilder<boolean> {
  if (ids) return foundSql(where.kind, ids, isNot)
  const value = compared(item, where)
  const holds = by === 'known' ? known(item, value) : by === 'has' ? sql`strpos(lower(${value}), lower(${strings[0]})) > 0` : by === 'in' ? among(item, value, { strings, numbers, isTrue }) : between(item, value, { by, numbers, span })
  return isNot ? sql<boolean>`(${holds}) is not true` : sql<boolean>`(${holds})`
}

/** A household is found by who heads it or by the home it is in. */
function foundSql(kind: LineKind, ids: readonly string[], isNot: boolean): RawBuilder<boolean> {
  const line = aliasOf(kind)
  const holds = kind === 'household' ? sql`(${line}.id = any (${ids}::uuid[]) or ${line}.housing = any (${ids}::uuid[]))` : sql`${line}.id = any (${ids}::uuid[])`
  return isNot ? sql<boolean>`(${holds}) is not true` : sql<boolean>`(${holds})`
}

function known({ type, field, name }: Item, value: Sql): Sql {
  if (type !== 'codes') return type === 'text' || type === 'longText' ? sql`${value} <> ''` : sql`${value} is not null`
  return field && !columns[name] ? sql`${value} <> '[]'` : sql`cardinality(${value}) > 0`
}

function among(item: Item, value: Sql, { strings, numbers, isTrue }: Pick<Understood, 'strings' | 'numbers' | 'isTrue'>): Sql {
  if (item.type === 'area') return sql`(${sql.join(strings.map((area) => sql`${value} >= ${area} and ${value} < ${area} || U&'\\FFFF'`), sql` or `)})`
  if (item.type === 'number') return sql`${value} = any (${numbers}::numeric[])`
  if (item.type === 'yes') return item.field === undefined ? sql`${value} = ${isTrue}` : sql`${value} = ${String(isTrue)}`
  if (item.type === 'codes') return columns[item.name] || !item.field ? sql`${value} && ${strings}::text[]` : sql`${value} ?| ${strings}::text[]`
  return sql`${value} = any (${strings}::text[])`
}

/** Days in JSON are text, which sorts as they do. */
function between({ type, field, name }: Item, value: Sql, { by, numbers, span }: Pick<Understood, 'by' | 'numbers' | 'span'>): Sql {
  if (type === 'number') return by === 'from' ? sql`${value} >= ${numbers[0]}::numeric` : sql`${value} <= ${numbers[0]}::numeric`
  const kind = field && !columns[name] ? sql`text` : sql`date`
  const ends = [span.from !== null && sql`${value} >= ${span.from}::${kind}`, span.until !== null && sql`${value} <= ${span.until}::${kind}`].filter((end) => end !== false)
  return sql`${sql.join(ends, sql` and `)}`
}
