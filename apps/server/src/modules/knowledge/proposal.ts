import { areaAt, isAreaPath } from '@linli/standards'
import { KnowledgeContent } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import * as queries from './proposal-queries.ts'
import { find, type EntryRow } from './queries.ts'
import type { Content } from './rules.ts'

/** What somebody decided of other ways to ask that were proposed; answers how many. */
export async function decide(ctx: Ctx, row: EntryRow, { taken, declined }: { taken: string[], declined: string[] }): Promise<number> {
  const one = async (ids: string[], status: 'taken' | 'declined') => {
    const texts = await queries.settle(ctx, row, ids, status)
    if (texts.length > 0) ctx.record(status === 'taken' ? 'knowledge.proposal-taken' : 'knowledge.proposal-declined', { kind: 'knowledge', id: row.id, subdistrict: row.subdistrict, area: row.area }, { no: row.no, proposals: texts.length })
    return texts.length
  }
  return await one(taken, 'taken') + await one(declined, 'declined')
}

/**
 * Other ways to ask for an entry, as they were heard in `area`: proposed to whoever keeps the entry, be it a community's or the sub-district's. What was
 * proposed before and waits, or is said in the entry already, is left out. Answers how many are new.
 */
export async function proposeSimilar(ctx: Ctx, { entry, area, texts, note = '' }: { entry: string, area: string, texts: readonly string[], note?: string }): Promise<number> {
  const row = found(await find(ctx, entry))
  const place = (isAreaPath(area) ? areaAt(area, 'community') : undefined) ?? row.area
  const said = await queries.listSaid(ctx, row)
  const fresh = [...new Set(texts.map((text) => text.trim().slice(0, 120)))].filter((text) => text !== '' && !said.has(text))
  let many = 0
  for (const text of fresh) {
    if (await queries.insert(ctx, { subdistrict: row.subdistrict, id: ctx.newId(), area: place, area_name: (await areaNamed(ctx, place)).name, knowledge: row.id, text, note, status: 'open', proposed_name: ctx.actor.name, proposed_at: ctx.now })) many += 1
  }
  if (many > 0) ctx.record('knowledge.proposed', { kind: 'knowledge', id: row.id, subdistrict: row.subdistrict, area: place }, { no: row.no, proposals: many })
  return many
}

/** What is known of an answer that is to be written; the rest is empty until somebody writes it. */
export const unfinished = (known: Partial<Content> & { question: string }): Content => KnowledgeContent.parse(known)
