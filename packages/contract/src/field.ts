import * as z from 'zod'
import { AreaPath, Day, Text, choice, reads, writes } from './kit.ts'
import { fieldType, recordKind, valueSource } from './words/index.ts'

/** A field that an office or a community added itself. `name` is given by the server. */
export const OwnFieldView = z.object({
  kind: choice(recordKind), name: z.string(), label: z.string(), type: choice(fieldType), options: z.array(z.string()), max: z.number().int().nullable(), isSensitive: z.boolean(), purpose: z.string(), sort: z.number().int(),
  area: AreaPath, areaName: z.string(), endedOn: Day.nullable(), mayChange: z.boolean(),
})
/** Which sources stand above which for a field, the best first. */
export const RankView = z.object({ kind: choice(recordKind), field: z.string(), label: z.string(), sources: z.array(choice(valueSource)), isOwn: z.boolean() })

const Options = z.array(Text(40)).max(60)
const Label = Text(30)
const Key = { kind: choice(recordKind), name: z.string().max(20) }

export const field = {
  /** What holds in an area, or what was added anywhere in it; those that were taken away too. */
  own: reads({ title: '自加项目', may: 'base.manage', input: z.object({ area: AreaPath, kind: choice(recordKind).optional() }), output: z.object({ rows: z.array(OwnFieldView) }) }),
  add: writes({
    title: '自加一个项目', may: 'base.manage',
    input: z.object({ area: AreaPath, kind: choice(recordKind), label: Label, type: choice(fieldType), options: Options.default([]), max: z.number().int().min(1).max(1_000_000).nullable().default(null), isSensitive: z.boolean().default(false), purpose: Text(200), sort: z.number().int().min(0).max(999).default(0) }),
    output: OwnFieldView,
  }),
  change: writes({ title: '修改自加项目', may: 'base.manage', input: z.object({ ...Key, label: Label, options: Options.default([]), purpose: Text(200), sort: z.number().int().min(0).max(999) }), output: OwnFieldView }),
  /** What is known stays sealed in the records, and is shown again with the field. */
  retire: writes({ title: '停用或恢复自加项目', may: 'base.manage', input: z.object({ ...Key, isEnded: z.boolean() }), output: OwnFieldView }),
  ranks: reads({ title: '各项目的来源规则', may: 'base.manage', input: z.object({ kind: choice(recordKind) }), output: z.object({ rows: z.array(RankView) }) }),
  /** An empty list goes back to the shipped order. */
  rank: writes({ title: '修改来源规则', may: 'base.manage', input: z.object({ kind: choice(recordKind), field: z.string().max(40), sources: z.array(choice(valueSource)).max(20) }), output: RankView }),
}
