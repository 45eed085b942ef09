import * as z from 'zod'
import { AreaPath, Day, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { indicatorBand, indicatorLevel, indicatorPeriod, indicatorScale, indicatorTheme } from './words/index.ts'

/** One base measure (or value of a dimension) of a source, added or taken away. */
const Term = z.object({ source: z.string().max(30), key: z.string().min(1).max(60), isLess: z.boolean().default(false) })
/** From which value on a colour holds, the worst first; green beyond all of them. */
const Limits = z.object({ red: z.number(), orange: z.number(), yellow: z.number(), blue: z.number() })

/** An indicator: terms over terms; without `below` a number of things. Values are told as people read them: of a share, 95 is 95 %. `best`: what `target` and `limits` go by. */
export const IndicatorDefinition = z.object({
  name: Text(30), theme: choice(indicatorTheme), note: z.string().trim().max(200, '最多 200 个字').default(''), owner: z.string().trim().max(30).default(''),
  above: z.array(Term).min(1, '请选择分子').max(8), below: z.array(Term).max(8).default([]),
  scale: choice(indicatorScale), period: choice(indicatorPeriod), best: z.enum(['high', 'low']).nullable().default(null), target: z.number().nullable().default(null), limits: Limits.nullable().default(null),
})

const Status = z.enum(['shipped', 'draft', 'published', 'ended'])
/** `isKeptByBuilding`: buildings can be told as of a past day. `formula`: in words, made from the terms. `draft`: somebody is at work on another version. */
export const IndicatorView = IndicatorDefinition.extend({ code: z.string(), version: z.number().int(), status: Status, formula: z.string(), isFlow: z.boolean(), isKeptByBuilding: z.boolean(), levels: z.array(choice(indicatorLevel)), changedBy: z.string().nullable(), changedAt: When.nullable(), hasDraft: z.boolean() })

/** A number with where it comes from; null where nothing was counted, or where it is so small that it would name somebody (`isSuppressed`). */
const Value = z.object({ value: z.number().nullable(), above: z.number().int().nullable(), below: z.number().int().nullable(), band: choice(indicatorBand).nullable(), isSuppressed: z.boolean() })
const Row = Value.extend({ area: AreaPath, name: z.string() })
/** What a number is made of; the list behind each part can be asked for. */
const Part = z.object({ source: z.string(), key: z.string(), label: z.string(), words: z.string(), isLess: z.boolean(), isBelow: z.boolean(), count: z.number().int().nullable(), mayOpen: z.boolean() })
const Period = z.object({ from: Day, until: Day })
const Figure = IndicatorView.pick({ code: true, name: true, theme: true, formula: true, version: true, scale: true, period: true, best: true, target: true, owner: true }).extend({ ...Value.shape, before: z.number().nullable(), span: Period, parts: z.array(Part) })

/** Several indicators of the places in an area, and of the area itself, as of one day and beside it another. */
const table = { codes: z.array(z.string().min(1).max(40)).min(1, '请至少选一个指标').max(20, '一次最多比较 20 个指标'), area: AreaPath, level: choice(indicatorLevel), on: Day.optional(), beside: Day.optional() }
/** A source of the places in an area, told apart by a dimension; of what happened, in a time. */
const pivot = { source: Term.shape.source, dimension: z.string().max(30), area: AreaPath, level: choice(indicatorLevel), from: Day.optional(), until: Day.optional() }
const Pair = z.object({ now: Value, beside: z.number().nullable() })
const Line = z.object({ area: AreaPath, name: z.string() })

const Code = z.string().min(1).max(40)
/** `on`: as of the end of that day; today unless told. */
const at = { area: AreaPath, on: Day.optional() }

export const indicator = {
  /** What indicators can be made of: every source, its measures, and its dimensions with their values. */
  catalogue: reads({ title: '基础指标目录', may: 'indicator.view', input: z.object({}), output: z.object({ sources: z.array(z.object({
    source: z.string(), label: z.string(), isFlow: z.boolean(), measures: z.array(z.object({ key: z.string(), label: z.string(), words: z.string() })),
    dimensions: z.array(z.object({ dimension: z.string(), label: z.string(), words: z.string(), values: z.array(z.object({ key: z.string(), label: z.string() })) })),
  })) }) }),
  /** Those that are computed; `isAll`: those that were ended as well. */
  list: reads({ title: '指标定义', may: 'indicator.view', input: z.object({ isAll: z.boolean().default(false) }), output: z.object({ rows: z.array(IndicatorView) }) }),
  /** Every version of one, the newest first. */
  versions: reads({ title: '指标的历次版本', may: 'indicator.view', input: z.object({ code: Code }), output: z.object({ rows: z.array(IndicatorView) }) }),
  /** Everything that is computed, for one place: with the period before, and the parts of each number. */
  figures: reads({ title: '指标看板', may: 'indicator.view', input: z.object({ ...at, theme: choice(indicatorTheme).optional() }), output: z.object({ area: AreaPath, areaName: z.string(), countedAt: When.nullable(), figures: z.array(Figure) }) }),
  /** One indicator for the places in an area, of a level; and for the area itself. */
  values: reads({ title: '指标分辖区', may: 'indicator.view', input: z.object({ indicator: Code, ...at, level: choice(indicatorLevel) }), output: z.object({ indicator: IndicatorView, span: Period, whole: Row, rows: z.array(Row), countedAt: When.nullable() }) }),
  /** One indicator of a place, day by day; at most 400 days. */
  trend: reads({ title: '指标走势', may: 'indicator.view', input: z.object({ indicator: Code, area: AreaPath, from: Day, until: Day }), output: z.object({ rows: z.array(Value.extend({ day: Day })) }) }),
  /** A source of a place told apart by a dimension. */
  structure: reads({ title: '指标构成', may: 'indicator.view', input: z.object({ source: Term.shape.source, dimension: z.string().max(30), area: AreaPath, from: Day.optional(), until: Day.optional() }), output: z.object({ rows: z.array(z.object({ key: z.string(), label: z.string(), count: z.number().int().nullable(), isSuppressed: z.boolean() })) }) }),
  /** The records behind a part of a number, as far as who asks may see them. */
  records: reads({ title: '指标背后的记录', may: 'indicator.view', sensitive: true, input: page({ source: Term.shape.source, key: Term.shape.key, area: AreaPath, from: Day.optional(), until: Day.optional() }), output: pageOf(z.object({ id: Id, kind: z.string(), area: AreaPath, title: z.string(), note: z.string(), at: When.nullable() })) }),
  table: reads({ title: '指标比较', may: 'indicator.view', input: z.object(table), output: z.object({ columns: z.array(IndicatorView), whole: Line.extend({ values: z.array(Pair) }), rows: z.array(Line.extend({ values: z.array(Pair) })) }) }),
  pivot: reads({ title: '交叉分析', may: 'indicator.view', input: z.object(pivot), output: z.object({ columns: z.array(z.object({ key: z.string(), label: z.string() })), rows: z.array(Line.extend({ counts: z.array(z.number().int().nullable()) })), mayOpen: z.boolean() }) }),
  /** The same as a workbook in base64; the export itself is journaled. */
  export: reads({ title: '导出指标分析', may: 'indicator.view', sensitive: true, perMinute: 20, input: z.object({ table: z.object(table).optional(), pivot: z.object(pivot).optional() }).refine((asked) => (asked.table === undefined) !== (asked.pivot === undefined), '请说明导出哪张表'), output: z.object({ fileName: z.string(), xlsx: z.string() }) }),
  /** What a definition would say now, for the office and each community; nothing is kept. */
  tryOut: reads({ title: '试算指标', may: 'indicator.manage', input: z.object({ definition: IndicatorDefinition }), output: z.object({ formula: z.string(), span: Period, whole: Row, rows: z.array(Row), before: z.number().nullable() }) }),
  /** Keeps a draft, of a new indicator or of another version of one (`code`). */
  save: writes({ title: '保存指标草稿', may: 'indicator.manage', input: z.object({ code: Code.optional(), seen: When.nullable().default(null), definition: IndicatorDefinition }), output: IndicatorView }),
  /** From now on it is computed by the draft. */
  publish: writes({ title: '发布指标', may: 'indicator.manage', input: z.object({ code: Code, version: z.number().int() }), output: IndicatorView }),
  /** No longer computed, or again. */
  end: writes({ title: '停用或恢复指标', may: 'indicator.manage', input: z.object({ code: Code, isEnded: z.boolean() }), output: IndicatorView }),
  /** What the last night's counting of everything found. */
  proof: reads({ title: '指标复核', may: 'indicator.view', input: z.object({}), output: z.object({ rows: z.array(z.object({ area: AreaPath, areaName: z.string(), day: Day.nullable(), countedAt: When.nullable(), provedAt: When.nullable(), sources: z.number().int(), differences: z.array(z.object({ label: z.string(), places: z.number().int(), sums: z.number().int() })) })) }) }),
  months: reads({ title: '已固化的指标月报', may: 'indicator.view', input: page({ area: AreaPath }), output: pageOf(z.object({ month: Day, area: AreaPath, areaName: z.string(), frozenAt: When, frozenBy: z.string() })) }),
  month: reads({ title: '固化的指标月报', may: 'indicator.view', input: z.object({ area: AreaPath, month: Day }), output: z.object({ month: Day, area: AreaPath, areaName: z.string(), frozenAt: When, frozenBy: z.string(), figures: z.array(Figure.omit({ parts: true })) }) }),
}
