import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RevisionRow } from './queries.ts'

/** Of those whose last day comes before a day. */
export interface Ending { before: string, most: number }

/** Published ones of which nobody was told that they end, the earliest first, held until the transaction ends; what another server holds is seen to there. */
export const lockEnding = (ctx: Ctx, subdistrict: number, { before, most }: Ending): Promise<RevisionRow[]> =>
  ctx.db.selectFrom('knowledge_revision').selectAll().where('subdistrict', '=', subdistrict).where('status', '=', 'published').where(sql<boolean>`valid_to < ${before}::date`)
    .where('warned_at', 'is', null).orderBy('valid_to').orderBy('knowledge').limit(most).forUpdate().skipLocked().execute()

/** Entries of which the published version has ended; by their ids, as whoever reviews many holds them. */
export const listEnded = async (ctx: Ctx, subdistrict: number, { before, most }: Ending): Promise<string[]> =>
  (await ctx.db.selectFrom('knowledge_revision').select('knowledge').where('subdistrict', '=', subdistrict).where('status', '=', 'published').where(sql<boolean>`valid_to < ${before}::date`).orderBy('knowledge').limit(most).execute()).map(({ knowledge }) => knowledge)

/** Where there is something to see to: a published answer whose last day comes before a day. */
export const listOffices = async (ctx: Ctx, before: string): Promise<number[]> =>
  (await ctx.db.selectFrom('knowledge_revision').select('subdistrict').distinct().where('status', '=', 'published').where(sql<boolean>`valid_to < ${before}::date`).execute()).map(({ subdistrict }) => subdistrict)
