import { areaAt, isAreaPath } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { opened } from '../person/index.ts'
import * as queries from './gather-queries.ts'
import type { Item } from './item-rules.ts'
import type { Line, Question } from './list-queries.ts'

/** What is known of the buildings and homes of a page, by the line. */
export type Gathered = (line: Line, item: Item) => string | number | null

/** Asks once for a page what would be asked for each of its lines. */
export async function gather(ctx: Ctx, { base, items, isWhole }: Question, lines: readonly Line[]): Promise<Gathered> {
  const wanted = items.filter((item) => item?.isGathered === true).map((item) => item!.name)
  const levels = levelsOf(lines)
  const places = wanted.some((name) => name.startsWith('place.') || name === 'building.point') ? await placesOf(ctx, levels) : new Map<string, Place>()
  const buildings = wanted.some((name) => /^building\.(entrances|floors)$/.test(name)) ? await buildingsOf(ctx, lines) : new Map<string, { entrances: number, floors: number | null }>()
  const owners = wanted.some((name) => name.startsWith('owner.')) ? await dwellersOf(ctx, lines, 'owner') : new Map<string, Dweller>()
  const heads = wanted.some((name) => name.startsWith('head.')) ? await (base === 'household' ? headsOf(ctx, lines) : dwellersOf(ctx, lines, 'head')) : new Map<string, Dweller>()
  return (line, { name }) => {
    const [part, what] = name.split('.') as [string, string]
    if (part === 'owner' || part === 'head') return told(ctx, part === 'owner' ? owners.get(line.housing ?? '') : heads.get((base === 'household' ? line.head : line.housing) ?? ''), what, isWhole)
    if (what === 'entrances' || what === 'floors') return buildings.get(line.area)?.[what] ?? null
    if (what === 'point') return pointOf(places.get(levels.get(line.area)?.building ?? ''))
    return places.get(levels.get(line.area)?.[what as keyof Levels] ?? '')?.name ?? null
  }
}

type Place = Awaited<ReturnType<typeof queries.listAreas>>[number]
type Dweller = Omit<Awaited<ReturnType<typeof queries.listDwellers>>[number], 'housing'>

interface Levels { community: string | undefined, grid: string | undefined, building: string | undefined }

/** The areas around each line; a page has a handful of buildings. */
const levelsOf = (lines: readonly Line[]) => new Map([...new Set(lines.map(({ area }) => area))].map((area): [string, Levels] => [area, {
  ...(isAreaPath(area) ? { community: areaAt(area, 'community'), grid: areaAt(area, 'grid') } : { community: undefined, grid: undefined }), building: /^.*\/b[^/]+\//.exec(area)?.[0],
}]))

const placesOf = async (ctx: Ctx, levels: ReadonlyMap<string, Levels>): Promise<Map<string, Place>> =>
  new Map((await queries.listAreas(ctx, [...new Set([...levels.values()].flatMap((one) => Object.values(one) as (string | undefined)[]))].filter((path) => path !== undefined))).map((row) => [row.path, row]))

async function buildingsOf(ctx: Ctx, lines: readonly Line[]) {
  const areas = [...new Set(lines.map(({ area }) => area))]
  const known = new Map((await queries.listAreas(ctx, areas)).map(({ path, floors }) => [path, floors]))
  return new Map((await queries.listBuildings(ctx, areas)).map(({ area, entrances, floors }) => [area, { entrances, floors: known.get(area) ?? floors }]))
}

/** The first who was registered stands for a home of several. */
async function dwellersOf(ctx: Ctx, lines: readonly Line[], who: 'owner' | 'head'): Promise<Map<string, Dweller>> {
  const rows = await queries.listDwellers(ctx, [...new Set(lines.flatMap(({ housing }) => housing ?? []))], who)
  return new Map(rows.toReversed().map((row) => [row.housing!, row]))
}

/** A household says itself who answers for it. */
const headsOf = async (ctx: Ctx, lines: readonly Line[]): Promise<Map<string, Dweller>> => new Map((await queries.listHeads(ctx, [...new Set(lines.flatMap(({ head }) => head ?? []))])).map((row) => [row.id, row]))

function told(ctx: Ctx, dweller: Dweller | undefined, what: string, isWhole: boolean): string | null {
  if (!dweller) return null
  if (what === 'name' || what === 'address') return dweller[what]
  if (!isWhole) return what === 'number' ? dweller.number_masked : dweller.phone_masked
  const whole = opened(ctx, { number: dweller.number, phone: dweller.phone })
  return (what === 'number' ? whole.certificateNumber : whole.phone) as string | undefined ?? null
}

const pointOf = (place: Place | undefined) => (place?.lng == null || place.lat === null ? null : `${place.lng.toFixed(6)},${place.lat.toFixed(6)}`)
