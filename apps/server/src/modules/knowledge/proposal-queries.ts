import type { Insertable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { KnowledgeProposal } from '../../kernel/schema.gen.ts'
import type { Key } from './queries.ts'

/** False where the same waits already. */
export const insert = async (ctx: Ctx, row: Insertable<KnowledgeProposal>): Promise<boolean> =>
  (await ctx.db.insertInto('knowledge_proposal').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'knowledge', 'text']).where('status', '=', 'open').doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows === 1n

const open = (ctx: Ctx, { subdistrict, id }: Key) => ctx.db.selectFrom('knowledge_proposal').where('subdistrict', '=', subdistrict).where('knowledge', '=', id).where('status', '=', 'open')

export const listOpen = (ctx: Ctx, key: Key, most: number) => open(ctx, key).selectAll().orderBy('proposed_at').orderBy('id').limit(most).execute()

/** Decides some that still wait; their texts. */
export const settle = async (ctx: Ctx, { subdistrict, id }: Key, ids: string[], status: 'taken' | 'declined'): Promise<string[]> =>
  ids.length === 0 ? [] : (await ctx.db.updateTable('knowledge_proposal').set({ status, decided_name: ctx.actor.name, decided_at: ctx.now }).where('subdistrict', '=', subdistrict).where('knowledge', '=', id).where('id', 'in', ids).where('status', '=', 'open').returning('text').execute()).map(({ text }) => text)

/** How an entry is asked for already, in what is told and in what is written. */
export const listSaid = async (ctx: Ctx, { subdistrict, id }: Key): Promise<ReadonlySet<string>> =>
  new Set((await ctx.db.selectFrom('knowledge_revision').select(['question', 'alike']).where('subdistrict', '=', subdistrict).where('knowledge', '=', id).where('status', 'in', ['draft', 'review', 'published']).execute()).flatMap(({ question, alike }) => [question, ...alike]))
