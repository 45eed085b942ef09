import { satisfiedFrom, type Input, type Output } from '@linli/contract'
import { areaAt } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import { homeOf } from './home.ts'
import { onPlace, picked } from './question.ts'
import * as queries from './queries.ts'
import { mayRate, titleOf, type Context } from './rules.ts'
import { handedOver, machine, settle, together, type Answer } from './step.ts'
import { answerTo } from './turn.ts'
import { headOf, isPlaced, subjectOf, turnView } from './view.ts'
import * as words from './words-rules.ts'

type Step = Output<'reception', 'ask'>
type TalkView = Output<'reception', 'begin'>

export async function begin(ctx: Ctx, { area: chosen }: Input<'reception', 'begin'>): Promise<TalkView> {
  const wanted = chosen ?? await homeOf(ctx)
  const area = wanted && (areaAt(wanted, 'community') ?? areaAt(wanted, 'subdistrict'))
  if (!area) throw new Problem('reception.place-needed')
  const standing = await queries.findStanding(ctx, ctx.actor.id!)
  if (standing && standing.state !== 'open') throw new Problem('reception.stands')
  if (standing) await close(ctx, standing)
  const { name } = await areaNamed(ctx, area)
  const row = await queries.insert(ctx, { subdistrict: tenantOf(area), id: ctx.newId(), area, area_name: name, channel: 'app', resident: ctx.actor.id, begun_at: ctx.now, last_at: ctx.now })
  const { talk, turns } = await settle(ctx, row, { turns: [machine('greeting', words.greeting(name, isPlaced(area)))], happened: [{ name: 'reception.begun', details: { channel: 'app' } }] })
  return { ...talk, turns, earlier: null }
}

export async function ask(ctx: Ctx, { talk: id, text, photos }: Input<'reception', 'ask'>): Promise<Step> {
  const talk = await held(ctx, id)
  if (photos.length > 0 && await queries.attachPhotos(ctx, talk, photos) !== photos.length) throw new Problem('input.invalid', { detail: '有图片已失效，请重新添加', fields: [{ path: 'photos', message: '请重新添加图片' }] })
  const answer = text === '' ? { turns: [] } : await answerTo(ctx, talk, text)
  return step(ctx, talk, { by: 'resident', kind: 'say', text, photos }, photos.length > 0 ? await withPhotos(ctx, talk, answer) : answer)
}

/** Pictures are a person's to look at. */
async function withPhotos(ctx: Ctx, talk: queries.TalkRow, answer: Answer): Promise<Answer> {
  return answer.change?.state === undefined && talk.state === 'open' ? together(answer, await handedOver(ctx, talk, 'photos')) : answer
}

export async function pick(ctx: Ctx, { talk: id, entry }: Input<'reception', 'pick'>): Promise<Step> {
  const talk = await held(ctx, id)
  const context = talk.context as Context
  const { question } = found(context.offered?.find((one) => one.entry === entry))
  return step(ctx, talk, { by: 'resident', kind: 'say', text: question }, await picked(ctx, context, entry))
}

/** Within the sub-district the talk belongs to: another one's is another talk. */
export async function place(ctx: Ctx, { talk: id, area: chosen }: Input<'reception', 'place'>): Promise<Step> {
  const talk = await held(ctx, id)
  const path = areaAt(chosen, 'community')
  if (!path || tenantOf(path) !== talk.subdistrict || talk.state === 'attended') throw new Problem('not-found', { detail: '请选择本街道的社区' })
  const { name } = await areaNamed(ctx, path)
  const { pending, ...context } = talk.context as Context
  return step(ctx, talk, { by: 'resident', kind: 'say', text: name }, await onPlace(ctx, talk, context, { place: { path, name }, waiting: pending?.need === 'community' ? pending.question : undefined }))
}

