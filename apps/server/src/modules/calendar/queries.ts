import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export const listDays = (ctx: Ctx, subdistrict: number) =>
  ctx.db.selectFrom('office_day').select(['day', 'kind', 'note']).where('subdistrict', '=', subdistrict).where('kind', 'is not', null).$narrowType<{ kind: 'work' | 'rest' }>().orderBy('day').execute()

export const findHours = async (ctx: Ctx, subdistrict: number) =>
  (await ctx.db.selectFrom('office_hours').select('hours').where('subdistrict', '=', subdistrict).executeTakeFirst())?.hours as [string, string][] | undefined

/** A cleared day keeps its row without a kind: nothing is deleted. */
export const putDay = (ctx: Ctx, row: { subdistrict: number, area: string, day: string, kind: 'work' | 'rest' | null, note: string }) =>
  ctx.db.insertInto('office_day').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'day']).doUpdateSet({ kind: row.kind, note: row.note })).execute()

export const putHours = (ctx: Ctx, row: { subdistrict: number, area: string, hours: [string, string][] }) =>
  ctx.db.insertInto('office_hours').values({ ...row, hours: JSON.stringify(row.hours) })
    .onConflict((conflict) => conflict.column('subdistrict').doUpdateSet({ hours: sql`excluded.hours` })).execute()
