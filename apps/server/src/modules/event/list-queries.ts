import type { EventFlag, Input } from '@linli/contract'
import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import type { DB } from '../../kernel/schema.gen.ts'
import { columns, type EventRow } from './queries.ts'
import type { Waits } from './waiting-rules.ts'

export type Filters = Omit<Input<'event', 'list'>, 'after' | 'limit' | 'isMine' | 'isToApprove'>
type Choice<O> = SelectQueryBuilder<DB, 'event', O>

/** Counting stops here: the screen says 「1000+」 and no request grows with the table. */
export const mostCounted = 1000

export const list = (ctx: Ctx, filters: Filters, waiting: Waits | undefined, after: (string | number)[] | undefined, limit: number): Promise<EventRow[]> => {
  const rows = where(ctx, ctx.db.selectFrom('event').select(columns), filters, waiting)
  const ordered = filters.order === 'due'
    ? rows.where('due_at', 'is not', null).$if(after !== undefined, (query) => query.where(sql<boolean>`(due_at, id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)).orderBy('due_at').orderBy('id')
    : rows.$if(after !== undefined, (query) => query.where(sql<boolean>`(reported_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)).orderBy('reported_at', 'desc').orderBy('id', 'desc')
  return ordered.limit(limit).execute()
}

export async function count(ctx: Ctx, filters: Filters, waiting: Waits | undefined, most = mostCounted): Promise<number> {
  const some = where(ctx, ctx.db.selectFrom('event').select(sql`1`.as('one')), filters, waiting).$if(filters.order === 'due', (query) => query.where('due_at', 'is not', null)).limit(most + 1)
  const { rows } = await ctx.db.selectFrom(some.as('some')).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()
  return rows
}

export const listMine = (ctx: Ctx, after: (string | number)[] | undefined, limit: number): Promise<EventRow[]> =>
  ctx.db.selectFrom('event').select(columns).where('reported_by', '=', ctx.actor.id)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(reported_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('reported_at', 'desc').orderBy('id', 'desc').limit(limit).execute()

/** Narrows a question down to what the person sees and asked for. */
export function where<O>(ctx: Ctx, query: Choice<O>, filters: Filters, waiting: Waits | undefined): Choice<O> {
  const subdistrict = tenantOf(filters.area ?? commonArea(ctx.actor.posts.map((post) => post.area)))
  return query
    .where((is) => is.or([is('status', '!=', 'draft'), is('reported_by', '=', ctx.actor.id)]))
    .$if(subdistrict > 0, (q) => q.where('subdistrict', '=', subdistrict))
    .$if(ctx.actor.side === 'unit', (q) => q.where((is) => ofUnit(is, ctx.actor.unit!, { isAssisting: filters.flags?.includes('assisted') === true, isWaiting: waiting !== undefined })))
    .where((is) => is.and((filters.flags ?? []).map((flag) => flagged(is, flag, ctx.now))))
    .$if(filters.pending !== undefined, (q) => q.where('pending', '=', filters.pending!))
    .$if(filters.status !== undefined && filters.status.length > 0, (q) => q.where('status', 'in', filters.status!))
    .$if(filters.source !== undefined && filters.source.length > 0, (q) => q.where('source', 'in', filters.source!))
    .$if(filters.matter !== undefined, (q) => q.where('matter', '=', filters.matter!))
    .$if(filters.unit !== undefined, (q) => q.where('unit', '=', filters.unit!))
    .$if(filters.area !== undefined, (q) => q.where(sql<boolean>`area >= ${filters.area} and area < ${filters.area} || U&'\\FFFF'`))
    .$if(filters.from !== undefined, (q) => q.where('reported_at', '>=', new Date(filters.from!)))
    .$if(filters.until !== undefined, (q) => q.where('reported_at', '<', new Date(filters.until!)))
    .$if(filters.isOverdue !== undefined, (q) => q.where(sql<boolean>`${late(ctx.now)} = ${filters.isOverdue}`))
    .$if(filters.text !== undefined && filters.text !== '', (q) => q.where('id', 'in', searched(ctx, filters.text!, subdistrict, filters.area)))
    .$if(waiting !== undefined, (q) => q.where((is) => waits(is, waiting!)))
}

type Is = ExpressionBuilder<DB, 'event'>

const late = (now: Date) => sql<boolean>`(is_overdue or coalesce(due_at < ${now}, false) and status <> 'needInfo')`

/** Who is asked is said by `needsRevisit`. */
const waits = (is: Is, { statuses, community, checked, pending }: Waits) => is.or([
  ...(statuses.length > 0 ? [is('status', 'in', statuses)] : []),
  ...(community.length > 0 ? [is.and([is('status', 'in', community), is('unit_kind', '=', 'community')])] : []),
  ...checked.map((kind) => is.and([is('status', '=', 'checked'), sql<boolean>`(part_of is null and source in ('resident', 'hotline')) = ${kind === 'asked'}`])),
  ...(pending.length > 0 ? [is('pending', 'in', pending)] : []),
  is.lit(false),
])

/** What a unit handles; what it assists in where that is asked for; for what waits both. */
function ofUnit(is: Is, unit: string, { isAssisting, isWaiting }: { isAssisting: boolean, isWaiting: boolean }) {
  const assists = is('id', 'in', is.selectFrom('event_assist').select('event_assist.event').where('event_assist.unit', '=', unit).$if(isWaiting, (q) => q.where('event_assist.done_at', 'is', null)))
  if (isAssisting) return assists
  return isWaiting ? is.or([is('unit', '=', unit), assists]) : is('unit', '=', unit)
}

/** Written as the partial indexes are, so that they are used. */
const flagged = (is: Is, flag: EventFlag, now: Date) => {
  if (flag === 'overdue') return late(now)
  if (flag === 'severe') return sql<boolean>`(is_severe or severe_at < ${now})`
  if (flag === 'assisted') return sql<boolean>`assists <> '{}'`
  if (flag === 'anonymous' || flag === 'confidential') return is.and([sql<boolean>`privacy <> 'open'`, is('privacy', '=', flag)])
  return sql<boolean>`${sql.ref(flagColumns[flag])}`
}

const flagColumns = { urgent: 'is_urgent', pinned: 'is_pinned', legacy: 'is_legacy', supervised: 'is_supervised', instructed: 'is_instructed', whistled: 'is_whistled', duplicate: 'is_duplicate', dissatisfied: 'is_dissatisfied', selfHandled: 'is_self_handled' } as const

/** Ids of the newest 2,000 that hold the text, of those this person may see; found by the bigram index, a single character by looking at each. */
const searched = (ctx: Ctx, text: string, subdistrict: number, area: string | undefined) =>
  ctx.db.selectFrom(sql<{ id: string }>`event_search(${subdistrict > 0 ? subdistrict : null}::integer, ${area ?? null}::text, ${text}::text, 2000)`.as<'hit'>(sql`hit(id)`)).select('hit.id')
