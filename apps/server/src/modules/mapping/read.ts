import { setImmediate as breathe } from 'node:timers/promises'
import type { MapColumn, MapCrs } from '@linli/contract'
import { areaOf, isWithin, type Position } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { drawnIn, planIn } from '../organisation/index.ts'
import { sharedMetres } from '../zoning/index.ts'
import { attributesIn, columnsIn, columnsOf } from './attribute-rules.ts'
import { otherReading, readingOf, saidByEpsg, saidByPrj, type Reading } from './crs-rules.ts'
import { openAreas } from './judge-area-rules.ts'
import { openBuildings } from './judge-building-rules.ts'
import { openPlan } from './judge-plan-rules.ts'
import { boxOf, type Feature, type Judged, type Known } from './judge-rules.ts'
import * as queries from './queries.ts'
import type { MappingRow } from './queries.ts'
import { flawTold, mendShape, type Flaw } from './shape-rules.ts'
import { openMap, type Features } from './shapefile.ts'
import { subjectOf } from './subject.ts'

export interface Task { id: string, area: string, run: number }
export interface Wish { crs: MapCrs, meridian: number | null, mends: boolean, kind: 'road' | 'water' | 'green' | null, columns: Partial<Record<MapColumn, string>> }
type Layer = 'plan' | 'building' | 'area' | 'place'

/** So many features are stored at a time: what a kill undoes, and how often people are told how far it is. */
const atOnce = 500

/** Looks a file over; whoever comes second, or after it was cancelled or begun anew, finds nothing to do. Cut off it begins again as another run, whose features replace those of this one. */
export async function readFile(tools: JobTools, { id, area, run }: Task): Promise<void> {
  const begun = await tools.write(area, (ctx) => begin(ctx, id, run))
  if (!begun) return
  const features = await openMap(begun.content)
  const read = 'refused' in features ? { fault: features.refused } : await judgeFile(tools, begun, features)
  if (read && 'fault' in read) await tools.write(area, (ctx) => fail(ctx, begun.mapping, read.fault))
}

interface Begun { mapping: MappingRow, content: Buffer, areas: Known[], buildings: Known[], plan: Awaited<ReturnType<typeof planIn>> }

async function begin(ctx: Ctx, id: string, run: number): Promise<Begun | undefined> {
  const mapping = await queries.lock(ctx, id)
  if (mapping?.status !== 'reading' || mapping.run > run + mostTries || mapping.run < run) return undefined
  const content = await queries.readFile(ctx, mapping)
  if (!content) return undefined
  const office = areaOf(mapping.subdistrict)
  const now = await queries.update(ctx, mapping, { run: mapping.run + 1, read_to: 0 })
  ctx.record('mapping.begun', subjectOf(now), {})
  return {
    mapping: now, content, areas: await drawnIn(ctx, office, ['subdistrict', 'community', 'grid', 'microGrid']), buildings: mapping.layer === 'building' ? await drawnIn(ctx, office, ['building']) : [],
    plan: mapping.layer === 'plan' || mapping.layer === 'place' ? await planIn(ctx, office) : [],
  }
}

/** The job store tries a job six times; each is a run. */
const mostTries = 6

type Judge = (feature: Feature) => Judged[]

function judgeOf({ mapping, areas, buildings, plan }: Begun, wish: Wish): Judge {
  const layer = mapping.layer as Layer
  const [office, communities] = [areas.find(({ kind }) => kind === 'subdistrict'), areas.filter(({ kind }) => kind === 'community')]
  if (layer === 'area') {
    const one = openAreas({ areas, mends: wish.mends, shared: sharedMetres })
    return (feature) => [one(feature)]
  }
  if (layer !== 'building') return openPlan(layer, { office, communities, plan, mends: wish.mends, kind: wish.kind })
  const one = openBuildings({ areas, buildings, mends: wish.mends, shared: sharedMetres })
  return (feature) => [one(feature)]
}

