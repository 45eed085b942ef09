import type { Input, KnowledgeStatus } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { sql } from 'kysely'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'

/** `soonUntil`: the last day that is soon. */
export type Filters = Omit<Input<'knowledge', 'list'>, 'after' | 'limit'> & { soonUntil: string }

const likeOf = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
const subdistrictOf = ({ actor }: Ctx, area?: string) => tenantOf(area ?? commonArea(actor.posts.map((post) => post.area)))

/** Whoever was named, or has the role where the entry is. */
const mine = ({ actor }: Ctx) => sql<boolean>`(k.owner = ${actor.id} or ${actor.posts.length === 0 ? sql`false` : sql.join(actor.posts.map(({ role, area }) => sql`(k.owner_role = ${role} and k.area ^@ ${area})`), sql` or `)})`
/** Of those that are told: their last day comes soon, or has passed and nobody has marked it yet. */
const soon = (ctx: Ctx, until: string) => sql<boolean>`(k.status = 'published' and r.valid_to between ${dayOf(ctx.now)}::date and ${until}::date)`
const over = (ctx: Ctx) => sql<boolean>`(k.status = 'expired' or (k.status = 'published' and r.valid_to < ${dayOf(ctx.now)}::date))`
const proposed = sql<boolean>`exists (select from knowledge_proposal p where p.subdistrict = k.subdistrict and p.knowledge = k.id and p.status = 'open')`

const chosen = (ctx: Ctx, { text, category, status, open, area, term, owner, isMine, isUnchecked, isProposed, replaces, soonUntil }: Filters) =>
  ctx.db.selectFrom('knowledge as k').innerJoin('knowledge_revision as r', (join) => join.onRef('r.subdistrict', '=', 'k.subdistrict').onRef('r.knowledge', '=', 'k.id').onRef('r.no', '=', 'k.shown'))
    .where('k.status', '!=', 'dropped').$if(subdistrictOf(ctx, area) > 0, (q) => q.where('k.subdistrict', '=', subdistrictOf(ctx, area)))
    .$if(text !== undefined && text !== '', (q) => q.where(sql<boolean>`(r.question || ' ' || array_to_string(r.alike, ' ') || ' ' || r.answer_short || ' ' || r.answer_long ilike ${likeOf(text ?? '')} or k.no::text = ${text ?? ''})`))
    .$if(category !== undefined, (q) => q.where('r.category', '=', category!)).$if(status !== undefined, (q) => q.where('k.status', '=', status!)).$if(open !== undefined, (q) => q.where('k.open_status', '=', open!))
    .$if(area !== undefined, (q) => q.where('k.area', '=', area!)).$if(replaces !== undefined, (q) => q.where('k.replaces', '=', replaces!)).$if(owner !== undefined && owner !== '', (q) => q.where('k.owner_name', 'like', likeOf(owner ?? '')))
    .$if(term === 'soon', (q) => q.where(soon(ctx, soonUntil))).$if(term === 'over', (q) => q.where(over(ctx))).$if(isMine === true, (q) => q.where(mine(ctx)))
    .$if(isUnchecked !== undefined, (q) => q.where('r.is_unchecked', '=', isUnchecked!)).$if(isProposed === true, (q) => q.where(proposed))

/** The newest change first. */
export const list = (ctx: Ctx, filters: Filters, after: (string | number)[] | undefined, limit: number) =>
  chosen(ctx, filters).leftJoin('knowledge_revision as o', (join) => join.onRef('o.subdistrict', '=', 'k.subdistrict').onRef('o.knowledge', '=', 'k.id').on('o.status', 'in', ['draft', 'review']))
    .selectAll('k').select(['r.question', 'r.category', 'r.answer_short', 'r.alike', 'r.valid_from', 'r.valid_to', 'r.is_unchecked', 'r.is_not_for_us', 'o.no as open_no', 'o.authors as open_authors'])
    .select(sql<number>`(select count(*)::int from knowledge_proposal p where p.subdistrict = k.subdistrict and p.knowledge = k.id and p.status = 'open')`.as('proposals'))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(k.changed_at, k.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('k.changed_at', 'desc').orderBy('k.id', 'desc').limit(limit).execute()

/** How many of some there are, but no more than are counted. */
export const count = async (ctx: Ctx, filters: Filters, most: number): Promise<number> =>
  (await ctx.db.selectFrom(chosen(ctx, filters).select(sql`1`.as('one')).limit(most).as('some')).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()).rows

/** What is in review and was written by others. */
export const countToReview = async (ctx: Ctx, areas: readonly string[], most: number): Promise<number> => areas.length === 0 ? 0 :
  (await ctx.db.selectFrom(ctx.db.selectFrom('knowledge_revision').select(sql`1`.as('one')).where('status', '=', 'review').where(sql<boolean>`not authors @> array[${ctx.actor.id}]::uuid[]`)
    .where(({ or }) => or(areas.map((area) => sql<boolean>`area ^@ ${area}`))).limit(most).as('some')).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()).rows

export const categories = async (ctx: Ctx): Promise<{ category: string, entries: number }[]> =>
  (await chosen(ctx, { soonUntil: '' }).select(['r.category', sql<number>`count(*)::int`.as('entries')]).where('r.category', '!=', '').groupBy('r.category').orderBy('entries', 'desc').orderBy('r.category').limit(100).execute())

/** Entries by name: one, or those that stand in its place. */
export const named = async (ctx: Ctx, subdistrict: number, { id, replaces }: { id?: string, replaces?: string }) =>
  (await ctx.db.selectFrom('knowledge as k').innerJoin('knowledge_revision as r', (join) => join.onRef('r.subdistrict', '=', 'k.subdistrict').onRef('r.knowledge', '=', 'k.id').onRef('r.no', '=', 'k.shown'))
    .select(['k.id', 'k.no', 'r.question', 'k.area_name as areaName', 'k.status']).where('k.subdistrict', '=', subdistrict).where('k.status', '!=', 'dropped')
    .$if(id !== undefined, (q) => q.where('k.id', '=', id!)).$if(replaces !== undefined, (q) => q.where('k.replaces', '=', replaces!)).orderBy('k.no').limit(100).execute()).map((row) => ({ ...row, status: row.status as KnowledgeStatus }))
