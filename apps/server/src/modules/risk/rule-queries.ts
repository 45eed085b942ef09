import { sql, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Db } from '../../kernel/db.ts'
import type { RiskDraft, RiskVersion } from '../../kernel/schema.gen.ts'
import type { KindRule, RiskRule, RuleSet } from './rules.ts'

interface Ruled { rules: RiskRule[], kinds: KindRule[] }
export type VersionRow = Omit<Selectable<RiskVersion>, keyof Ruled> & Ruled
export type DraftRow = Omit<Selectable<RiskDraft>, keyof Ruled> & Ruled
interface Office { subdistrict: number, area: string }

/** The version in force, or the one of that number. */
export const findVersion = (db: Db, subdistrict: number, no?: number): Promise<VersionRow | undefined> =>
  db.selectFrom('risk_version').selectAll().where('subdistrict', '=', subdistrict).$if(no !== undefined, (query) => query.where('no', '=', no!))
    .orderBy('no', 'desc').limit(1).executeTakeFirst() as Promise<VersionRow | undefined>

/** The newest first, each with how many rules it has. */
export const listVersions = (ctx: Ctx, subdistrict: number, after: number | undefined, limit: number) =>
  ctx.db.selectFrom('risk_version').select(['no', 'published_at', 'published_name', 'note', 'from_no', sql<number>`jsonb_array_length(rules)`.as('count')])
    .where('subdistrict', '=', subdistrict).$if(after !== undefined, (query) => query.where('no', '<', after!)).orderBy('no', 'desc').limit(limit).execute()

export const insertVersion = (ctx: Ctx, { subdistrict, area }: Office, version: RuleSet & { no: number, note: string, from: number | null }) =>
  ctx.db.insertInto('risk_version').values({
    subdistrict, area, no: version.no, note: version.note, from_no: version.from, rules: JSON.stringify(version.rules), kinds: JSON.stringify(version.kinds), published_at: ctx.now, published_by: ctx.actor.id!, published_name: ctx.actor.name,
  }).execute()

export const findDraft = (ctx: Ctx, subdistrict: number): Promise<DraftRow | undefined> =>
  ctx.db.selectFrom('risk_draft').selectAll().where('subdistrict', '=', subdistrict).executeTakeFirst() as Promise<DraftRow | undefined>

/** Holds the office's draft until the transaction ends; where there never was one, an empty row. */
export async function lockDraft(ctx: Ctx, { subdistrict, area }: Office): Promise<DraftRow> {
  await ctx.db.insertInto('risk_draft').values({ subdistrict, area, changed_at: ctx.now, changed_name: ctx.actor.name }).onConflict((conflict) => conflict.doNothing()).execute()
  return ctx.db.selectFrom('risk_draft').selectAll().where('subdistrict', '=', subdistrict).forUpdate().executeTakeFirstOrThrow() as Promise<DraftRow>
}

export const changeDraft = (ctx: Ctx, { subdistrict }: Office, { isOpen, set }: { isOpen: boolean, set?: RuleSet }) =>
  ctx.db.updateTable('risk_draft').set({ is_open: isOpen, changed_at: ctx.now, changed_name: ctx.actor.name, ...(set && { rules: JSON.stringify(set.rules), kinds: JSON.stringify(set.kinds) }) }).where('subdistrict', '=', subdistrict).execute()

/** Codes of care groups, the office's own among them. */
export const listGroups = async (ctx: Ctx): Promise<Set<string>> => new Set((await ctx.db.selectFrom('code_entry').select('code').where('table', '=', 'careGroup').execute()).map(({ code }) => code))

/** Offices that have published rules. */
export const listOffices = (db: Db): Promise<Office[]> => db.selectFrom('risk_version').select(['subdistrict', 'area']).distinct().execute()

export interface Outcome { rule: string, is_care: boolean, warned: number, disposed: number, mistaken: number, events: number, measured: number, better: number }
export const listOutcomes = async (ctx: Ctx, subdistrict: number, since: Date): Promise<Outcome[]> => (await sql<Outcome>`select * from risk_outcomes(${subdistrict}, ${since})`.execute(ctx.db)).rows