async function judgeFile({ write }: JobTools, begun: Begun, features: Features): Promise<{ fault: string } | undefined> {
  const { mapping, areas } = begun
  const wish = mapping.wish as unknown as Wish
  const ground = areas.find(({ kind, shape }) => kind === 'subdistrict' && shape !== null)?.shape ?? areas.find(({ shape }) => shape !== null)?.shape ?? null
  const some = sampleOf(features)
  const reading = readingOf(wish, saidByPrj(features.prj) ?? saidByEpsg(features.epsg), some, ground && boxOf(ground))
  if ('fault' in reading) return reading
  const columns = columnsIn(mapping.layer as Layer, features.titles, wish.columns)
  const judge = judgeOf(begun, wish)
  const hint = ground && /经纬度/.test(reading.words) ? otherReading(crsOf(reading), some.map((one) => (reading.isTurned ? [one[1], one[0]] : one)), (position) => isWithin(position, ground)) : undefined
  const look = { told: [...features.told, `坐标系：${reading.words}`], hints: hint === undefined ? [] : [hint], crs: wish.crs, meridian: wish.meridian, mends: wish.mends, kind: wish.kind, titles: features.titles, columns, known: columnsOf[mapping.layer as Layer] }
  await write(mapping.area, (ctx) => keep(ctx, mapping, { look: JSON.stringify({ ...look, faults: [] }), total: features.rows.length }))
  for (let from = 0; from < features.rows.length; from += atOnce) {
    const rows = features.rows.slice(from, from + atOnce)
    const staged: Staged[] = []
    for (const [at, row] of rows.entries()) {
      staged.push(...judge(featureOf(mapping.layer as Layer, row, reading, columns)).map((judged, part) => ({ ...judged, no: from + at + 1, part })))
      // Others work in this process too.
      if (at % 25 === 24) await breathe()
    }
    if (!await write(mapping.area, (ctx) => stage(ctx, mapping, staged, from + rows.length))) return undefined
  }
  await write(mapping.area, (ctx) => finish(ctx, mapping, look))
  return undefined
}

type Staged = Judged & { no: number, part: number }

function featureOf(layer: Layer, { geometry, properties }: Features['rows'][number], { read, isTurned }: Reading, columns: Partial<Record<MapColumn, string>>): Feature {
  const { values, wrong } = attributesIn(layer, properties, columns)
  const { shapes, flaws } = mendShape(geometry, layer === 'place' ? 'point' : layer === 'plan' ? 'line or surface' : 'surface', (position) => read(isTurned ? [position[1], position[0]] : position))
  const turned: Flaw[] = isTurned && shapes.length > 0 ? [flawTold('place.turned', '经度和纬度（或东、北坐标）写反了', '已对调', null, true)] : []
  return { attributes: values, shapes, flaws: [...turned, ...flaws], wrong }
}

/** A position of each of some features across the file. */
function sampleOf({ rows }: Features): Position[] {
  const step = Math.max(1, Math.floor(rows.length / 300))
  return rows.filter((_, at) => at % step === 0).flatMap(({ geometry }) => {
    let first: unknown = (geometry as { coordinates?: unknown } | null)?.coordinates
    for (let depth = 0; depth < 4 && Array.isArray(first) && Array.isArray(first[0]); depth += 1) first = first[0]
    const [x, y] = Array.isArray(first) ? first as unknown[] : []
    return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [[x, y] as Position] : []
  })
}

const crsOf = ({ words }: Reading) => (words.startsWith('GCJ') ? 'GCJ02' : words.startsWith('BD') ? 'BD09' : 'CGCS2000')

const isOurs = (now: MappingRow | undefined, { run }: MappingRow) => now?.status === 'reading' && now.run === run

async function keep(ctx: Ctx, mapping: MappingRow, change: { look: string, total: number }): Promise<void> {
  if (!isOurs(await queries.lock(ctx, mapping.id), mapping)) return
  ctx.record('mapping.recognised', subjectOf(await queries.update(ctx, mapping, change)), { features: change.total })
}

async function stage(ctx: Ctx, mapping: MappingRow, rows: readonly Staged[], to: number): Promise<boolean> {
  const { subdistrict, id, run, area } = mapping
  if (!isOurs(await queries.lock(ctx, id), mapping)) return false
  await queries.insertFeatures(ctx, rows.map(({ no, part, outcome, name, key, said, faults }) => ({ subdistrict, mapping: id, run, no, part, area, outcome, name, key, said: JSON.stringify(said), faults: JSON.stringify(faults) })))
  ctx.record('mapping.staged', subjectOf(await queries.update(ctx, mapping, { read_to: to })), { to })
  return true
}

async function finish(ctx: Ctx, mapping: MappingRow, look: object): Promise<void> {
  if (!isOurs(await queries.lock(ctx, mapping.id), mapping)) return
  await queries.forgetRuns(ctx, mapping)
  const [{ outcomes }, faults] = [await queries.countFeatures(ctx, mapping), await queries.countFaults(ctx, mapping)]
  await queries.update(ctx, mapping, { status: 'ready', counts: JSON.stringify(outcomes), look: JSON.stringify({ ...look, faults }) })
  ctx.record('mapping.read', subjectOf(mapping), outcomes)
}

async function fail(ctx: Ctx, mapping: MappingRow, fault: string): Promise<void> {
  if (!isOurs(await queries.lock(ctx, mapping.id), mapping)) return
  await queries.update(ctx, mapping, { status: 'failed', fault })
  ctx.record('mapping.refused', subjectOf(mapping), { fault })
}
