import type { Input, Output } from '@linli/contract'
import { areaAt, maskNumbers } from '@linli/standards'
import { mayIn, officeOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { answersTo, draftEntry, proposeSimilar } from '../knowledge/index.ts'
import * as queries from './topic-queries.ts'
import type { TopicRow } from './topic-queries.ts'

type Row = Output<'learning', 'topics'>['rows'][number]

const view = (row: TopicRow): Row => ({
  id: row.id, title: row.title, areaName: row.area_name, status: row.status as Row['status'], unanswered: row.unanswered, disliked: row.disliked, firstAt: row.first_at.toISOString(), lastAt: row.last_at.toISOString(),
  entry: row.entry, way: row.way as Row['way'], decidedBy: row.decided_name, note: row.note,
})

export async function topics(ctx: Ctx, { status, text, after, limit }: Input<'learning', 'topics'>): Promise<Output<'learning', 'topics'>> {
  const rows = await queries.list(ctx, { status, text, after: goOnAfter(after, 3), limit: limit + 1 })
  return cut(rows.map(view), limit, ({ unanswered, disliked, lastAt, id }) => [unanswered + disliked, lastAt, id])
}

const mostShown = 30

export async function topic(ctx: Ctx, { id }: Input<'learning', 'topic'>): Promise<Output<'learning', 'topic'>> {
  const row = found(await queries.find(ctx, id))
  const { hits } = await answersTo(ctx, { subdistrict: row.subdistrict, area: row.area, question: row.title })
  return {
    ...view(row), mayEdit: mayIn(ctx.actor, 'knowledge.edit', row.area), questions: (await queries.listQuestions(ctx, row, mostShown)).map(({ at, text, ...one }) => ({ ...one, text: maskNumbers(text), at: at.toISOString() })),
    near: hits.map(({ entry, question, confidence, card }) => ({ entry, question, answerShort: card.answerShort, confidence })),
  }
}

export async function gather(ctx: Ctx) {
  const office = officeOf(ctx.actor)
  ctx.later({ queue: 'learning.gather', data: { area: office.area }, singletonKey: office.area })
  ctx.record('learning.gather-asked', { kind: 'learning', id: office.area, ...office, area: ctx.actor.area, may: 'knowledge.view' })
  return {}
}

export async function draft(ctx: Ctx, { id, question, answerShort, questions }: Input<'learning', 'draft'>): Promise<Output<'learning', 'draft'>> {
  const row = await toDecide(ctx, id)
  const similar = (await queries.listTexts(ctx, row, questions)).map((text) => maskNumbers(text).slice(0, 120)).filter((text) => text !== question)
  const drafted = await draftEntry(ctx, { area: row.area, question, answerShort, similar: [...new Set(similar)], note: `来自居民提问：${row.title}` })
  await decided(ctx, row, { status: 'answering', entry: drafted.id, way: 'draft' })
  ctx.record('learning.drafted', subjectOf(row), { entry: drafted.id })
  return { entry: drafted.id, no: drafted.no }
}

export async function propose(ctx: Ctx, { id, entry, questions }: Input<'learning', 'propose'>): Promise<Output<'learning', 'propose'>> {
  const row = await toDecide(ctx, id)
  const texts = (await queries.listTexts(ctx, row, questions)).map((text) => maskNumbers(text))
  const proposed = await proposeSimilar(ctx, { entry, area: areaAt(row.area, 'community') ?? row.area, texts, note: `来自居民提问：${row.title}` })
  if (proposed === 0) throw new Problem('conflict.exists', { detail: '这些问法已经在里面，或已经提过了' })
  await decided(ctx, row, { status: 'answering', entry, way: 'similar' })
  ctx.record('learning.proposed', subjectOf(row), { entry, proposed })
  return { proposed }
}

export async function dismiss(ctx: Ctx, { id, isDismissed, note }: Input<'learning', 'dismiss'>) {
  const row = found(await queries.lock(ctx, id))
  if (!mayIn(ctx.actor, 'knowledge.edit', row.area)) throw new Problem('may.not')
  if (isDismissed === (row.status === 'dismissed')) throw new Problem('conflict.exists', { detail: isDismissed ? '已经是“不用回答”' : '这个问题没有被搁置' })
  await decided(ctx, row, { status: isDismissed ? 'dismissed' : 'open', note: note || null })
  ctx.record(isDismissed ? 'learning.dismissed' : 'learning.reopened', subjectOf(row), {})
  return {}
}

/** An answer that was published: what was drafted or proposed for it has one. */
export async function published(ctx: Ctx, entry: string, subdistrict: number): Promise<void> {
  for (const row of await queries.listByEntry(ctx, subdistrict, entry)) {
    await queries.update(ctx, row, { status: 'answered', decided_at: ctx.now })
    ctx.record('learning.answered', subjectOf(row), { entry })
  }
}

async function toDecide(ctx: Ctx, id: string): Promise<TopicRow> {
  const row = found(await queries.lock(ctx, id))
  if (!mayIn(ctx.actor, 'knowledge.edit', row.area)) throw new Problem('may.not')
  if (row.status === 'answering') throw new Problem('conflict.rule', { detail: `${row.decided_name}已经在处理，答案待审核` })
  return row
}

const decided = (ctx: Ctx, row: TopicRow, change: Parameters<typeof queries.update>[2]) => queries.update(ctx, row, { ...change, decided_name: ctx.actor.name, decided_at: ctx.now })

const subjectOf = ({ id, subdistrict, area }: TopicRow) => ({ kind: 'learning', id, subdistrict, area, may: 'knowledge.view' as const })
