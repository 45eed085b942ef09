import type { EventFlag, Input } from '@linli/contract'
import { areaAt, isAreaPath } from '@linli/standards'
import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import type { DB } from '../../kernel/schema.gen.ts'
import { columns, rowColumns, type EventRow, type ListedRow } from './queries.ts'
import { holds, isInWords, isWritten, lookedThrough, spansBack, type Span } from './text-queries.ts'
import type { Waits } from './waiting-rules.ts'

/** `matters`: the one that was chosen and all below it. `isCounted`: the order does not matter. `span`: a part of the time. */
export type Filters = Omit<Input<'event', 'count'>, 'isMine' | 'isToApprove' | 'matter'> & { matters?: string[] | undefined, isCounted?: boolean, span?: Span | undefined }
type Choice<O> = SelectQueryBuilder<DB, 'event', O>

/** Counting stops here: the screen says 「1000+」 and no request grows with the table. */
export const mostCounted = 1000

type Ordered = Filters & { order: 'newest' | 'due' }
type After = (string | number)[] | undefined

/** Words are looked for among the newest, where a common one fills the page, then in one part of the time after another. */
export async function list(ctx: Ctx, filters: Ordered, waiting: Waits | undefined, after: After, limit: number): Promise<ListedRow[]> {
  const { text, ...others } = filters
  const page = where(ctx, from(ctx, filters).select(rowColumns), filters, waiting)
  if (filters.order === 'due' || !isInWords(text ?? '')) return inOrder(page, filters, after).limit(limit).execute()
  const newest = inOrder(where(ctx, from(ctx, filters).selectAll(), others, waiting), filters, after).limit(lookedThrough)
  const near: ListedRow[] = await inOrder(ctx.db.selectFrom(newest.as('event')).select(rowColumns).where(isWritten(text!)) as typeof page, filters, undefined).limit(limit).execute()
  if (near.length === limit) return near
  const rows: ListedRow[] = []
  for (const span of spansBack(after ? new Date(after[0]!) : near[0]?.reported_at ?? ctx.now)) {
    if (rows.length < limit) rows.push(...await inOrder(where(ctx, from(ctx, filters).select(rowColumns), { ...filters, span }, waiting), filters, after).limit(limit - rows.length).execute())
  }
  return rows
}

