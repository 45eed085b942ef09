import type { Input, Output } from '@linli/contract'
import { addDays, areaAt, at, dayOf, isAreaPath } from '@linli/standards'
import { areasFor, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import { recurringPlaces, widespread } from '../insight/index.ts'
import { mergedGroups } from './clue-queries.ts'
import { covers, type About } from './place-rules.ts'
import { listOpen } from './queries.ts'

type Clues = Output<'governance', 'clues'>['rows']
type Clue = Omit<Clues[number], 'item'> & { spot: string }

interface Where { area: string | undefined, subdistrict: number, from: string, until: string }

/** All over a community it is worth an item of its own from ten in the time asked for. */
const leastWide = 10

/** What came back and might become an item, most often first; where one stands for it already, that is named. */
export async function clues(ctx: Ctx, { clue, days, area }: Input<'governance', 'clues'>): Promise<Output<'governance', 'clues'>> {
  const until = addDays(dayOf(ctx.now), 1)
  const where: Where = { area, subdistrict: tenantOf(area ?? commonArea(areasFor(ctx.actor, 'governance.found'))), from: addDays(until, -days), until }
  const found = await { place: places, merged, wide }[clue](ctx, where)
  const open = await listOpen(ctx, where.subdistrict, [...new Set(found.map(({ matter }) => matter.code))])
  return { rows: found.map(({ spot, ...row }) => ({ ...row, item: open.find((item) => covers(item, { ...row, spot, matter: row.matter.code } satisfies About))?.id ?? null })) }
}

async function places(ctx: Ctx, { area, subdistrict, from, until }: Where): Promise<Clue[]> {
  const rows = await recurringPlaces(ctx, { area, subdistrict }, { from: at(from), until: at(until) })
  return rows.map((row) => ({ area: row.area, areaName: row.area_name, place: row.place || row.area_name, matter: { code: row.matter, name: row.matter_name }, count: row.count, lastAt: row.last_at.toISOString(), reach: 'spot', spot: row.spot, events: row.events }))
}

async function merged(ctx: Ctx, { area, subdistrict, from, until }: Where): Promise<Clue[]> {
  const rows = await mergedGroups(ctx, { area, subdistrict }, { from: at(from), until: at(until) })
  return rows.map((row) => ({ area: row.area, areaName: row.area_name, place: row.place || row.area_name, matter: { code: row.matter, name: row.matter_name }, count: row.count, lastAt: row.last_at.toISOString(), reach: 'spot', spot: row.spot, events: row.events }))
}

async function wide(ctx: Ctx, { area, subdistrict, from, until }: Where): Promise<Clue[]> {
  const community = area && isAreaPath(area) ? areaAt(area, 'community') ?? area : area
  const rows = await widespread(ctx, { area: community, subdistrict }, { from, until }, leastWide)
  return rows.map((row) => ({ area: row.area, areaName: row.areaName, place: row.areaName, matter: row.matter, count: row.count, lastAt: null, reach: 'community', spot: row.area, events: [] }))
}
