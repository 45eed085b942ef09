import { governanceOutcome, type Input } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Governance } from '../../kernel/schema.gen.ts'
import { unitNamed } from '../organisation/index.ts'
import { effectOf } from './effect.ts'
import { eventsNamed, wrong } from './found.ts'
import * as links from './link-queries.ts'
import { isOf } from './place-rules.ts'
import * as queries from './queries.ts'

type Taking = Input<'governance', 'take'>['take']
type Step = Taking['step']
type Told<S extends Step> = Extract<Taking, { step: S }>

export interface Held { ctx: Ctx, item: queries.ItemRow }
/** What a step changes besides the state, and what is worth remembering. */
export interface Means { change: Updateable<Governance>, details: Record<string, unknown> }

const dayMs = 86_400_000

async function plan({ ctx, item }: Held, { cause, measure, unit, person, targetOn }: Told<'plan'> | Told<'replan'>): Promise<Means> {
  if (targetOn < dayOf(ctx.now)) throw wrong('完成日期要在今天以后', 'take.targetOn')
  const chosen = await unitNamed(ctx, unit)
  if (chosen.subdistrict !== item.subdistrict || !chosen.isActive) throw new Problem('unit.unknown')
  if (chosen.kind === 'community' && !item.area.startsWith(chosen.area)) throw new Problem('unit.unknown', { detail: `${chosen.name}不在这个地方，不能负责` })
  return { change: { cause, measure, unit, unit_name: chosen.name, unit_kind: chosen.kind, person: person || null, target_on: targetOn }, details: { unit, unitName: chosen.name, targetOn, note: measure } }
}

async function withPhotos({ ctx, item }: Held, { text, photos }: Told<'progress'> | Told<'finish'>, part: string): Promise<Record<string, unknown>> {
  if (photos.length > 0 && await queries.attachPhotos(ctx, item, photos, part) !== photos.length) throw wrong('有照片已失效，请重新上传', 'take.photos')
  return { note: text, photos }
}

const finish = async (held: Held, told: Told<'finish'>): Promise<Means> => ({ change: { result: told.text, done_at: held.ctx.now, ...fresh }, details: await withPhotos(held, told, 'result') })

/** Carried out once more: what came since belongs to the time before. */
const fresh = { recurred: 0, is_back: false, watch_until: null, before_count: null, after_count: null, outcome: null, conclusion: null, closed_at: null }

async function watch({ item }: Held, { days }: Told<'watch'>): Promise<Means> {
  const until = new Date(item.done_at!.getTime() + days * dayMs)
  return { change: { effect_days: days, watch_until: until }, details: { days, until: until.toISOString() } }
}

/** The figures of this moment are kept: what is found out later changes nothing of what was told. */
async function close({ ctx, item }: Held, { outcome, text }: Told<'close'>): Promise<Means> {
  const { before, after, change } = (await effectOf(ctx, item))!
  return { change: { outcome, conclusion: text, closed_at: ctx.now, before_count: before.count, after_count: after.count }, details: { outcome, before: before.count, after: after.count, change, note: `${governanceOutcome[outcome]}。${text}` } }
}

async function addEvents({ ctx, item }: Held, { events: ids }: Told<'addEvents'>): Promise<Means> {
  const events = await eventsNamed(ctx, ids)
  if (events.some(({ subdistrict }) => subdistrict !== item.subdistrict)) throw wrong('有事件不在本街道', 'take.events')
  const put = await links.link(ctx, item, events.map((event) => ({ ...event, isMatch: isOf(item, event) })), ctx.actor.name)
  if (put.length === 0) throw wrong('这些事件已经在里面了', 'take.events')
  return { change: {}, details: { events: put.length, note: `${put.length} 件` } }
}

async function removeEvent({ ctx, item }: Held, { event, reason }: Told<'removeEvent'>): Promise<Means> {
  if (!await links.unlink(ctx, item, event, reason)) throw wrong('这件事件不在里面', 'take.event')
  return { change: {}, details: { event, reason } }
}

const again = async (_: Held, { reason }: { reason: string }): Promise<Means> => ({ change: { done_at: null, result: null, ...fresh }, details: { reason } })

const means: { [S in Step]: (held: Held, told: Told<S>) => Promise<Means> } = {
  plan, replan: plan, finish, watch, close, addEvents, removeEvent, redo: again, reopen: again,
  begin: async () => ({ change: {}, details: {} }),
  progress: async (held, told) => ({ change: {}, details: await withPhotos(held, told, 'progress') }),
  cancel: async (_, { reason }) => ({ change: { cancelled_for: reason }, details: { reason } }),
}

export const meansOf = (held: Held, taking: Taking): Promise<Means> => (means[taking.step] as (held: Held, told: Taking) => Promise<Means>)(held, taking)