/** By when it is due, what has no limit last, or the newest first. */
function inOrder<O>(query: Choice<O>, { order }: Ordered, after: After): Choice<O> {
  const [moment, direction, beyond] = order === 'due' ? [sql`coalesce(due_at, 'infinity')`, 'asc', sql`>`] as const : [sql`reported_at`, 'desc', sql`<`] as const
  return query.$if(after !== undefined, (some) => some.where(sql<boolean>`(${moment}, id) ${beyond} (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)).orderBy(moment, direction).orderBy('id', direction)
}

/** Words are counted from the newest backwards as well, until there are more than a screen says. */
export async function count(ctx: Ctx, filters: Filters, waiting: Waits | undefined, most = mostCounted): Promise<number> {
  let rows = 0
  for (const span of isInWords(filters.text ?? '') ? spansBack(ctx.now) : [undefined]) {
    if (rows > most) break
    const some = where(ctx, from(ctx, filters).select(sql`1`.as('one')), { ...filters, isCounted: true, span }, waiting).limit(most + 1 - rows)
    rows += (await ctx.db.selectFrom(some.as('some')).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()).rows
  }
  return rows
}

export const listMine = (ctx: Ctx, after: (string | number)[] | undefined, limit: number): Promise<EventRow[]> =>
  ctx.db.selectFrom('event').select(columns).where('reported_by', '=', ctx.actor.id)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(reported_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('reported_at', 'desc').orderBy('id', 'desc').limit(limit).execute()

/** Where the asked events are read from: text is found in a view that shows the same rows and may use the index of bigrams. */
export const from = (ctx: Ctx, { text }: Pick<Filters, 'text'>) => (text?.trim() ? ctx.db.selectFrom('event_text as event') : ctx.db.selectFrom('event')) as Choice<object>

/** Narrows a question down to what the person sees and asked for. */
export function where<O>(ctx: Ctx, query: Choice<O>, filters: Filters, waiting: Waits | undefined): Choice<O> {
  const place = filters.area ?? commonArea(ctx.actor.posts.map((post) => post.area))
  const [subdistrict, text] = [tenantOf(place), filters.text?.trim() ?? '']
  return query
    .where((is) => is.or([is('status', '!=', 'draft'), is('reported_by', '=', ctx.actor.id)]))
    .$if(subdistrict > 0, (q) => q.where('subdistrict', '=', subdistrict))
    .$if(ctx.actor.side === 'staff' || filters.area !== undefined, (q) => q.where(within(place, filters.isCounted)))
    .$if(ctx.actor.side === 'unit', (q) => q.where((is) => ofUnit(is, ctx.actor.unit!, { isAssisting: filters.flags?.includes('assisted') === true, isWaiting: waiting !== undefined })))
    .where((is) => is.and((filters.flags ?? []).map((flag) => flagged(is, flag, ctx.now))))
    .$if(filters.pending !== undefined, (q) => q.where('pending', '=', filters.pending!))
    .$if(filters.status !== undefined && filters.status.length > 0, (q) => q.where('status', 'in', filters.status!))
    .$if(filters.source !== undefined && filters.source.length > 0, (q) => q.where('source', 'in', filters.source!))
    .$if(filters.matters !== undefined, (q) => q.where('matter', 'in', filters.matters!))
    .$if(filters.unit !== undefined, (q) => q.where('unit', '=', filters.unit!))
    .$if(filters.from !== undefined, (q) => q.where('reported_at', '>=', new Date(filters.from!)))
    .$if(filters.until !== undefined, (q) => q.where('reported_at', '<', new Date(filters.until!)))
    .$if(filters.isOverdue !== undefined, (q) => q.where(filters.isOverdue ? late(ctx.now) : sql<boolean>`not ${isLate(ctx.now)}`))
    .$if(text !== '', (q) => q.where(holds(text, filters.span))).$if([...text].length === 1, (q) => q.where(sql<boolean>`reported_at >= coalesce((${newest(subdistrict)}), '-infinity')`))
    .$if(waiting !== undefined, (q) => q.where((is) => waits(is, waiting!)))
}

/** A sub-district by the key, a community by its column, both newest first by an index; a grid as part of one, in a CASE because the planner would take it for a seventeenth of what it is; nothing lies below a building; anything else by the range of its paths. */
function within(area: string, isCounted = false) {
  const [subdistrict, community, grid] = isAreaPath(area) ? (['subdistrict', 'community', 'grid'] as const).map((kind) => areaAt(area, kind)) : []
  if (area === subdistrict || area === community) return area === community ? sql<boolean>`community = ${area}` : sql<boolean>`true`
  const range = area.includes('b') ? sql<boolean>`area = ${area}` : sql<boolean>`area >= ${area} and area < ${area} || U&'\\FFFF'`
  return area === grid && !isCounted ? sql<boolean>`community = ${community} and case when ${range} then true else false end` : range
}

type Is = ExpressionBuilder<DB, 'event'>

const isLate = (now: Date) => sql<boolean>`(is_overdue or coalesce(due_at < ${now}, false) and status not in ('needInfo', 'needDetail'))`
/** Written as the partial index is, so that it is used. */
const late = (now: Date) => sql<boolean>`((is_overdue or due_at is not null) and ${isLate(now)})`

/** What has a state it waits in is open by that; of applications the index must be told. Who is asked is said by `needsRevisit`. */
const waits = (is: Is, { statuses, community, checked, pending }: Waits) => is.and([...(pending.length > 0 ? [is('status', 'not in', ['draft', 'closed', 'cancelled', 'merged'])] : []), is.or([
  ...(statuses.length > 0 ? [is('status', 'in', statuses)] : []),
  ...(community.length > 0 ? [is.and([is('status', 'in', community), is('unit_kind', '=', 'community')])] : []),
  ...checked.map((kind) => is.and([is('status', '=', 'checked'), sql<boolean>`(part_of is null and source in ('resident', 'hotline')) = ${kind === 'asked'}`])),
  ...(pending.length > 0 ? [is('pending', 'in', pending)] : []),
  is.lit(false),
])])

/** What a unit handles; what it assists in where that is asked for; for what waits both. */
function ofUnit(is: Is, unit: string, { isAssisting, isWaiting }: { isAssisting: boolean, isWaiting: boolean }) {
  if (isAssisting) return sql<boolean>`${unit} = any (assists)`
  const assisted = is.selectFrom('event_assist').select('event_assist.event').where('event_assist.unit', '=', unit).where('event_assist.done_at', 'is', null)
  // As an array both sides of the OR find their index.
  return isWaiting ? is.or([is('unit', '=', unit), sql<boolean>`event.id = any (array(${assisted}))`]) : is('unit', '=', unit)
}

/** Columns of flags that are nothing but a flag. */
export const flagColumns = { urgent: 'is_urgent', pinned: 'is_pinned', legacy: 'is_legacy', supervised: 'is_supervised', instructed: 'is_instructed', whistled: 'is_whistled', duplicate: 'is_duplicate', dissatisfied: 'is_dissatisfied', selfHandled: 'is_self_handled' } as const satisfies Partial<Record<EventFlag, keyof EventRow>>

/** Written as the partial indexes are, so that they are used. */
const flagged = (is: Is, flag: EventFlag, now: Date) => {
  if (flag === 'overdue' || flag === 'severe') return flag === 'overdue' ? late(now) : sql<boolean>`((is_overdue or due_at is not null) and (is_severe or severe_at < ${now}))`
  if (flag === 'assisted') return sql<boolean>`assists <> '{}'`
  if (flag === 'anonymous' || flag === 'confidential') return is.and([sql<boolean>`privacy <> 'open'`, is('privacy', '=', flag)])
  return sql<boolean>`${sql.ref(flagColumns[flag])}`
}

/** No index knows single characters: they are looked for among the newest thousand. */
const newest = (subdistrict: number) => sql`select reported_at from event_text where ${subdistrict} in (0, subdistrict) order by reported_at desc offset 1000 limit 1`
