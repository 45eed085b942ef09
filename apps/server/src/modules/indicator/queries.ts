import { sql, type Insertable, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { kept } from '../../kernel/db.ts'
import type { Indicator, IndicatorMonth } from '../../kernel/schema.gen.ts'

export type Row = Selectable<Indicator>
export type MonthRow = Selectable<IndicatorMonth>

export const list = (ctx: Ctx, subdistrict: number): Promise<Row[]> => ctx.db.selectFrom('indicator').selectAll().where('subdistrict', '=', subdistrict).orderBy('code').orderBy('version', 'desc').limit(2000).execute()
export const versions = (ctx: Ctx, subdistrict: number, code: string): Promise<Row[]> => ctx.db.selectFrom('indicator').selectAll().where('subdistrict', '=', subdistrict).where('code', '=', code).orderBy('version', 'desc').limit(200).execute()
/** What an office last changed of what it computes by. */
export const changed = async (ctx: Ctx, subdistrict: number): Promise<string> => (await sql<{ at: string | null }>`select max(changed_at)::text as at from indicator where subdistrict = ${subdistrict} ${kept}`.execute(ctx.db)).rows[0]!.at ?? ''
export const put = (ctx: Ctx, row: Insertable<Indicator>): Promise<Row> => ctx.db.insertInto('indicator').values(row)
  .onConflict((conflict) => conflict.columns(['subdistrict', 'code', 'version']).doUpdateSet(({ ref }) => ({ definition: ref('excluded.definition'), status: ref('excluded.status'), changed_name: ref('excluded.changed_name'), changed_at: ref('excluded.changed_at') })))
  .returningAll().executeTakeFirstOrThrow()

export interface AreaRow { path: string, name: string }

/** Places of a level in an area that there are on a day, as far as they lie in or around these. */
export const areasOf = (ctx: Ctx, { area, level, mine, day }: { area: string, level: string, mine: readonly string[], day: string }): Promise<AreaRow[]> => ctx.db.selectFrom('area').select(['path', 'name'])
  .where('kind', '=', level).where('path', '>=', area).where(sql<boolean>`path < ${area} || U&'\\FFFF'`).where('valid_from', '<=', day).where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', day)]))
  .where(sql<boolean>`exists (select from unnest(${mine}::text[]) as one where path ^@ one or one ^@ path)`).orderBy('path').limit(6000).execute()

export const matterNames = async (ctx: Ctx): Promise<Map<string, string>> =>
  new Map((await sql<{ code: string, name: string }>`select distinct on (code) code, name from matter order by code, valid_from desc`.execute(ctx.db)).rows.map(({ code, name }) => [code, name]))
export const unitNames = async (ctx: Ctx, area: string): Promise<Map<string, string>> =>
  new Map((await ctx.db.selectFrom('unit').select(['id', 'name']).where('is_active', '=', true).where(sql<boolean>`(area ^@ ${area} or ${area} ^@ area)`).orderBy('name').limit(1000).execute()).map(({ id, name }) => [id, name]))

export const months = (ctx: Ctx, area: string, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<Omit<MonthRow, 'figures'>[]> => ctx.db.selectFrom('indicator_month')
  .select(['subdistrict', 'area', 'month', 'area_name', 'frozen_name', 'frozen_at']).where('area', '=', area).$if(after !== undefined, (query) => query.where('month', '<', String(after![0]))).orderBy('month', 'desc').limit(limit).execute()
export const month = (ctx: Ctx, area: string, of: string): Promise<MonthRow | undefined> => ctx.db.selectFrom('indicator_month').selectAll().where('area', '=', area).where('month', '=', of).executeTakeFirst()
export const isFrozen = async (ctx: Ctx, area: string, of: string): Promise<boolean> => await ctx.db.selectFrom('indicator_month').select('month').where('area', '=', area).where('month', '=', of).executeTakeFirst() !== undefined
export const freeze = (ctx: Ctx, rows: Insertable<IndicatorMonth>[]) => ctx.db.insertInto('indicator_month').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
