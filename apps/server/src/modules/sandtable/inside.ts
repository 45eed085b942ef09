import { mostBuildings, type Input, type Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { areasFor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem } from '../../kernel/problem.ts'
import { rowColumns, rowView } from '../event/index.ts'
import { areaNames } from '../organisation/index.ts'
import { insideOf } from './event-queries.ts'
import { chosen } from './events.ts'
import * as queries from './inside-queries.ts'
import { ageOn, boxOf, polygonText } from './rules.ts'

/** Counting stops here: the screen says 「1000+」. */
const mostCounted = 1000

type Ring = Input<'sandtable', 'inside'>['ring']

const line = (ring: Ring) => ({ polygon: polygonText(ring), box: boxOf(ring) })
const upTo = (count: number) => ({ total: Math.min(count, mostCounted), isMore: count > mostCounted })

export async function inside(ctx: Ctx, { ring, filters }: Input<'sandtable', 'inside'>): Promise<Output<'sandtable', 'inside'>> {
  const { polygon, box } = line(ring)
  const buildings = await queries.listBuildings(ctx, { polygon, box, areas: areasFor(ctx.actor, 'sandtable.view') }, { after: undefined, limit: mostCounted + 1 })
  const events = areasFor(ctx.actor, 'event.view').length === 0 ? 0 : await queries.countSome(ctx, insideOf((await chosen(ctx, filters)).some, polygon, box), mostCounted + 1)
  const lived = areasFor(ctx.actor, 'base.view').length === 0 || buildings.length > mostBuildings ? null : await queries.countPeople(ctx, buildings.map(({ path }) => path))
  return { buildings: upTo(buildings.length), events: upTo(events), people: lived }
}

export async function insideBuildings(ctx: Ctx, { ring, after, limit }: Input<'sandtable', 'insideBuildings'>): Promise<Output<'sandtable', 'insideBuildings'>> {
  const rows = await queries.listBuildings(ctx, { ...line(ring), areas: areasFor(ctx.actor, 'sandtable.view') }, { after: goOnAfter(after, 1)?.[0], limit: limit + 1 })
  const page = cut(rows, limit, ({ path }) => [path])
  const names = await areaNames(ctx, page.rows.map(({ path }) => path))
  return { rows: page.rows.map(({ path, name, floors, lng, lat }) => ({ area: path, name, fullName: names.get(path) ?? name, floors, point: { lng, lat } })), next: page.next }
}

export async function insideEvents(ctx: Ctx, { ring, filters, after, limit }: Input<'sandtable', 'insideEvents'>): Promise<Output<'sandtable', 'insideEvents'>> {
  const { polygon, box } = line(ring)
  const some = insideOf((await chosen(ctx, filters)).some, polygon, box)
  const page = cut(await queries.listNewest(some.select(rowColumns), goOnAfter(after, 2), limit + 1), limit, (event) => [event.reported_at.toISOString(), event.id])
  return { rows: page.rows.map((event) => rowView(event, ctx.now)), next: page.next }
}

/** By building and door; of who has two homes inside, the main one. */
export async function insidePeople(ctx: Ctx, { ring, inCare, after, limit }: Input<'sandtable', 'insidePeople'>): Promise<Output<'sandtable', 'insidePeople'>> {
  const buildings = await queries.listBuildings(ctx, { ...line(ring), areas: areasFor(ctx.actor, 'base.view') }, { after: undefined, limit: mostBuildings + 1 })
  if (buildings.length > mostBuildings) throw new Problem('input.invalid', { detail: `圈选范围里的楼幢超过 ${mostBuildings} 幢，请圈小一些再看人员`, fields: [{ path: 'ring', message: '圈选范围太大' }] })
  const page = cut(await queries.listPeople(ctx, { buildings: buildings.map(({ path }) => path), inCare }, goOnAfter(after, 2), limit + 1), limit, ({ place, residency }) => [place, residency])
  const today = dayOf(ctx.now)
  return { rows: page.rows.map(({ id, name, birth, groups, area, address }) => ({ id, name, age: ageOn(birth, today), groups, area, address })), next: page.next }
}
