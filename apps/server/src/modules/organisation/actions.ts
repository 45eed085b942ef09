import type { AreaClass, Input, Output } from '@linli/contract'
import { areaAt, dayOf, isAreaPath, levelOf, lineOf } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type AreaView = Output<'organisation', 'createArea'>

export async function areas(ctx: Ctx, { parent }: Input<'organisation', 'areas'>): Promise<Output<'organisation', 'areas'>> {
  const homes = rules.homesOf(ctx.actor)
  const today = keepsAreas(ctx) ? null : dayOf(ctx.now)
  const rows = []
  for (const below of rules.childrenOf(parent)) rows.push(...await queries.listChildren(ctx, { parent, ...below, homes, today }))
  const above = rows.length === 0 ? null : await classOf(ctx, parent)
  return { rows: rows.map((row) => view(row, above)) }
}

/** Who maintains areas sees the retired ones too. */
const keepsAreas = (ctx: Ctx) => ctx.actor.posts.some((post) => post.permissions.includes('organisation.manage'))

export async function findAreas(ctx: Ctx, { text, kinds }: Input<'organisation', 'findAreas'>): Promise<Output<'organisation', 'findAreas'>> {
  const rows = await queries.searchAreas(ctx, { words: rules.placeWords(text), kinds, homes: rules.homesOf(ctx.actor), today: dayOf(ctx.now) })
  const names = await areaNames(ctx, rows.map(({ path }) => path))
  return { rows: rows.map((row) => ({ path: row.path, name: row.name, fullName: names.get(row.path) ?? row.name, kind: view(row, null).kind, centre: centreOf(row) })) }
}

export async function shapes(ctx: Ctx, { area, kind }: Input<'organisation', 'shapes'>): Promise<Output<'organisation', 'shapes'>> {
  const rows = await queries.listShapes(ctx, { area, kind, homes: rules.homesOf(ctx.actor), today: dayOf(ctx.now) })
  return { rows: rows as Output<'organisation', 'shapes'>['rows'] }
}

export async function locate(ctx: Ctx, point: Input<'organisation', 'locate'>): Promise<Output<'organisation', 'locate'>> {
  const { path, fullName } = await locateArea(ctx, point)
  return { area: path, fullName }
}

/** The smallest area that holds a point (CGCS2000 degrees): a building within 30 m, else the grid, else the community. */
export async function locateArea(ctx: Ctx, { lng, lat }: { lng: number, lat: number }): Promise<{ path: string, name: string, fullName: string }> {
  const around = await queries.listAround(ctx, { lng, lat, margin: rules.margin, homes: rules.homesOf(ctx.actor), today: dayOf(ctx.now) })
  const path = rules.placeAt([lng, lat], around)
  if (path === undefined) throw new Problem('event.place-unknown')
  return areaNamed(ctx, path)
}

/** An area with its own and its full name, 「示范桥社区 第3网格」; `/` is everywhere. */
export async function areaNamed(ctx: Ctx, path: string): Promise<{ path: string, name: string, fullName: string }> {
  if (path === '/') return { path, name: '全部辖区', fullName: '全部辖区' }
  const names = await queries.namesOf(ctx, [...new Set([path, ...rules.namedLine(path)])])
  return { path, name: found(names.get(path)), fullName: rules.fullName(path, names) }
}

/** Full names of many areas at once; unknown areas are left out. */
export async function areaNames(ctx: Ctx, paths: string[]): Promise<Map<string, string>> {
  const names = await queries.namesOf(ctx, [...new Set(paths.flatMap((path) => rules.namedLine(path)))])
  return new Map(paths.filter((path) => path === '/' || names.has(path)).map((path) => [path, rules.fullName(path, names)]))
}

/** The sub-districts that these areas belong to or hold: what a question is asked of that is asked in one sub-district after another. */
export async function subdistrictsIn(ctx: Ctx, paths: readonly string[]): Promise<number[]> {
  const above = paths.filter((area) => tenantOf(area) === 0)
  const held = above.length > 0 ? await queries.listSubdistricts(ctx, above) : []
  return [...new Set([...paths, ...held].map(tenantOf).filter((code) => code > 0))]
}

