import type { Input, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { areasFor, mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { definitionsOf, levelAt, sourceNamed } from '../indicator/index.ts'
import { areaNamed } from '../organisation/index.ts'
import { composed, type Definition } from './compose.ts'
import * as queries from './queries.ts'
import type { BulletinRow } from './queries.ts'
import * as rules from './rules.ts'
import { bulletinViews, subjectOf, type BulletinView } from './view.ts'

export async function list(ctx: Ctx, { isAll }: Input<'bulletin', 'list'>): Promise<Output<'bulletin', 'list'>> {
  return { rows: await bulletinViews(ctx, await queries.list(ctx, { areas: areasFor(ctx.actor, 'indicator.view'), isAll })) }
}

export async function get(ctx: Ctx, { id }: Input<'bulletin', 'get'>): Promise<BulletinView> {
  const row = found(await queries.find(ctx, id))
  return viewOf(ctx, found(mayIn(ctx.actor, 'indicator.view', row.area) ? row : undefined))
}

export async function preview(ctx: Ctx, { definition }: Input<'bulletin', 'preview'>): Promise<Output<'bulletin', 'preview'>> {
  await check(ctx, definition)
  const today = dayOf(ctx.now)
  const period = definition.rhythm === 'once' ? rules.periodWith('month', today) : rules.lastPeriod(definition.rhythm, today)
  const shown = period.until > today ? { from: period.from, until: rules.periodWith('day', today).until } : period
  return { content: await composed(ctx, definition, shown), ...shown }
}

export async function save(ctx: Ctx, { id, seen, definition }: Input<'bulletin', 'save'>): Promise<BulletinView> {
  await check(ctx, definition)
  const [{ name, rhythm, area }, by] = [definition, { changed_by: ctx.actor.id!, changed_name: ctx.actor.name, changed_at: ctx.now }]
  if (await queries.isNamed(ctx, { subdistrict: tenantOf(area), area, name, but: id })) throw new Problem('input.invalid', { detail: '已经有同名的报表', fields: [{ path: 'definition.name', message: '已经有同名的报表' }] })
  const fresh = { name, rhythm, definition: JSON.stringify(definition), ...by }
  const row = id === undefined ? await queries.insert(ctx, { subdistrict: tenantOf(area), id: ctx.newId(), area, since: dayOf(ctx.now), ...fresh }) : await change(ctx, { id, seen, area }, fresh)
  ctx.record('bulletin.saved', subjectOf(row), { name })
  return viewOf(ctx, row)
}

async function change(ctx: Ctx, { id, seen, area }: { id: string, seen: string | undefined, area: string }, fresh: Parameters<typeof queries.update>[2]): Promise<BulletinRow> {
  const row = await held(ctx, id)
  if (row.area !== area) throw new Problem('input.invalid', { detail: '报表是哪里的不能改，请另建一份', fields: [{ path: 'definition.area', message: '不能改' }] })
  if (seen !== undefined && row.changed_at.toISOString() !== new Date(seen).toISOString()) throw new Problem('base.changed', { detail: '这份报表刚被别人改过，请看过最新内容再改' })
  // With another rhythm it begins anew: nobody asked for the weeks before it was a weekly one.
  return queries.update(ctx, row, { ...fresh, ...(row.rhythm !== fresh.rhythm && { since: dayOf(ctx.now) }) })
}

export async function end(ctx: Ctx, { id, isEnded }: Input<'bulletin', 'end'>): Promise<BulletinView> {
  const row = await held(ctx, id)
  if (row.is_ended === isEnded) throw new Problem('conflict.exists', { detail: isEnded ? '已经停用了' : '没有停用' })
  const after = await queries.update(ctx, row, { is_ended: isEnded, ...(!isEnded && { since: dayOf(ctx.now) }) })
  ctx.record(isEnded ? 'bulletin.ended' : 'bulletin.resumed', subjectOf(after), { name: after.name })
  return viewOf(ctx, after)
}

/** The report, held until the end, of whoever makes reports there. */
export async function held(ctx: Ctx, id: string): Promise<BulletinRow> {
  const row = found(await queries.lock(ctx, id))
  return found(mayIn(ctx.actor, 'bulletin.make', row.area) ? row : undefined)
}

const viewOf = async (ctx: Ctx, row: BulletinRow): Promise<BulletinView> => (await bulletinViews(ctx, [row]))[0]!

/** @throws Problem not-found where it is no place of theirs; input.invalid where a part asks for what there is not. */
async function check(ctx: Ctx, { area, parts }: Definition): Promise<void> {
  const { path } = await areaNamed(ctx, area)
  if (!mayIn(ctx.actor, 'bulletin.make', path)) throw new Problem('not-found')
  if (!['subdistrict', 'community'].includes(levelAt(path))) throw new Problem('input.invalid', { detail: '报表属于一个街道或社区', fields: [{ path: 'definition.area', message: '请选择街道或社区' }] })
  const known = new Set((await definitionsOf(ctx, path, { isAll: true })).map(({ code }) => code))
  const fields = parts.flatMap((part, at) => {
    const isKnown = part.kind === 'pivot' ? sourceNamed(part.source)?.dimensions[part.dimension] !== undefined : (part.kind === 'trend' ? [part.code] : part.codes).every((code) => known.has(code))
    return isKnown ? [] : [{ path: `definition.parts.${at}`, message: part.kind === 'pivot' ? '没有这种分法' : '有的指标不存在' }]
  })
  if (new Set(parts.map(({ title }) => title)).size < parts.length) fields.push({ path: 'definition.parts', message: '各部分的标题不能相同' })
  if (fields.length > 0) throw new Problem('input.invalid', { detail: fields[0]!.message, fields })
}