export async function handOver(ctx: Ctx, { talk: id }: Input<'reception', 'handOver'>): Promise<Step> {
  const talk = await held(ctx, id)
  return step(ctx, talk, { by: 'resident', kind: 'say', text: '转人工' }, await handedOver(ctx, talk, 'wish'))
}

export async function judge(ctx: Ctx, { talk: id, no, isHelpful }: Input<'reception', 'judge'>): Promise<Output<'reception', 'judge'>> {
  const talk = found(await queries.find(ctx, id))
  const turn = found(await queries.judge(ctx, talk, { no, isHelpful }))
  ctx.record('reception.judged', subjectOf(talk), { no, isHelpful, entry: turn.entry })
  return turnView(turn)
}

export async function rate(ctx: Ctx, { talk: id, score, reasons, text }: Input<'reception', 'rate'>): Promise<Output<'reception', 'rate'>> {
  const talk = found(await queries.lock(ctx, id))
  if (!mayRate(talk, ctx.now)) throw new Problem('reception.rated')
  if (score < satisfiedFrom && reasons.length === 0) throw new Problem('input.invalid', { detail: '请选一下哪里不满意', fields: [{ path: 'reasons', message: '请选一下哪里不满意' }] })
  const row = await queries.update(ctx, talk, { rating: score, rating_reasons: [...new Set(reasons)], rating_text: text || null, rated_at: ctx.now })
  ctx.record('reception.rated', subjectOf(row), { score, reasons })
  return headOf(ctx, row)
}

export async function end(ctx: Ctx, { talk: id }: Input<'reception', 'end'>): Promise<Step> {
  const { talk, turns } = await close(ctx, await held(ctx, id))
  return { talk, turns }
}

const close = (ctx: Ctx, talk: queries.TalkRow) => settle(ctx, talk, {
  turns: [machine('ended', words.ended)], change: { state: 'ended', ended_at: ctx.now, ended_by: 'resident' }, happened: [{ name: 'reception.ended', details: { by: 'resident' } }],
})

const atOnce = 60

export async function get(ctx: Ctx, { talk: id, before }: Input<'reception', 'get'>): Promise<TalkView> {
  const talk = found(await queries.find(ctx, id))
  const rows = await queries.listTurns(ctx, talk, { before, limit: atOnce + 1 })
  const shown = rows.slice(-atOnce)
  return { ...headOf(ctx, talk), turns: shown.map(turnView), earlier: rows.length > atOnce ? shown[0]!.no : null }
}

export async function mine(ctx: Ctx, { after, limit }: Input<'reception', 'mine'>): Promise<Output<'reception', 'mine'>> {
  const rows = await queries.listMine(ctx, { after: goOnAfter(after, 2), limit: limit + 1 })
  return cut(rows.map((row) => ({ ...headOf(ctx, row), title: row.title || '没有提问' })), limit, ({ lastAt, id }) => [lastAt, id])
}

export async function home(ctx: Ctx): Promise<Output<'reception', 'home'>> {
  const area = await homeOf(ctx)
  return { area: area ?? null, areaName: area ? (await areaNamed(ctx, area)).name : null, isPlaced: area !== undefined && isPlaced(area) }
}

/** One that is not over. */
async function held(ctx: Ctx, id: string): Promise<queries.TalkRow> {
  const talk = found(await queries.lock(ctx, id))
  if (talk.state === 'ended') throw new Problem('reception.over')
  return talk
}

/** What the resident said and what was answered, as one step. */
async function step(ctx: Ctx, talk: queries.TalkRow, said: queries.NewTurn, answer: Answer): Promise<Step> {
  const { asked, happened = [] } = answer
  const { talk: head, turns } = await settle(ctx, talk, {
    ...answer, turns: [said, ...answer.turns], change: { ...answer.change, ...(talk.title === '' && { title: titleOf(said.text) }) },
    happened: [{ name: 'reception.asked', details: { no: talk.turns + 1, ...asked } }, ...happened],
  })
  return { talk: head, turns }
}
