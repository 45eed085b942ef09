import { isCare, type Input, type Output } from '@linli/contract'
import { dayMs } from '@linli/standards/day'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { event as events } from '../event/index.ts'
import { areaNames } from '../organisation/index.ts'
import { effectDays } from './rules.ts'
import { subjectOf } from './warn.ts'
import * as queries from './warning-queries.ts'

/** What was found and done; thirty days later it is read whether it helped. */
export async function dispose(ctx: Ctx, { id, found: seen, done, photos, event: wanted }: Input<'risk', 'dispose'>): Promise<Output<'risk', 'dispose'>> {
  const row = await held(ctx, id)
  if (photos.length > 0 && isCare(row.kind)) throw new Problem('input.invalid', { detail: '关爱对象的预警不收照片', fields: [{ path: 'photos', message: '关爱对象的预警不收照片，请用文字说明' }] })
  if (photos.length > 0 && await queries.attachPhotos(ctx, row, photos) !== photos.length) throw new Problem('input.invalid', { detail: '有照片已失效，请重新上传', fields: [{ path: 'photos', message: '请重新上传照片' }] })
  const event = wanted ? await toEvent(ctx, row, wanted) : null
  await queries.update(ctx, row, {
    state: 'disposed', found: seen, done, photo_count: photos.length, event: event?.id ?? null, event_number: event?.number ?? null, closed_at: ctx.now, closed_by: ctx.actor.id, closed_name: ctx.actor.name,
    effect_on: new Date(ctx.now.getTime() + effectDays * dayMs),
  })
  ctx.record('risk.disposed', subjectOf(row), { kind: row.kind, colour: row.colour, ...(event && { event: event.id }) })
  return { state: 'disposed', event }
}

/** A false alarm: counted against its rules, and quiet for thirty days. */
export async function mistake(ctx: Ctx, { id, reason, note }: Input<'risk', 'mistake'>): Promise<Output<'risk', 'mistake'>> {
  const row = await held(ctx, id)
  if (reason === 'other' && note === '') throw new Problem('input.invalid', { detail: '请说明原因', fields: [{ path: 'note', message: '请说明原因' }] })
  await queries.update(ctx, row, { state: 'mistaken', reason, note: note || null, closed_at: ctx.now, closed_by: ctx.actor.id, closed_name: ctx.actor.name })
  ctx.record('risk.mistaken', subjectOf(row), { kind: row.kind, colour: row.colour, reason })
  return { state: 'mistaken' }
}

async function held(ctx: Ctx, id: string): Promise<queries.WarningRow> {
  const row = found(await queries.lock(ctx, id))
  if (!mayIn(ctx.actor, 'risk.handle', row.area)) throw new Problem('not-found')
  if (row.state !== 'open') throw new Problem('risk.not-open')
  return row
}

/** Of a patrol, at the place of the warning; who handles it reads what the worker wrote, and nothing of the score. */
async function toEvent(ctx: Ctx, row: queries.WarningRow, { matter, description }: { matter: string, description: string }): Promise<{ id: string, number: string }> {
  if (!mayIn(ctx.actor, 'event.report', row.area)) throw new Problem('may.not')
  const place = (await areaNames(ctx, [row.area])).get(row.area) ?? ''
  const { id, number } = await events.handle.report(ctx, { description, matter, area: row.area, place: place.slice(0, 100), source: 'grid', severity: 'ordinary', photos: [], privacy: 'open', isDraft: false })
  return { id, number }
}
