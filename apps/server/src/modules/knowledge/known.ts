import { areaOf, dayOf } from '@linli/standards'
import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { listTold, standing, type Asking, type MatchRow } from './answer-queries.ts'
import { communityOf } from './answer.ts'
import { tuningAt } from './matching.ts'
import type { Tuning } from './matching-rules.ts'

/** Everything that is told in a place today and how it is found, and the version of the knowledge as a whole. */
export async function knownAt(ctx: Ctx, { subdistrict, area }: { subdistrict: number, area: string }): Promise<{ version: number, entries: MatchRow[], tuning: Tuning }> {
  const asking: Asking = { subdistrict, office: areaOf(subdistrict), community: communityOf(area) ?? null, today: dayOf(ctx.now) }
  return { version: (await standing(ctx, asking)).version, entries: await listTold(ctx, asking), tuning: await tuningAt(ctx, asking) }
}

/** A version that is not told yet, as the matcher would read it. `replaces`: in whose place it would stand. */
export interface Coming extends MatchRow { subdistrict: number, area: string, no: number, status: string, writtenAt: Date, replaces: string | null, isNotForUs: boolean }

const answer = sql`concat_ws('。', r.answer_short, r.answer_long, array_to_string(r.steps, '。'), array_to_string(r.materials, '。'), r.audience)`

export const comingOf = async (ctx: Ctx, id: string, no: number): Promise<Coming | undefined> =>
  (await sql<Coming>`select r.subdistrict, r.area, r.knowledge as id, r.no, r.status, r.written_at as "writtenAt", r.question, r.alike as similar, ${answer} as answer, r.replaces, r.is_not_for_us as "isNotForUs"
    from knowledge_revision r where r.knowledge = ${id} and r.no = ${no} and r.status in ('draft', 'review')`.execute(ctx.db)).rows[0]

export interface ReviewRow { id: string, no: number, question: string, answerShort: string, areaName: string, author: string, at: Date }

/** Versions that wait for their review, the oldest first. */
export const listReviews = async (ctx: Ctx, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<ReviewRow[]> =>
  (await sql<ReviewRow>`select r.knowledge as id, r.no, r.question, r.answer_short as "answerShort", k.area_name as "areaName", r.author_name as author, r.written_at as at
    from knowledge_revision r join knowledge k on k.subdistrict = r.subdistrict and k.id = r.knowledge where r.status = 'review' and in_my_area(r.area)
    ${after === undefined ? sql`` : sql`and (r.written_at, r.knowledge) > (${after[0]}::timestamptz, ${after[1]}::uuid)`} order by r.written_at, r.knowledge limit ${limit}`.execute(ctx.db)).rows
