import type { AreaKind } from '@linli/contract'
import { buildingArea, centroidOf, dayOf, isAreaPath, levelOf, type Area } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './drawn-queries.ts'
import type { DrawnRow, PlanRow } from './drawn-queries.ts'

/** How places are drawn, for the modules that draw them; each records itself what it did. */
export interface Drawn { path: string, name: string, kind: AreaKind, shape: Area | null, height: number | null, floors: number | null, until: string | null }
export interface PlanFeature { id: number, kind: string, name: string | null, width: number | null, line: [number, number][], code: string | null, sort: string | null }

/** Areas of these kinds in a place that stand today, drawn or not, in the order of their paths. */
export const drawnIn = async (ctx: Ctx, place: string, kinds: readonly AreaKind[]): Promise<Drawn[]> => (await queries.listDrawn(ctx, { place, kinds, today: dayOf(ctx.now) })).map(drawnOf)

const drawnOf = ({ path, name, kind, shape, height, floors, valid_until: until }: DrawnRow): Drawn => ({ path, name, kind: kind as AreaKind, shape: shape as Area | null, height, floors, until })

/** How an area is drawn, whether it stands or is over. */
export async function drawnAt(ctx: Ctx, path: string): Promise<Drawn | undefined> {
  const row = await queries.lockDrawn(ctx, path)
  return row && drawnOf(row)
}

/** Nobody else draws in a place until this transaction ends. */
export const holdPlace = queries.lockPlace

/** Draws an area that is there anew, renames it, ends it (`until`) or lets it stand again; answers how it stood before. */
export async function redraw(ctx: Ctx, path: string, { shape, until, ...change }: Partial<Omit<Drawn, 'path' | 'kind'>> & { became?: string | null }): Promise<Drawn> {
  const before = await queries.lockDrawn(ctx, path)
  if (!before || !await queries.updateDrawn(ctx, path, { ...change, ...(shape !== undefined && outlined(shape)), ...(until !== undefined && { valid_until: until }) })) throw new Problem('not-found')
  return drawnOf(before)
}

export async function addDrawn(ctx: Ctx, { path, name, shape, height, floors }: Pick<Drawn, 'path' | 'name' | 'shape'> & Partial<Drawn>): Promise<void> {
  await queries.insertDrawn(ctx, { path, name, kind: levelOf(path), valid_from: dayOf(ctx.now), ...outlined(shape), height: height ?? null, floors: floors ?? null })
}

/** A path below an area that was never given: for a building with the number it had, where that is free. */
export async function freshPath(ctx: Ctx, parent: string, ofBuilding: boolean, wanted?: string): Promise<string> {
  if (wanted !== undefined && !await queries.lockDrawn(ctx, `${parent}${wanted}/`)) return `${parent}${wanted}/`
  const next = await queries.lastCode(ctx, parent, ofBuilding) + 1
  const path = ofBuilding ? (next > 9999 ? '' : buildingArea(parent, next)) : `${parent}${String(next).padStart(levelOf(parent) === 'grid' ? 2 : 3, '0')}/`
  if (!isAreaPath(path)) throw new Problem('conflict.exists', { detail: '这个辖区下的编码已经用完' })
  return path
}

/** A path and those that went on under it: what lies in another grid since lay elsewhere before. */
export const formerPaths = queries.formerOf

export const planIn = async (ctx: Ctx, place: string): Promise<PlanFeature[]> => (await queries.listDrawnPlan(ctx, place)).map(featureOf)
const featureOf = ({ id, kind, name, width, line, code, sort }: PlanRow): PlanFeature => ({ id, kind, name, width, line: line as [number, number][], code, sort })

/** Answers the numbers of the new features of an area's plan, in their order. */
export async function addPlan(ctx: Ctx, area: string, features: readonly Omit<PlanFeature, 'id'>[]): Promise<number[]> {
  const last = await queries.lastPlan(ctx, area)
  for (const [at, { line, ...feature }] of features.entries()) await queries.insertPlan(ctx, { area, id: last + at + 1, ...feature, line: JSON.stringify(line) })
  return features.map((_, at) => last + at + 1)
}

/** Changes a feature of the plan, takes it away (null) or lets it stand again; answers how it stood before, nothing where it stands no more. */
export async function redrawPlan(ctx: Ctx, area: string, id: number, feature: Omit<PlanFeature, 'id'> | null): Promise<PlanFeature | undefined> {
  const before = await queries.lockPlan(ctx, area, id)
  if (!before) return undefined
  await queries.updatePlan(ctx, { area, id }, feature === null ? { removed_at: ctx.now } : { kind: feature.kind, name: feature.name, width: feature.width, code: feature.code, sort: feature.sort, line: JSON.stringify(feature.line), removed_at: null })
  return featureOf(before)
}

function outlined(shape: Area | null) {
  if (!shape) return { shape: null, lng: null, lat: null, west: null, south: null, east: null, north: null }
  const corners = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).flatMap(([outline = []]) => outline)
  const [lngs, lats] = [corners.map(([lng]) => lng!), corners.map(([, lat]) => lat!)]
  const [lng, lat] = centroidOf(shape) ?? [lngs[0]!, lats[0]!]
  return { shape: JSON.stringify(shape), lng, lat, west: least(lngs), south: least(lats), east: most(lngs), north: most(lats) }
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity)
