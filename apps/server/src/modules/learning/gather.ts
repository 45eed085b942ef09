import { areaAt, maskNumbers } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNamed } from '../organisation/index.ts'
import { gathered } from './cluster.ts'
import * as queries from './topic-queries.ts'
import type { Fresh } from './topic-queries.ts'

/** In one run: so many questions of an office, against so many topics of a desk. The rest comes with the next. */
const [mostQuestions, mostTopics] = [1000, 300]
/** A dislike may come days after the answer. */
const lookBackMs = 3 * 86_400_000
/** With the first run this far back. */
const firstMs = 60 * 86_400_000

/** Gathers an office's questions since the last time into topics of each desk. @returns how many questions */
export async function gatherOffice(ctx: Ctx, area: string): Promise<number> {
  const subdistrict = tenantOf(area)
  const mark = await queries.findMark(ctx, subdistrict)
  const since = new Date(mark ? mark.getTime() - lookBackMs : ctx.now.getTime() - firstMs)
  const fresh = await queries.listFresh(ctx, { subdistrict, area, since, limit: mostQuestions })
  const byDesk = Map.groupBy(fresh, (one) => areaAt(one.area, 'community') ?? area)
  let topics = 0
  for (const [desk, questions] of byDesk) topics += await gatherDesk(ctx, { subdistrict, area: desk }, questions)
  // A run that was full goes on from its last question.
  await queries.putMark(ctx, { subdistrict, area, until: fresh.length === mostQuestions ? fresh.at(-1)!.at : ctx.now })
  if (fresh.length > 0) ctx.record('learning.gathered', { kind: 'learning', id: area, subdistrict, area, may: 'knowledge.view' }, { questions: fresh.length, topics })
  return fresh.length
}

async function gatherDesk(ctx: Ctx, desk: { subdistrict: number, area: string }, questions: readonly Fresh[]): Promise<number> {
  const known = await queries.listKnown(ctx, desk.subdistrict, desk.area, mostTopics)
  const found = gathered(known.map(({ id, title, texts }) => ({ id, texts: [title, ...texts] })), questions.map(({ text }) => text))
  const ids = new Map<number, string>()
  const topicOf = (at: number): string => {
    const topic = found[at]!
    if (typeof topic === 'string') return topic
    ids.set(topic, ids.get(topic) ?? ctx.newId())
    return ids.get(topic)!
  }
  const placed = questions.map((question, at) => ({ ...question, topic: topicOf(at) }))
  const name = (await areaNamed(ctx, desk.area)).name
  const fresh = [...ids].map(([at, id]) => ({ ...desk, id, area_name: name, title: maskNumbers(questions[at]!.text).slice(0, 80), first_at: questions[at]!.at, last_at: questions[at]!.at }))
  if (fresh.length > 0) await queries.insertTopics(ctx, fresh)
  await queries.insertQuestions(ctx, placed.map(({ talk, no, topic, why, at }) => ({ ...desk, talk, no, topic, why, at })))
  for (const [id, some] of Map.groupBy(placed, ({ topic }) => topic)) {
    await queries.addTo(ctx, { subdistrict: desk.subdistrict, id }, { unanswered: some.filter(({ why }) => why === 'unanswered').length, disliked: some.filter(({ why }) => why === 'disliked').length, last: some.at(-1)!.at })
  }
  return fresh.length
}
