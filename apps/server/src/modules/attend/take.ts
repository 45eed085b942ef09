import type { Card, Input, Output } from '@linli/contract'
import { areaOf, maskNumbers } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { workersAt } from '../duty/index.ts'
import { event as events } from '../event/index.ts'
import { cardsOf } from '../knowledge/index.ts'
import { areaNamed } from '../organisation/index.ts'
import { endTalk, handTo, leftIn, sayAs, talkOf, turnsOf, type Attended } from '../reception/index.ts'
import * as queries from './queries.ts'
import type { AttendanceRow } from './queries.ts'
import { get } from './read.ts'

type View = Output<'attend', 'get'>

export async function claim(ctx: Ctx, { id, isTakeOver }: Input<'attend', 'claim'>): Promise<View> {
  const talk = await talkOf(ctx, id)
  if (isTakeOver ? talk.state !== 'attended' || talk.workerId === ctx.actor.id : talk.state !== 'waiting') throw notNow(talk)
  await takeUp(ctx, talk)
  return get(ctx, { id })
}

/** Two who reach for the same talk: the row of the one before is held, the second finds it taken. */
async function takeUp(ctx: Ctx, talk: Attended): Promise<AttendanceRow> {
  const before = await queries.lockOpen(ctx, talk)
  if (before && before.worker === ctx.actor.id) return before
  if (before) await queries.update(ctx, before, { ended_at: ctx.now, how: 'passed', passed_to: ctx.actor.id, passed_name: ctx.actor.name, note: '同事接手' })
  const now = await handTo(ctx, talk.id, { id: ctx.actor.id!, name: ctx.actor.name })
  await queries.insert(ctx, { subdistrict: talk.subdistrict, id: ctx.newId(), talk: talk.id, area: talk.area, worker: ctx.actor.id!, worker_name: ctx.actor.name, waiting_since: before?.claimed_at ?? new Date(talk.waitingSince ?? ctx.now), claimed_at: ctx.now })
  ctx.record('attend.claimed', subjectOf(now), { isTakeOver: before !== undefined })
  return found(await queries.lockOpen(ctx, talk))
}

export async function reply(ctx: Ctx, { id, text, entry }: Input<'attend', 'reply'>): Promise<View> {
  const talk = await talkOf(ctx, id)
  if (leftIn(ctx, talk, await turnsOf(ctx, id, { limit: 60 }))?.messages === 0) throw new Problem('attend.out-of-reach')
  const mine = talk.state === 'waiting' ? await takeUp(ctx, talk) : await held(ctx, talk)
  await sayAs(ctx, { talk: id, text, cards: entry ? await cardFor(ctx, entry) : [] })
  await queries.update(ctx, mine, { replies: mine.replies + 1, replied_at: mine.replied_at ?? ctx.now })
  ctx.record('attend.replied', subjectOf(talk), { entry: entry ?? null })
  return get(ctx, { id })
}

async function cardFor(ctx: Ctx, entry: string): Promise<Card[]> {
  const card = (await cardsOf(ctx, [entry])).get(entry)
  if (!card) throw new Problem('input.invalid', { detail: '这条答案已撤下或过期，请另选', fields: [{ path: 'entry', message: '请另选答案' }] })
  return [{ kind: 'answer', entry, revision: card.version, part: 'whole', card }]
}

export async function pass(ctx: Ctx, { id, person, area, note }: Input<'attend', 'pass'>) {
  const talk = await talkOf(ctx, id)
  const mine = await held(ctx, talk)
  const to = person ? await colleague(ctx, talk, person) : await desk(ctx, talk, area!)
  await queries.update(ctx, mine, { ended_at: ctx.now, how: 'passed', passed_to: person ?? null, passed_name: to.name, note })
  const back = await handTo(ctx, id, null)
  // Told where it goes; where it came from is told that it was put back.
  ctx.record('attend.passed', { ...subjectOf(back), ...(area && { area }) }, { person: person ?? null, area: area ?? null, note: maskNumbers(note) })
  if (area && !await queries.move(ctx, id, { area, name: to.name })) throw new Problem('not-found')
  return {}
}

async function colleague(ctx: Ctx, talk: Attended, person: string): Promise<{ name: string }> {
  const [one] = person === ctx.actor.id ? [] : await workersAt(ctx, talk.area, { person, most: 1 })
  if (!one) throw new Problem('input.invalid', { detail: '请选择这里负责接待的同事', fields: [{ path: 'person', message: '请选择这里负责接待的同事' }] })
  return one
}

async function desk(ctx: Ctx, talk: Attended, area: string): Promise<{ name: string }> {
  const desks = tenantOf(area) === talk.subdistrict && area !== talk.area ? await queries.listDesks(ctx, areaOf(talk.subdistrict)) : []
  if (!desks.some((one) => one.area === area)) throw new Problem('input.invalid', { detail: '请选择本街道的单位', fields: [{ path: 'area', message: '请选择本街道的单位' }] })
  return areaNamed(ctx, area)
}

/** Reported by the worker for who asks: name and number are those of the account, which the worker need not see. */
export async function report(ctx: Ctx, { id, ...told }: Input<'attend', 'report'>): Promise<Output<'attend', 'report'>> {
  const talk = await talkOf(ctx, id)
  if (!mayIn(ctx.actor, 'event.report', talk.area)) throw new Problem('may.not')
  const mine = await held(ctx, talk)
  if (mine.event) throw new Problem('attend.not-now', { detail: `已转为事件 ${mine.event_number}` })
  const caller = await queries.findCaller(ctx, id)
  const phone = caller?.phone ? ctx.crypto.decrypt(caller.phone, 'account.phone') : ''
  const event = await events.handle.report(ctx, { ...told, source: 'resident', photos: [], privacy: 'open', isDraft: false, ...(caller && { reporter: { name: caller.name, phone } }) })
  await queries.update(ctx, mine, { event: event.id, event_number: event.number })
  await sayAs(ctx, { talk: id, text: `已为您登记上报，编号 ${event.number}。办理进展由工作人员告诉您。` })
  ctx.record('attend.reported', subjectOf(talk), { event: event.id })
  return { event: event.id, number: event.number }
}

export async function close(ctx: Ctx, { id }: Input<'attend', 'close'>): Promise<View> {
  const talk = await talkOf(ctx, id)
  const mine = await held(ctx, talk)
  await queries.update(ctx, mine, { ended_at: ctx.now, how: 'closed' })
  ctx.record('attend.closed', subjectOf(await endTalk(ctx, id)), { replies: mine.replies })
  return get(ctx, { id })
}

/** The resident has gone: nobody attends any more. */
export async function left(ctx: Ctx, id: string): Promise<void> {
  const talk = await talkOf(ctx, id)
  const open = talk.state === 'ended' ? await queries.lockOpen(ctx, talk) : undefined
  if (!open) return
  await queries.update(ctx, open, { ended_at: ctx.now, how: 'left' })
  ctx.record('attend.left', subjectOf(talk))
}

/** The one who attends it now. */
async function held(ctx: Ctx, talk: Attended): Promise<AttendanceRow> {
  const open = await queries.lockOpen(ctx, talk)
  if (!open || open.worker !== ctx.actor.id || talk.state !== 'attended') throw notNow(talk)
  return open
}

const notNow = ({ state, worker }: Attended) => new Problem('attend.not-now', { detail: state === 'ended' ? '对话已经结束' : state === 'attended' ? `${worker ?? '同事'}正在接待` : undefined })

const subjectOf = ({ id, subdistrict, area, resident }: Attended) => ({ kind: 'talk', id, subdistrict, area, resident, may: 'talk.view' as const })
