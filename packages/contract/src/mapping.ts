import * as z from 'zod'
import { AreaPath, Id, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { Shape } from './organisation.ts'
import { mapColumn, mapCrs, mapLayer, mapOutcome, mapResult, mapStatus, planKind } from './words/index.ts'

/** A sub-district with every building is some megabytes; unpacked a file may have twelve times as much. */
export const mostMapBytes = 40 * 1024 * 1024
export const mostMapFeatures = 50_000

const Count = z.number().int().min(0)

/** How a file is to be read. `meridian`: of plane coordinates without a zone number, in degrees; null goes by where the sub-district lies. `mends`: what can be mended with certainty is. `kind`: of a plan whose features do not say it. */
const Wish = {
  crs: choice(mapCrs).default('auto'), meridian: z.number().int().min(72).max(138).nullable().default(null), mends: z.boolean().default(true), kind: z.enum(['road', 'water', 'green']).nullable().default(null),
  columns: z.partialRecord(choice(mapColumn), z.string().max(100)).default({}),
}
/** What goes up with a file, as a form says it. */
export const MapSent = z.object({ layer: choice(mapLayer), crs: choice(mapCrs).default('auto') })

const Look = z.object({
  /** How it was read, in words, and what else might be meant. */
  told: z.array(z.string()), hints: z.array(z.string()), crs: choice(mapCrs), meridian: z.number().nullable(), mends: z.boolean(), kind: z.enum(['road', 'water', 'green']).nullable(),
  titles: z.array(z.string()), columns: z.partialRecord(choice(mapColumn), z.string()), known: z.array(choice(mapColumn)),
  /** Faults of all features, the commonest first. */
  faults: z.array(z.object({ code: z.string(), title: z.string(), count: Count, isWarning: z.boolean() })),
})

export const MapView = z.object({
  id: Id, layer: choice(mapLayer), fileName: z.string(), bytes: Count, status: choice(mapStatus), area: AreaPath, by: z.string(), at: When, changedAt: When, total: Count, read: Count, stored: Count,
  counts: z.partialRecord(choice(mapOutcome), Count), results: z.partialRecord(choice(mapResult), Count), fault: z.string().nullable(), look: Look.nullable(), mayRead: z.boolean(), mayCommit: z.boolean(), mayUndo: z.boolean(), mayCancel: z.boolean(),
})

const Fault = z.object({ code: z.string(), message: z.string(), mend: z.string(), isWarning: z.boolean(), at: z.tuple([z.number(), z.number()]).nullable() })
export const MapFeature = z.object({
  no: Count, outcome: choice(mapOutcome), result: choice(mapResult).nullable(), name: z.string().nullable(), of: z.string().nullable(), path: AreaPath.nullable(), faults: z.array(Fault), differences: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
  /** What is drawn, in CGCS2000 degrees; null where it cannot be. */
  geometry: z.union([Shape, z.object({ type: z.literal('LineString'), coordinates: z.array(z.tuple([z.number(), z.number()])) }), z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })]).nullable(),
})

export const mapping = {
  list: reads({ title: '底图数据导入记录', may: 'organisation.manage', input: page({}), output: pageOf(MapView) }),
  get: reads({ title: '一次底图数据导入', may: 'organisation.manage', input: z.object({ id: Id }), output: MapView }),
  features: reads({ title: '底图数据的各个图形', may: 'organisation.manage', input: page({ id: Id, outcome: choice(mapOutcome).optional(), fault: z.string().max(40).optional() }), output: pageOf(MapFeature) }),
  /** What is drawn of a sub-district by now, in numbers. */
  stock: reads({ title: '底图现有数据', may: 'organisation.manage', input: z.object({}), output: z.object({ rows: z.array(z.object({ label: z.string(), kind: choice(planKind).nullable(), count: Count, drawn: Count })) }) }),
  /** What is in the plan: to look up what was taken in. */
  plan: reads({ title: '底图的道路、水系、绿地和地点', may: 'organisation.manage', input: page({ kind: choice(planKind).optional() }), output: pageOf(z.object({ id: z.string(), kind: choice(planKind), name: z.string().nullable(), sort: z.string().nullable(), code: z.string().nullable(), width: z.number().nullable() })) }),
  read: writes({ title: '重新读取底图数据', may: 'organisation.manage', input: z.object({ id: Id, ...Wish }), output: MapView }),
  /** `all` only where nothing is wrong with any feature. */
  commit: writes({ title: '导入底图数据', may: 'organisation.manage', input: z.object({ id: Id, which: z.enum(['all', 'good']) }), output: MapView }),
  undo: writes({ title: '撤销底图数据导入', may: 'organisation.manage', input: z.object({ id: Id }), output: MapView }),
  cancel: writes({ title: '取消底图数据导入', may: 'organisation.manage', input: z.object({ id: Id }), output: MapView }),
}
