import { governanceReach, type GovernanceReach, type Input, type Output } from '@linli/contract'
import { areaAt, isAreaPath } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { matterNamed } from '../matter/index.ts'
import { areaNamed } from '../organisation/index.ts'
import * as links from './link-queries.ts'
import * as places from './place-rules.ts'
import * as queries from './queries.ts'
import { view } from './view.ts'

type Found = Input<'governance', 'found'>
interface Asked extends queries.About { matter_name: string, area_name: string, place: string }

const dayMs = 86_400_000
/** What came in the last quarter belongs to it from the beginning, which is as far as the effect check looks back. */
const daysBack = 90
const most = 2000

/** Founds one item for a matter and place; where an open one stands for it already, leads there. */
export async function found(ctx: Ctx, input: Found): Promise<Output<'governance', 'found'>> {
  const events = input.events ? await eventsNamed(ctx, input.events) : []
  const asked = events.length > 0 ? await fromEvents(ctx, input, events) : await fromArea(ctx, input)
  const { matter_name: matterName, area_name: areaName, place, ...about } = asked
  const standing = (await queries.listOpen(ctx, about.subdistrict, [about.matter])).find((item) => places.covers(item, about))
  if (standing) throw new Problem('governance.exists', { detail: `这个地方的同一事项已经立项：${standing.title}`, id: standing.id })
  const item = await queries.insert(ctx, {
    ...about, id: ctx.newId(), matter_name: matterName, area_name: areaName, place, title: input.title ?? `${place}${matterName}治理`.slice(0, 60), status: 'founded', founded_name: ctx.actor.name, founded_at: ctx.now,
    changed_at: ctx.now, last_by: ctx.actor.name,
  })
  if (events.length > 0) await links.link(ctx, item, events.map((event) => ({ ...event, isMatch: places.isOf(about, event) })), ctx.actor.name)
  const joined = await links.linkMatching(ctx, item, { since: new Date(ctx.now.getTime() - daysBack * dayMs), most })
  ctx.record('governance.founded', subjectOf(item), { matter: item.matter, reach: item.reach, events: events.length + joined })
  return view(ctx, item)
}

export const subjectOf = (item: queries.ItemRow, unit = item.unit): Subject => ({ kind: 'governance', id: item.id, subdistrict: item.subdistrict, area: item.area, unit })

/** All of them, or none: who named one that is not to be seen is told so. @throws Problem input.invalid */
export async function eventsNamed(ctx: Ctx, ids: string[]): Promise<queries.EventRow[]> {
  const wanted = [...new Set(ids)]
  const events = await queries.listEvents(ctx, wanted)
  if (events.length !== wanted.length) throw wrong('有事件没有找到，或您无权查看', 'events')
  return events
}

async function fromEvents(ctx: Ctx, { matter, reach }: Found, events: queries.EventRow[]): Promise<Asked> {
  const code = matter ?? places.commonMatter(events)
  const mains = events.filter((event) => event.matter === code)
  const first = mains[0]
  if (!first) throw wrong('所选事件中没有这个事项', 'matter')
  const where = places.reachOf(mains, reach)
  if (!where) throw wrong('所选事件不在同一个社区，请分别立项', 'events')
  const isSpot = where.reach === 'spot'
  const area = isSpot ? { path: first.area, fullName: first.area_name } : await areaNamed(ctx, where.area)
  return { ...where, subdistrict: first.subdistrict, matter: code, matter_name: first.matter_name, area: area.path, area_name: area.fullName, place: (isSpot && first.place) || area.fullName }
}

/** One matter all over a grid or community. */
async function fromArea(ctx: Ctx, { matter, area, reach }: Found): Promise<Asked> {
  if (!matter || !area) throw wrong('请选择事件，或选择事项和网格、社区', 'events')
  const level: GovernanceReach = reach && reach !== 'spot' ? reach : isAreaPath(area) && areaAt(area, 'grid') ? 'grid' : 'community'
  const path = isAreaPath(area) ? areaAt(area, level as 'grid' | 'community') : undefined
  if (!path) throw wrong(`请选择${governanceReach[level].slice(2)}`, 'area')
  const known = await areaNamed(ctx, path)
  const { code, name } = await matterNamed(ctx, tenantOf(path), matter)
  return { subdistrict: tenantOf(path), area: path, area_name: known.fullName, place: known.fullName, reach: level, spot: path, matter: code, matter_name: name }
}

export const wrong = (message: string, path: string) => new Problem('input.invalid', { detail: message, fields: [{ path, message }] })
