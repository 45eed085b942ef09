import { sql, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RoutingDraft, RoutingVersion } from '../../kernel/schema.gen.ts'
import type { RoutingRule } from './rules.ts'

export type VersionRow = Omit<Selectable<RoutingVersion>, 'rules'> & { rules: RoutingRule[] }
export type DraftRow = Omit<Selectable<RoutingDraft>, 'rules'> & { rules: RoutingRule[] }
interface Office { subdistrict: number, area: string }

/** The version in force, or the one of that number. */
export const findVersion = (ctx: Ctx, subdistrict: number, no?: number): Promise<VersionRow | undefined> =>
  ctx.db.selectFrom('routing_version').selectAll().where('subdistrict', '=', subdistrict).$if(no !== undefined, (query) => query.where('no', '=', no!))
    .orderBy('no', 'desc').limit(1).$narrowType<{ rules: RoutingRule[] }>().executeTakeFirst() as Promise<VersionRow | undefined>

/** The newest first, each with how many rules it has. */
export const listVersions = (ctx: Ctx, subdistrict: number, after: number | undefined, limit: number) =>
  ctx.db.selectFrom('routing_version').select(['no', 'published_at', 'published_name', 'note', 'from_no', sql<number>`jsonb_array_length(rules)`.as('count')])
    .where('subdistrict', '=', subdistrict).$if(after !== undefined, (query) => query.where('no', '<', after!)).orderBy('no', 'desc').limit(limit).execute()

export const insertVersion = (ctx: Ctx, { subdistrict, area }: Office, version: { no: number, note: string, from: number | null, rules: RoutingRule[] }) =>
  ctx.db.insertInto('routing_version').values({
    subdistrict, area, no: version.no, note: version.note, from_no: version.from, rules: JSON.stringify(version.rules), published_at: ctx.now, published_by: ctx.actor.id!, published_name: ctx.actor.name,
  }).execute()

export const findDraft = (ctx: Ctx, subdistrict: number): Promise<DraftRow | undefined> =>
  ctx.db.selectFrom('routing_draft').selectAll().where('subdistrict', '=', subdistrict).executeTakeFirst() as Promise<DraftRow | undefined>

/** Holds the office's draft until the transaction ends; where there never was one, an empty row. */
export async function lockDraft(ctx: Ctx, { subdistrict, area }: Office): Promise<DraftRow> {
  await ctx.db.insertInto('routing_draft').values({ subdistrict, area, changed_at: ctx.now, changed_name: ctx.actor.name }).onConflict((conflict) => conflict.doNothing()).execute()
  return ctx.db.selectFrom('routing_draft').selectAll().where('subdistrict', '=', subdistrict).forUpdate().executeTakeFirstOrThrow() as Promise<DraftRow>
}

export const changeDraft = (ctx: Ctx, { subdistrict }: Office, { isOpen, rules }: { isOpen: boolean, rules?: RoutingRule[] }) =>
  ctx.db.updateTable('routing_draft').set({ is_open: isOpen, changed_at: ctx.now, changed_name: ctx.actor.name, ...(rules && { rules: JSON.stringify(rules) }) }).where('subdistrict', '=', subdistrict).execute()

export interface UnitRow { id: string, subdistrict: number, name: string, kind: string, area: string, is_active: boolean }

export async function listUnits(ctx: Ctx, ids: string[]): Promise<Map<string, UnitRow>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('unit').select(['id', 'subdistrict', 'name', 'kind', 'area', 'is_active']).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The communities' own units of an office: community → unit. */
export async function listCommunityUnits(ctx: Ctx, subdistrict: number): Promise<Map<string, { id: string, name: string }>> {
  const rows = await ctx.db.selectFrom('unit').select(['id', 'name', 'area']).where('subdistrict', '=', subdistrict).where('kind', '=', 'community').where('is_active', '=', true).orderBy('id', 'desc').execute()
  return new Map(rows.map(({ id, name, area }) => [area, { id, name }]))
}

const sentColumns = ['id', 'number', 'title', 'description', 'matter', 'matter_name', 'area', 'area_name', 'source', 'severity', 'privacy', 'unit', 'unit_name', 'first_unit', 'first_unit_name', 'first_sent_at', 'is_missent'] as const
export interface Mark { at: Date, id: string }

/** Events that were first sent since, the latest first. */
export const listSent = (ctx: Ctx, subdistrict: number, { since, before, limit }: { since: Date, before: Mark | undefined, limit: number }) =>
  ctx.db.selectFrom('event').select(sentColumns).where('subdistrict', '=', subdistrict).where('first_sent_at', '>=', since)
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(first_sent_at, id) < (${before?.at}::timestamptz, ${before?.id}::uuid)`))
    .orderBy('first_sent_at', 'desc').orderBy('id', 'desc').limit(limit).$narrowType<{ first_unit: string, first_unit_name: string, first_sent_at: Date }>().execute()

export interface Behind { from: Date, until: Date, rule: string | null | undefined, which: 'sent' | 'missent' | 'followed', after: (string | number)[] | undefined, limit: number }

/** Those that a number of the accuracy counts, the latest first. */
export const listBehind = (ctx: Ctx, subdistrict: number, { from, until, rule, which, after, limit }: Behind) =>
  ctx.db.selectFrom('event').select(sentColumns).where('first_sent_at', '>=', from).where('first_sent_at', '<', until)
    .$if(subdistrict > 0, (query) => query.where('subdistrict', '=', subdistrict))
    .$if(rule !== undefined, (query) => query.where('routed_rule', 'is not distinct from', rule!))
    .$if(which === 'missent', (query) => query.where('is_missent', '=', true))
    .$if(which === 'followed', (query) => query.where('first_as_suggested', '=', true))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(first_sent_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('first_sent_at', 'desc').orderBy('id', 'desc').limit(limit).$narrowType<{ first_unit: string, first_unit_name: string, first_sent_at: Date }>().execute()

export interface Sent { rule: string | null, last: [number, number] | null, sent: number, missent: number, followed: number }

/** By the rule that spoke when they were routed, of those first sent from one instant to another. `last` is where the rule stood last: version and number. */
export const countSent = (ctx: Ctx, subdistrict: number, { from, until }: { from: Date, until: Date }): Promise<Sent[]> =>
  ctx.db.selectFrom('event').select(({ fn }) => [
    'routed_rule as rule', sql<[number, number] | null>`max(array[routed_version, routed_no::integer]) filter (where routed_rule is not null)`.as('last'), fn.countAll<number>().as('sent'),
    sql<number>`count(*) filter (where is_missent)`.as('missent'), sql<number>`count(*) filter (where first_as_suggested)`.as('followed'),
  ]).$if(subdistrict > 0, (query) => query.where('subdistrict', '=', subdistrict)).where('first_sent_at', '>=', from).where('first_sent_at', '<', until)
    .groupBy('routed_rule').orderBy('sent', 'desc').limit(500).execute()
