import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export interface LateKey { subdistrict: number, whistle: string, unit: string }

const isLate = (now: Date) => sql<boolean>`part.status in ('called', 'answered') and cardinality(part.late_told) < 2
  and (part.arrive_by < ${now} or part.status = 'called' and part.answer_by < ${now} and part.late_told = '{}') and whistle.status = 'blown'`

const parts = (ctx: Ctx) => ctx.db.selectFrom('whistle_call as part').innerJoin('whistle', (join) => join.onRef('whistle.subdistrict', '=', 'part.subdistrict').onRef('whistle.id', '=', 'part.whistle')).where(isLate(ctx.now))

/** Parts that came late and of which nothing was said, of all sub-districts, the longest late first. */
export const listLate = (ctx: Ctx, most: number) => parts(ctx).select(['part.subdistrict', 'part.whistle', 'part.unit', 'part.area']).orderBy('part.answer_by').orderBy('part.whistle').limit(most).execute()

/** Held until the transaction ends; nothing where it was done or said meanwhile. */
export const lockLate = (ctx: Ctx, { subdistrict, whistle, unit }: LateKey) =>
  parts(ctx).select(['part.unit', 'part.unit_name', 'part.unit_kind', 'part.answer_by', 'part.arrive_by', 'whistle.id', 'whistle.subdistrict', 'whistle.area', 'whistle.area_name', 'whistle.title'])
    .where('part.subdistrict', '=', subdistrict).where('part.whistle', '=', whistle).where('part.unit', '=', unit).forUpdate('part').skipLocked().executeTakeFirst()

export const markTold = (ctx: Ctx, { subdistrict, whistle, unit }: LateKey, told: string[]) =>
  ctx.db.updateTable('whistle_call').set({ late_told: told }).where('subdistrict', '=', subdistrict).where('whistle', '=', whistle).where('unit', '=', unit).execute()
