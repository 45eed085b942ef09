import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { EntryRow } from './queries.ts'

/** What an area has already: by number, by question, and of which of the sub-district's it has an own one. */
export interface Known { subdistrict: number, byNo: Map<number, EntryRow>, byQuestion: Map<string, number>, replaced: Set<string> }

/** An office has some hundred or thousand entries; they are compared with what is in a file. */
export async function listKnown(ctx: Ctx, area: string): Promise<Known> {
  const subdistrict = tenantOf(area)
  const rows = await ctx.db.selectFrom('knowledge as k').innerJoin('knowledge_revision as r', (join) => join.onRef('r.subdistrict', '=', 'k.subdistrict').onRef('r.knowledge', '=', 'k.id').onRef('r.no', '=', 'k.shown'))
    .selectAll('k').select('r.question').where('k.subdistrict', '=', subdistrict).where('k.area', '=', area).where('k.status', '!=', 'dropped').execute()
  return {
    subdistrict, byNo: new Map(rows.map((row) => [row.no, row])), byQuestion: new Map(rows.filter(({ status }) => status !== 'withdrawn').map(({ question, no }) => [question, no])),
    replaced: new Set(rows.flatMap(({ replaces }) => replaces ?? [])),
  }
}

export const findByNo = (ctx: Ctx, area: string, no: number): Promise<EntryRow | undefined> =>
  ctx.db.selectFrom('knowledge').selectAll().where('subdistrict', '=', tenantOf(area)).where('area', '=', area).where('no', '=', no).where('status', '!=', 'dropped').executeTakeFirst()