export async function createArea(ctx: Ctx, { parent, code, name, centre }: Input<'organisation', 'createArea'>): Promise<AreaView> {
  const path = rules.pathOf(parent, code)
  if (!path) throw new Problem('input.invalid', { detail: '上级辖区下不能用这样的编码', fields: [{ path: 'code', message: '上级辖区下不能用这样的编码' }] })
  if (parent !== '/') found(await queries.findArea(ctx, parent))
  await queries.insertArea(ctx, { path, name, kind: levelOf(path), ...spread(centre), valid_from: dayOf(ctx.now) })
  ctx.record('area.created', subjectOf(path), { name })
  return shown(ctx, path)
}

export async function changeArea(ctx: Ctx, { path, name, centre, until, class: areaClass }: Input<'organisation', 'changeArea'>): Promise<AreaView> {
  const before = found(await queries.findArea(ctx, path))
  if (until !== null && await queries.hasValidBelow(ctx, path, until)) throw new Problem('conflict.in-use', { detail: '它下面还有在用的辖区，请先停用下级' })
  found(await queries.updateArea(ctx, path, { name, ...spread(centre), valid_until: until, ...(areaClass !== undefined && { class: areaClass }) }))
  ctx.record('area.changed', subjectOf(path), { from: { name: before.name, until: before.valid_until, class: before.class }, to: { name, until, class: areaClass === undefined ? before.class : areaClass } })
  return shown(ctx, path)
}

export async function plan(ctx: Ctx, { around }: Input<'organisation', 'plan'>): Promise<Output<'organisation', 'plan'>> {
  const homes = around ? [rules.officeAround((await locateArea(ctx, around)).path)] : await drawnFor(ctx)
  const features = await queries.listPlan(ctx, homes)
  const centre = await queries.findCentre(ctx, homes)
  return { area: homes[0] ?? '/', centre: (centre && centreOf(centre)) ?? rules.middleOfChina, features: features as Output<'organisation', 'plan'>['features'] }
}

/** Where somebody may look: the sub-districts they belong to, or what is wider; residents anywhere. */
export const homesFor = (ctx: Ctx): string[] => rules.homesOf(ctx.actor)

/** Where somebody may look; a resident, who may look anywhere, begins with the first sub-district. */
async function drawnFor(ctx: Ctx): Promise<string[]> {
  const homes = rules.homesOf(ctx.actor)
  const first = ctx.actor.side === 'resident' ? await queries.findCentre(ctx, homes) : undefined
  return first ? [first.path] : homes
}

/** The communities of a sub-district that stand today. */
export const communitiesIn = async (ctx: Ctx, office: string): Promise<{ path: string, name: string }[]> =>
  (await queries.listChildren(ctx, { parent: office, kind: 'community', length: 4, homes: [office], today: dayOf(ctx.now) })).map(({ path, name }) => ({ path, name }))

/** The community's own unit, where the area lies in a community that has one. */
export async function communityUnit(ctx: Ctx, area: string): Promise<{ id: string, name: string } | undefined> {
  const community = isAreaPath(area) ? areaAt(area, 'community') : undefined
  const unit = community && await queries.findCommunityUnit(ctx, community)
  return unit ? { id: unit.id, name: unit.name } : undefined
}

/** What class an area is of, by itself or by the nearest area above it; nothing where none says so. */
export const classOf = async (ctx: Ctx, path: string): Promise<AreaClass | null> => (isAreaPath(path) ? await queries.findClass(ctx, lineOf(path)) as AreaClass | null : null)

const shown = async (ctx: Ctx, path: string): Promise<AreaView> => view(found(await queries.findArea(ctx, path)), await classOf(ctx, path))

const subjectOf = (path: string) => ({ kind: 'area', id: path, subdistrict: tenantOf(path), area: path })
const spread = (centre: { lng: number, lat: number } | null) => ({ lng: centre?.lng ?? null, lat: centre?.lat ?? null })
const centreOf = ({ lng, lat }: { lng: number | null, lat: number | null }) => (lng === null || lat === null ? null : { lng, lat })

type Row = NonNullable<Awaited<ReturnType<typeof queries.findArea>>>
/** `above`: what holds where the area itself says nothing. */
const view = (row: Row, above: AreaClass | null): AreaView => ({
  path: row.path, name: row.name, kind: row.kind as AreaView['kind'], centre: centreOf(row), class: row.class as AreaClass | null, heldClass: row.class as AreaClass | null ?? above, from: row.valid_from, until: row.valid_until, hasChildren: row.has_children,
})
