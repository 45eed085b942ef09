import * as z from 'zod'
import { EventSource, EventStatus } from './event.ts'
import { AreaPath, Day, Id, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { indicatorGroup, indicatorUnit } from './words/index.ts'

/** Days in Asia/Shanghai, `until` not included; at most ten years. Without them the present month. */
const period = { from: Day.optional(), until: Day.optional() }
/** Of one place (a community or wider) and of one unit, matter, source or person who took the steps; the first of them that is given holds. */
const filters = { ...period, area: AreaPath.optional(), unit: Id.optional(), matter: z.string().max(20).optional(), source: EventSource.optional(), person: z.string().max(40).optional() }
const Period = z.object({ from: Day, until: Day })

/** How an indicator is computed; `version` changes with the formula. */
const Formula = z.object({ name: z.string(), label: z.string(), group: choice(indicatorGroup), unit: choice(indicatorUnit), formula: z.string(), version: z.number().int(), best: z.enum(['high', 'low']).nullable().default(null) })
const Value = z.object({ value: z.number().nullable(), numerator: z.number().int(), denominator: z.number().int().nullable() })
/** `value` is a count, a share (0–1) or minutes; null where nothing was counted. `parts` name what the list behind it can be asked for. */
const Figure = Formula.extend({ ...Value.shape, before: z.number().nullable(), lastYear: z.number().nullable(), parts: z.array(z.object({ name: z.string(), label: z.string(), count: z.number().int() })) })
/** `part`: the list behind each number of the column. */
const Column = Formula.extend({ part: z.string() })
const Share = z.object({ key: z.string(), label: z.string(), count: z.number().int() })
/** What stands now, whatever the period: open, past the limit, suspended. */
const Present = z.object({ open: z.number().int(), overdue: z.number().int(), suspended: z.number().int(), stock: z.number().int() })

const Structure = z.object({ sources: z.array(Share), groups: z.array(Share), matters: z.array(Share), hours: z.array(z.number().int()).length(24), areas: z.array(Share) })
/** `ranks`: the place among the rows by each column, now and in the period before; the best is first, of counts the most. */
const Row = z.object({ key: z.string(), label: z.string(), values: z.record(z.string(), z.number().nullable()), ranks: z.record(z.string(), z.tuple([z.number().int().nullable(), z.number().int().nullable()])) })
/** Who holds a post, by name, with the figures of its steps. */
const Post = z.object({ key: z.string(), label: z.string(), columns: z.array(Column), rows: z.array(z.object({ name: z.string(), values: z.record(z.string(), z.number().nullable()), counts: z.record(z.string(), z.number().int()) })) })

const AreaFact = z.object({ area: AreaPath, areaName: z.string(), people: z.number().int().nullable(), km2: z.number().nullable(), source: z.string().nullable(), asOf: Day.nullable(), changedBy: z.string().nullable() })

/** An event behind a number: `times` is how often it was counted `on` that day. */
const Behind = z.object({ id: Id, number: z.string(), title: z.string(), status: EventStatus, matter: z.string(), areaName: z.string(), unit: z.string().nullable(), reportedAt: When, times: z.number().int(), on: Day })

export const FrozenMonth = z.object({ month: Day, area: AreaPath, areaName: z.string(), frozenAt: When, frozenBy: z.string() })

export const insight = {
  figures: reads({ title: '统计指标', may: 'insight.view', input: z.object(filters), output: z.object({ period: Period, before: Period, lastYear: Period, present: Present.nullable(), figures: z.array(Figure), countedSince: Day.nullable(), countedUntil: When.nullable() }) }),
  structure: reads({ title: '来源、事项与时段结构', may: 'insight.view', input: z.object({ ...period, area: filters.area }), output: Structure }),
  /** The main indicators side by side. */
  compare: reads({ title: '分单位、分辖区统计', may: 'insight.view', input: z.object({ ...period, area: filters.area, by: z.enum(['unit', 'area', 'matter']) }), output: z.object({ columns: z.array(Column), rows: z.array(Row) }) }),
  /** The figures of each post (岗位) by who took its steps: what the standard counts, and nothing of signing in or tapping. */
  posts: reads({ title: '分岗位统计', may: 'insight.view', input: z.object({ ...period, area: filters.area }), output: z.object({ posts: z.array(Post) }) }),
  /** How many people live in each community and how large it is, which figures are divided by. */
  facts: reads({ title: '人口与面积', may: 'organisation.manage', input: z.object({}), output: z.object({ rows: z.array(AreaFact) }) }),
  setFact: writes({ title: '设置人口与面积', may: 'organisation.manage', input: z.object({ area: AreaPath, people: z.number().int().min(1, '请填写人口数').max(10_000_000), km2: z.number().min(0.001).max(100_000).nullable(), source: z.string().trim().min(1, '请填写来源').max(60, '最多 60 个字'), asOf: Day }), output: AreaFact }),
  /** The events behind a number, by the day on which they were counted: `part` is one of those a figure names; `times` is how often on that day, and all of them together are the number. `hour`: what was reported at that hour of the day. */
  events: reads({ title: '指标背后的事件', may: 'insight.view', input: page({ ...filters, hour: z.number().int().min(0).max(23).optional(), part: z.string().max(40) }), output: pageOf(Behind) }),
  /** Places where the same matter was reported at least three times in the period, most often first, at most a hundred. */
  recurring: reads({ title: '复发点', may: 'insight.view', perMinute: 60, input: z.object({ ...period, area: filters.area }), output: z.object({ period: Period, total: z.number().int(), places: z.number().int(), rows: z.array(z.object({ area: z.string(), areaName: z.string(), place: z.string(), matter: z.object({ code: z.string(), name: z.string() }), count: z.number().int(), lastAt: When, events: z.array(Id) })) }) }),
  /** All that came back at a recurring place: what was reported there of the same matter as `like` in the period, the newest first. */
  recurringEvents: reads({ title: '复发点的事件', may: 'insight.view', perMinute: 60, input: page({ ...period, area: filters.area, like: Id }), output: pageOf(Behind) }),
  months: reads({ title: '已固化的月份', may: 'insight.view', input: page({ area: filters.area }), output: pageOf(FrozenMonth) }),
  frozen: reads({ title: '固化的月报', may: 'insight.view', input: z.object({ area: AreaPath, month: Day }), output: FrozenMonth.extend({ figures: z.array(Formula.extend({ ...Value.shape, part: z.string().nullable().default(null) })), recount: z.array(Column.pick({ name: true, version: true, part: true }).extend(Value.shape)), structure: Structure.pick({ sources: true, groups: true }) }) }),
  /** The events behind a frozen number, as they counted when the month was kept: `part` is the one a figure names. */
  frozenEvents: reads({ title: '固化数背后的事件', may: 'insight.view', input: page({ area: AreaPath, month: Day, part: z.string().max(40) }), output: pageOf(Behind) }),
  /** Keeps a past month of the office as it is counted now, for the sub-district and each community; once. */
  freeze: writes({ title: '固化月报', may: 'insight.freeze', perMinute: 10, input: z.object({ month: Day }), output: z.object({ rows: z.number().int() }) }),
  /** An xlsx file in base64, with formulas and what was asked for; the export itself is journaled. */
  export: reads({ title: '导出统计', may: 'insight.view', sensitive: true, perMinute: 10, input: z.object(filters), output: z.object({ fileName: z.string(), xlsx: z.string() }) }),
}
