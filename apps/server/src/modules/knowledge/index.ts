import type { Ctx } from '../../kernel/ctx.ts'
import { defineModule } from '../../kernel/module.ts'
import { categories, counts, get, list, revision, tryOut } from './actions.ts'
import { importTable, look } from './import.ts'
import { end } from './jobs.ts'
import { matching, setMatching } from './matching.ts'
import { owners } from './owner.ts'
import { unfinished } from './proposal.ts'
import { drop, sendBack, submit, takeBack, withdraw } from './review.ts'
import type { Content } from './rules.ts'
import { exportTable, readTable, template } from './table.ts'
import { change, draft, restore, setOwner, write } from './write.ts'

export { answersTo, cardsOf, type Answers } from './answer.ts'
export { comingOf, knownAt, listReviews, type Coming, type ReviewRow } from './known.ts'
export { closeMatchers } from './matchers.ts'
export { proposeSimilar } from './proposal.ts'
export { approve as approveEntries } from './review.ts'
export type { AnswerCard } from './rules.ts'

/** A new entry of a sub-district or one of its communities, as far as it is known, to be finished, submitted and reviewed as every other. */
export async function draftEntry(ctx: Ctx, { area, note, ...known }: { area: string, note?: string } & Partial<Content> & { question: string }): Promise<{ id: string, no: number }> {
  const { id, no } = await draft(ctx, { area, replaces: null, content: unfinished(known), ...(note !== undefined && { note }) })
  return { id, no }
}

export const knowledge = defineModule({
  name: 'knowledge',
  handle: { list, counts, categories, owners, get, revision, tryOut, matching, setMatching, write, change, restore, submit, takeBack, drop, sendBack, withdraw, setOwner, export: exportTable, template, look, import: importTable },
  reach: { look: (_, { file }) => readTable(file), import: (_, { file }) => readTable(file) },
  jobs: { 'knowledge.end': end },
  words: {
    'knowledge.drafted': '新增知识', 'knowledge.changed': '修改知识', 'knowledge.owner-set': '更换知识负责人', 'knowledge.submitted': '知识送审', 'knowledge.taken-back': '撤回知识送审', 'knowledge.dropped': '放弃知识草稿', 'knowledge.published': '发布知识',
    'knowledge.sent-back': '退回知识', 'knowledge.withdrawn': '撤下知识', 'knowledge.expired': '知识过期', 'knowledge.reminded': '提醒知识快到期', 'knowledge.matching-set': '调整问法识别', 'knowledge.proposed': '建议相似问法', 'knowledge.proposal-taken': '采用建议的问法', 'knowledge.proposal-declined': '不采用建议的问法',
  },
})
