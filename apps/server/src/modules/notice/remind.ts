import type { Ctx } from '../../kernel/ctx.ts'
import * as events from './event-queries.ts'
import { planOf, reached } from './rules.ts'
import { say, type Saying } from './say.ts'

interface Key { subdistrict: number, id: string, area: string }

/** What is to be said of the stay that begins or has a new limit; what was planned before is no more. Null moments are never. */
export const remindOfStay = (ctx: Ctx, { subdistrict, id, area }: Key, moments: Parameters<typeof planOf>[0]): Promise<unknown> =>
  events.putReminder(ctx, { subdistrict, event: id, key: 'stay', area }, planOf(moments))

/** Urged after the limit for the first time in this stay: if it goes on until then, all who lead are told. */
export const remindOfUrge = (ctx: Ctx, { subdistrict, id, area, stage_no: no }: Key & { stage_no: number }, at: Date): Promise<unknown> =>
  events.putFirstReminder(ctx, { subdistrict, event: id, key: urgeKey(no), area }, { kinds: ['criticism'], moments: [at] })

const urgeKey = (stage: number) => `urge.${stage}`

/** A supervision whose reply is due then. */
export const remindOfSupervision = (ctx: Ctx, { subdistrict, id, area }: Key, dueAt: Date): Promise<unknown> =>
  events.putReminder(ctx, { subdistrict, event: id, key: 'supervision', area }, { kinds: ['supervisionOverdue'], moments: [dueAt] })

/** A unit that is to have assisted by then. */
export const remindOfAssist = (ctx: Ctx, { subdistrict, id, area }: Key, unit: string, dueAt: Date): Promise<unknown> =>
  events.putReminder(ctx, { subdistrict, event: id, key: unit, area }, { kinds: ['assistOverdue'], moments: [dueAt] })

/** Says what has come of one plan, and puts the rest by. Whether it still holds is asked of the event as it stands now. */
export async function remindNow(ctx: Ctx, key: { subdistrict: number, event: string, key: string }): Promise<void> {
  const plan = await events.lockDue(ctx, key)
  if (!plan) return
  const { kind, rest } = reached(plan, ctx.now)
  await events.putReminder(ctx, plan, rest)
  const event = await events.findEvent(ctx, plan.event)
  const saying = event && await sayingOf(ctx, plan.key, event)
  const isSaid = kind && event && saying && await say(ctx, kind, event, saying)
  if (!isSaid) ctx.record('notice.withheld', { kind: 'notice', id: plan.event, subdistrict: plan.subdistrict, area: plan.area }, { kind, key: plan.key })
}

/** Undefined where it was done meanwhile. */
async function sayingOf(ctx: Ctx, key: string, event: events.EventRow): Promise<Saying | undefined> {
  const id = ctx.newId()
  if (key === 'stay') return { id, dueAt: event.due_at }
  if (['closed', 'cancelled', 'merged'].includes(event.status)) return undefined
  if (key.startsWith('urge.')) return key === urgeKey(event.stage_no) ? { id, dueAt: event.due_at } : undefined
  if (key === 'supervision') {
    const supervision = await events.findUnanswered(ctx, event)
    return supervision && { id, dueAt: supervision.due_at }
  }
  const assist = await events.findUnfinished(ctx, event, key)
  return assist && { id, unit: key, unitName: assist.unit_name, dueAt: assist.due_at }
}
