import type { Insertable, Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { KnowledgeMatching } from '../../kernel/schema.gen.ts'

export type MatchingRow = Selectable<KnowledgeMatching>

export const listMatchings = (ctx: Ctx, subdistrict: number, areas: readonly string[]): Promise<MatchingRow[]> =>
  ctx.db.selectFrom('knowledge_matching').selectAll().where('subdistrict', '=', subdistrict).where('area', 'in', areas).execute()

export const putMatching = (ctx: Ctx, row: Insertable<KnowledgeMatching>) =>
  ctx.db.insertInto('knowledge_matching').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'area']).doUpdateSet({ terms: row.terms, answer: row.answer, offer: row.offer, changed_name: row.changed_name, changed_at: row.changed_at })).execute()
