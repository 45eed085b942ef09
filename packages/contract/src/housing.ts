import * as z from 'zod'
import { FieldView, Purpose, RevisionView, Values } from './base.ts'
import { AreaPath, Id, When, reads, writes } from './kit.ts'

export const Door = z.object({ entrance: z.string().trim().max(10).default(''), floor: z.number().int().min(-9).max(199).nullable().default(null), room: z.string().trim().min(1, '请填写室号').max(20), part: z.string().trim().max(10).default('') })

/** One unit of a building chart: where it is, how it is used, how many live there, how old the eldest of them is, and in which groups of care they are. */
export const HousingRow = z.object({ id: Id, area: AreaPath, entrance: z.string(), floor: z.number().int().nullable(), room: z.string(), part: z.string(), address: z.string(), use: z.string().nullable(), state: z.string().nullable(), people: z.number().int(), eldest: z.number().int().nullable(), groups: z.array(z.string()), checkedAt: When })
export const HousingView = HousingRow.omit({ people: true, eldest: true, groups: true }).extend({ values: Values, tags: z.array(z.string()), revision: z.number().int(), areaName: z.string(), mayEdit: z.boolean() })

/** A building has at most so many units. */
export const mostUnits = 2000

export const housing = {
  fields: reads({ title: '房屋登记的项目', may: 'base.view', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(FieldView) }) }),
  chart: reads({ title: '楼栋户室图', may: 'base.view', input: z.object({ building: AreaPath }), output: z.object({ rows: z.array(HousingRow) }) }),
  get: reads({ title: '一房一档', may: 'base.view', input: z.object({ id: Id }), output: HousingView }),
  add: writes({ title: '登记房屋', may: 'base.edit', input: z.object({ building: AreaPath, doors: z.array(Door).min(1).max(500), values: Values.default({}) }), output: z.object({ added: z.number().int(), existed: z.number().int() }) }),
  change: writes({ title: '修改房屋信息', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), values: Values }), output: HousingView }),
  restore: writes({ title: '恢复房屋信息的旧值', may: 'base.edit', input: z.object({ id: Id, no: z.number().int().min(2), fields: z.array(z.string().max(40)).min(1).max(60) }), output: HousingView }),
  reveal: writes({ title: '查看房屋的完整号码', may: 'base.reveal', tellsSecret: true, input: z.object({ id: Id, field: z.string().max(40), purpose: Purpose }), output: z.object({ value: z.string() }) }),
  history: reads({ title: '房屋信息的变更记录', may: 'base.view', input: z.object({ id: Id }), output: z.object({ rows: z.array(RevisionView) }) }),
}
