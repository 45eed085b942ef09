import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RevisionRow } from './queries.ts'

/** `last`: the last day on which they are told. */
export interface Ending { before: string, isWarned?: boolean, most: number }

/** Published ones whose last day comes before a day, the earliest first, held until the transaction ends; what another server holds is seen to there. */
export const lockEnding = (ctx: Ctx, subdistrict: number, { before, isWarned, most }: Ending): Promise<RevisionRow[]> =>
  ctx.db.selectFrom('knowledge_revision').selectAll().where('subdistrict', '=', subdistrict).where('status', '=', 'published').where(sql<boolean>`valid_to < ${before}::date`)
    .$if(isWarned === false, (query) => query.where('warned_at', 'is', null)).orderBy('valid_to').orderBy('knowledge').limit(most).forUpdate().skipLocked().execute()

/** Where there is something to see to: a published answer whose last day comes before a day. */
export const listOffices = async (ctx: Ctx, before: string): Promise<number[]> =>
  (await ctx.db.selectFrom('knowledge_revision').select('subdistrict').distinct().where('status', '=', 'published').where(sql<boolean>`valid_to < ${before}::date`).execute()).map(({ subdistrict }) => subdistrict)
