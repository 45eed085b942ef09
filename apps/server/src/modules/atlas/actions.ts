import type { Input, Output } from '@linli/contract'
import { areaOf, codeOf, dayOf, levelOf } from '@linli/standards'
import type { Ctx, Installation } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { areaNamed, homesFor, subdistrictsIn } from '../organisation/index.ts'
import { drawingFrom } from './drawing-rules.ts'
import * as queries from './queries.ts'
import { cut, tileFrom, type Cut, type Place } from './tiles.ts'

/** So many sub-districts are kept cut; what was asked for least lately is cut anew. */
const mostKept = 60

export async function base(ctx: Ctx, { area }: Input<'atlas', 'base'>): Promise<Output<'atlas', 'base'>> {
  const place = area ?? await firstOf(ctx)
  const { name } = await areaNamed(ctx, place)
  const { west, south, east, north } = await queries.findBox(ctx, place)
  const isDrawn = west !== null && south !== null && east !== null && north !== null
  const states = await queries.listStates(ctx, await reachedIn(ctx, place))
  const version = states.reduce((sum, one) => sum + one.version, 0)
  return {
    area: place, name, kind: place === '/' ? null : levelOf(place), centre: isDrawn ? { lng: (west + east) / 2, lat: (south + north) / 2 } : null, box: isDrawn ? [west, south, east, north] : null,
    // A border that ends or begins is another drawing on another day.
    tiles: `/api/tile/${place === '/' ? 'all' : codeOf(place)}/${dayOf(ctx.now)}-${version}/{z}/{x}/{y}`,
    tianditu: ctx.installation.tianditu,
  }
}

/** A resident, who may look anywhere, begins with the first sub-district. */
async function firstOf(ctx: Ctx): Promise<string> {
  const [home = '/'] = homesFor(ctx)
  if (ctx.actor.side !== 'resident') return home
  const [first] = await subdistrictsIn(ctx, ['/'])
  return first === undefined ? '/' : areaOf(first)
}

/** The sub-districts of a place, as far as this person may look there. */
async function reachedIn(ctx: Ctx, place: string): Promise<number[]> {
  const mine = homesFor(ctx).flatMap((home) => (place.startsWith(home) ? [place] : home.startsWith(place) ? [home] : []))
  if (mine.length === 0) throw new Problem('not-found')
  return subdistrictsIn(ctx, mine)
}

/** One tile of a place. The version in its address is for who keeps it; what is drawn is what stands now. */
export async function tileOf(ctx: Ctx, area: string, tile: Place): Promise<Uint8Array> {
  const states = await queries.listStates(ctx, await reachedIn(ctx, area))
  const cuts: Cut[] = []
  for (const state of states) cuts.push(await cutOf(ctx, state))
  return tileFrom(cuts, tile)
}

const kept = new WeakMap<Installation, Map<number, { mark: string, cut: Cut }>>()

async function cutOf(ctx: Ctx, { subdistrict, version }: { subdistrict: number, version: number }): Promise<Cut> {
  const all = kept.get(ctx.installation) ?? new Map<number, { mark: string, cut: Cut }>()
  kept.set(ctx.installation, all)
  const [today, one] = [dayOf(ctx.now), all.get(subdistrict)]
  const mark = `${version} ${today}`
  const fresh = one?.mark === mark ? one : { mark, cut: cut(drawingFrom(await queries.listAreas(ctx, subdistrict, today), await queries.listPlan(ctx, subdistrict))) }
  all.delete(subdistrict)
  all.set(subdistrict, fresh)
  for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size - mostKept))) all.delete(oldest)
  return fresh.cut
}
