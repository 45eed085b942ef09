import * as z from 'zod'
import { EventRow, EventStatus, eventFilters } from './event.ts'
import { AreaPath, Id, Point, When, choice, page, pageOf, reads } from './kit.ts'
import { light } from './words/index.ts'

const Count = z.number().int()
const Degrees = { lng: z.number().min(73).max(136), lat: z.number().min(3).max(54) }
const Box = z.object({ west: Degrees.lng, south: Degrees.lat, east: Degrees.lng, north: Degrees.lat }).refine(({ west, south, east, north }) => west < east && south < north, '地图范围不正确')

/** A closed line around what was chosen on the map; it need not repeat its first point. */
const Ring = z.array(z.tuple([Degrees.lng, Degrees.lat])).min(3, '请至少点三个点').max(60, '最多 60 个点')

const mostDays = 32
/** Events of a part of the time: no picture grows with the years. */
const timed = { ...eventFilters, from: When, until: When }
const isShort = ({ from, until }: { from: string, until: string }) => Date.parse(from) < Date.parse(until) && Date.parse(until) - Date.parse(from) <= mostDays * 86_400_000
const tooLong = `一次最多看 ${mostDays} 天`
const Timed = z.object(timed).refine(isShort, tooLong)

/** Events close together; `one` where it is one alone. */
const Dot = z.object({ ...Degrees, count: Count, red: Count, yellow: Count, one: z.object({ id: Id, title: z.string(), status: EventStatus, light: choice(light).nullable() }).nullable() })

const Upto = z.object({ total: Count, isMore: z.boolean() })
const Inside = { ring: Ring }

/** So many buildings of a selection are looked into for people. */
export const mostBuildings = 300

export const sandtable = {
  /** Never more points than a screen holds, from the newest events in the box. */
  points: reads({ title: '沙盘上的事件', may: 'event.view', perMinute: 600, input: z.object({ filters: Timed, box: Box, zoom: z.number().min(0).max(24) }), output: z.object({ rows: z.array(Dot), total: Count, isMore: z.boolean() }) }),
  /** How many were reported in each hour or on each day (Asia/Shanghai). */
  times: reads({ title: '沙盘的时间轴', may: 'event.view', perMinute: 300, input: z.object({ filters: Timed, by: z.enum(['hour', 'day']) }), output: z.object({ rows: z.array(z.object({ at: When, count: Count })) }) }),
  /** How many people in care live in each building of one community, and of which groups; nobody is named. */
  care: reads({
    title: '沙盘上的关爱对象', may: 'base.view', sensitive: true, input: z.object({ area: AreaPath, groups: z.array(z.string().max(10)).max(30).optional() }),
    output: z.object({ rows: z.array(z.object({ area: AreaPath, name: z.string(), point: Point, count: Count, groups: z.record(z.string(), Count) })) }),
  }),
  /** How much lies inside a line that was drawn; people only as far as the reader sees them, and not in more than `mostBuildings` buildings. */
  inside: reads({ title: '圈选范围的件数', may: 'sandtable.view', input: z.object({ ...Inside, filters: Timed }), output: z.object({ buildings: Upto, events: Upto, people: Count.nullable() }) }),
  insideBuildings: reads({ title: '圈选范围的楼幢', may: 'sandtable.view', input: page(Inside), output: pageOf(z.object({ area: AreaPath, name: z.string(), fullName: z.string(), floors: Count.nullable(), point: Point })) }),
  insideEvents: reads({ title: '圈选范围的事件', may: 'event.view', input: page({ ...Inside, filters: Timed }), output: pageOf(EventRow) }),
  /** Events and buildings inside as a workbook in base64, at most 2,000 of each; nobody is named. */
  insideExport: reads({ title: '导出圈选范围', may: 'sandtable.view', sensitive: true, perMinute: 20, input: z.object({ ...Inside, filters: Timed }), output: z.object({ fileName: z.string(), xlsx: z.string(), events: Count, buildings: Count, isMore: z.boolean() }) }),
  insidePeople: reads({
    title: '圈选范围的人员', may: 'base.view', sensitive: true, input: page({ ...Inside, inCare: z.boolean().default(false) }),
    output: pageOf(z.object({ id: Id, name: z.string(), age: Count.nullable(), groups: z.array(z.string()), area: AreaPath, address: z.string().nullable() })),
  }),
}
