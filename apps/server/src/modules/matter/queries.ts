import type { LimitUnit } from '@linli/contract'
import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Limit, RuleRow } from './rules.ts'

const columns = ['area', 'code', 'name', 'parent', 'standard', 'mapped', 'words', 'is_leaf', 'is_confidential', 'valid_from', 'valid_until'] as const

/** Every version of every matter these offices may use. */
export const listMatters = (ctx: Ctx, offices: string[]) => ctx.db.selectFrom('matter').select(columns).where('area', 'in', offices).orderBy('code').orderBy('valid_from').execute()

/** All leaves valid on the day, of all offices, for the suggestion. */
export const listLeaves = (ctx: Ctx, today: string) => ctx.db.selectFrom('matter').select(columns)
  .where('valid_from', '<=', today).where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', today)])).orderBy('code').execute()

/** Changes whenever a matter does. */
export const stampOf = async (ctx: Ctx): Promise<string> =>
  (await ctx.db.selectFrom('matter').select(sql<string>`count(*) || ' ' || coalesce(max(changed_at)::text, '')`.as('stamp')).executeTakeFirstOrThrow()).stamp

/** Versions of one matter and of the groups it may stand in. */
export const listVersions = (ctx: Ctx, code: string, offices: string[]) => ctx.db.selectFrom('matter').select(columns).where('area', 'in', offices)
  .where((is) => is.or([is('code', '=', code), is('is_leaf', '=', false)])).orderBy('valid_from').execute()

/** Matters that stand right below some, in any version. */
export const listBelow = async (ctx: Ctx, parents: string[]): Promise<string[]> =>
  (await ctx.db.selectFrom('matter').select('code').distinct().where('parent', 'in', parents).execute()).map(({ code }) => code)

/** Codes of those that are kept in confidence by their newest version, the office's own before everybody's. */
export async function listConfidential(ctx: Ctx, offices: string[]): Promise<ReadonlySet<string>> {
  const newest = ctx.db.selectFrom('matter').distinctOn('code').select(['code', 'is_confidential']).where('area', 'in', offices).orderBy('code').orderBy('area', 'desc').orderBy('valid_from', 'desc')
  return new Set((await ctx.db.selectFrom(newest.as('newest')).select('code').where('is_confidential', '=', true).execute()).map(({ code }) => code))
}

export interface MatterVersion { area: string, code: string, valid_from: string, name: string, parent: string | null, standard: string, mapped: unknown, words: string[], is_leaf: boolean, is_confidential: boolean }

export const insertMatter = (ctx: Ctx, row: MatterVersion) => ctx.db.insertInto('matter').values({ ...row, mapped: JSON.stringify(row.mapped) }).execute()

export interface VersionKey { area: string, code: string, valid_from: string }

export const updateMatter = (ctx: Ctx, { area, code, valid_from }: VersionKey, change: { name?: string, is_confidential?: boolean, valid_until?: string | null }) =>
  ctx.db.updateTable('matter').set({ ...change, changed_at: sql`now()` }).where('area', '=', area).where('code', '=', code).where('valid_from', '=', valid_from).returning('code').executeTakeFirst()

/** Rules valid at a moment: an office's own and those of everybody (sub-district 0). */
export const listRules = (ctx: Ctx, subdistrict: number, at: Date) => ctx.db.selectFrom('matter_rule')
  .select(['subdistrict', 'matter', 'area_class', 'severity', 'limit_amount', 'limit_unit', 'unit', 'by_community']).where('subdistrict', 'in', [0, subdistrict])
  .where('valid_from', '<=', at).where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', at)])).$narrowType<{ limit_unit: LimitUnit }>().execute()

/** The office's rule for a matter, class and severity holds no longer; answers whether there was one. */
export const endRule = async (ctx: Ctx, { subdistrict, matter, area_class, severity }: Pick<RuleRow, 'subdistrict' | 'matter' | 'area_class' | 'severity'>): Promise<boolean> =>
  (await ctx.db.updateTable('matter_rule').set({ valid_until: ctx.now }).where('subdistrict', '=', subdistrict).where('matter', '=', matter).where('area_class', '=', area_class).where('severity', '=', severity)
    .where('valid_until', 'is', null).executeTakeFirst()).numUpdatedRows > 0n

export async function putRule(ctx: Ctx, row: RuleRow & { area: string }): Promise<void> {
  await endRule(ctx, row)
  await ctx.db.insertInto('matter_rule').values({ ...row, valid_from: ctx.now }).execute()
}

export const listStepLimits = (ctx: Ctx, subdistrict: number) => ctx.db.selectFrom('step_limit').select(['subdistrict', 'status', 'limit_amount', 'limit_unit'])
  .where('subdistrict', 'in', [0, subdistrict]).$narrowType<{ limit_unit: LimitUnit }>().orderBy('subdistrict', 'desc').execute()

export const putStepLimit = (ctx: Ctx, row: { subdistrict: number, area: string, status: string, limit: Limit }) => {
  const value = { limit_amount: row.limit.amount, limit_unit: row.limit.unit }
  return ctx.db.insertInto('step_limit').values({ subdistrict: row.subdistrict, area: row.area, status: row.status, ...value })
    .onConflict((conflict) => conflict.columns(['subdistrict', 'status']).doUpdateSet(value)).execute()
}

/** Units that rules name, those that still handle. */
export const listUnits = async (ctx: Ctx, ids: string[]) => {
  if (ids.length === 0) return new Map<string, { id: string, name: string, kind: string }>()
  const rows = await ctx.db.selectFrom('unit').select(['id', 'name', 'kind']).where('id', 'in', ids).where('is_active', '=', true).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const officeColumns = ['reopen_days', 'most_reopened', 'most_extensions', 'alike_metres', 'alike_hours'] as const

/** The office's own, else what holds for everybody. */
export const getOfficeRule = (ctx: Ctx, subdistrict: number) =>
  ctx.db.selectFrom('office_rule').select(officeColumns).where('subdistrict', 'in', [0, subdistrict]).orderBy('subdistrict', 'desc').limit(1).executeTakeFirstOrThrow()

export const putOfficeRule = (ctx: Ctx, { subdistrict, area, ...rule }: { subdistrict: number, area: string } & Record<(typeof officeColumns)[number], number>) =>
  ctx.db.insertInto('office_rule').values({ subdistrict, area, ...rule }).onConflict((conflict) => conflict.column('subdistrict').doUpdateSet(rule)).execute()
