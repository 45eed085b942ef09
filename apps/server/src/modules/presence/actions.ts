import { presenceAge, type Input, type Output, type PresenceKind } from '@linli/contract'
import { areasFor, mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { calendarFor } from '../calendar/index.ts'
import { areaNamed, communityUnit, unitNamed } from '../organisation/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type Mine = Output<'presence', 'mine'>

export const subjectOf = ({ subdistrict, account, area, unit }: queries.Walked): Subject => ({ kind: 'presence', id: account, subdistrict, area, unit })
const mySubject = (ctx: Ctx, row: Omit<queries.Walked, 'account'>) => subjectOf({ ...row, account: ctx.actor.id! })

export async function mine(ctx: Ctx): Promise<Mine> {
  const row = await queries.findMine(ctx)
  const { duty, day } = await endsNow(ctx)
  return { until: row?.until.toISOString() ?? null, since: row?.since.toISOString() ?? null, at: row?.at?.toISOString() ?? null, ends: { duty: duty?.toISOString() ?? null, day: day.toISOString() } }
}

const endsNow = async (ctx: Ctx) => rules.endsAt(await calendarFor(ctx, tenantOf(ctx.actor.area)), ctx.now)

/** From now on the phone may tell where it is, until it is switched off or the time is over. */
export async function start(ctx: Ctx, { until }: Input<'presence', 'start'>): Promise<Mine> {
  const end = (await endsNow(ctx))[until]
  if (end === null) throw new Problem('input.invalid', { detail: '今天已经下班，请选择共享到 24:00', fields: [{ path: 'until', message: '今天已经下班' }] })
  const post = ctx.actor.posts.find(({ permissions }) => permissions.includes('presence.share'))!
  const area = ctx.actor.side === 'unit' ? ctx.actor.area : areasFor(ctx.actor, 'presence.share')[0]!
  const unit = ctx.actor.unit === null ? await communityUnit(ctx, area) : await unitNamed(ctx, ctx.actor.unit)
  const row = { subdistrict: tenantOf(area), account: ctx.actor.id!, area, name: ctx.actor.name, kind: rules.kindOf(ctx.actor.side, post.role), post: post.roleName, unit: unit?.id ?? null, unit_name: unit?.name ?? null, since: ctx.now, until: end }
  await queries.begin(ctx, row)
  ctx.record('presence.started', mySubject(ctx, row), { until: end.toISOString() })
  return mine(ctx)
}

/** Told to open maps and written down nowhere else. */
export async function place(ctx: Ctx, { point, accuracy }: Input<'presence', 'place'>): Promise<Mine> {
  const row = await queries.move(ctx, { ...point, accuracy })
  if (!row) throw new Problem('presence.off')
  ctx.tell(mySubject(ctx, row))
  return mine(ctx)
}

export async function stop(ctx: Ctx): Promise<Mine> {
  const row = await queries.findMine(ctx)
  if (!row || !await queries.end(ctx)) throw new Problem('presence.off')
  ctx.record('presence.ended', mySubject(ctx, row))
  return mine(ctx)
}

/** Nothing outside the areas of who looks, as if it were not there. */
async function placeOf(ctx: Ctx, area: string): Promise<string> {
  const { path } = await areaNamed(ctx, area)
  if (!mayIn(ctx.actor, 'presence.view', path)) throw new Problem('not-found')
  return path
}

const goneAt = ({ now }: Ctx) => new Date(now.getTime() - presenceAge.gone * 60_000)

export async function news(ctx: Ctx, { area }: Input<'presence', 'news'>): Promise<Output<'presence', 'news'>> {
  const path = await placeOf(ctx, area)
  const { workers, changed_at: changed } = await queries.newsOf(ctx, path, goneAt(ctx))
  return { workers, changedAt: changed?.toISOString() ?? null }
}

/** Who shares where they are in an area, and where its units sit, each with what they have in hand. */
export async function list(ctx: Ctx, { area }: Input<'presence', 'list'>): Promise<Output<'presence', 'list'>> {
  const path = await placeOf(ctx, area)
  const open = await queries.countOpen(ctx, path)
  const workers = (await queries.listShared(ctx, path, goneAt(ctx))).map((row) => ({
    account: row.account, name: row.name, kind: row.kind as PresenceKind, post: row.post, unit: row.unit === null ? null : { id: row.unit, name: row.unit_name ?? '' }, area: row.area, since: row.since.toISOString(), at: row.at!.toISOString(),
    accuracy: row.accuracy!, point: { lng: row.lng!, lat: row.lat! }, open: rules.heldBy(open, 'person', row.account), phone: row.phone ? ctx.crypto.decrypt(row.phone, 'account.phone') : row.unit_phone,
  }))
  const units = (await queries.listSeats(ctx, path)).map(({ id, name, phone, lng, lat }) => ({ unit: id, name, phone, point: { lng, lat }, open: rules.heldBy(open, 'unit', id) }))
  return { workers, units }
}
