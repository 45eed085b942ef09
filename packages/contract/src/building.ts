import * as z from 'zod'
import { FieldView, Purpose, RevisionView, Values } from './base.ts'
import { AreaPath, When, reads, writes } from './kit.ts'

const Count = z.number().int()
/** Counted from what is registered in it: homes, and who lives there now. */
export const BuildingCounts = z.object({
  entrances: Count, floors: Count.nullable(), units: Count, lived: Count, rented: Count, empty: Count, households: Count, people: Count,
  registered: Count, floating: Count, overseas: Count, old: Count, veryOld: Count, children: Count, livingAlone: Count, inCare: Count, enterprises: Count, things: Count,
})

/** `id` is its path. `revision` 0: nobody has written anything of it yet. */
export const BuildingView = z.object({ id: AreaPath, name: z.string(), area: AreaPath, areaName: z.string(), values: Values, counts: BuildingCounts, revision: z.number().int(), checkedAt: When.nullable(), mayEdit: z.boolean(), mayReveal: z.boolean() })

export const building = {
  fields: reads({ title: '楼幢登记的项目', may: 'base.view', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(FieldView) }) }),
  get: reads({ title: '一楼一档', may: 'base.view', input: z.object({ id: AreaPath }), output: BuildingView }),
  change: writes({ title: '修改楼幢信息', may: 'base.edit', input: z.object({ id: AreaPath, revision: z.number().int().min(0), values: Values }), output: BuildingView }),
  history: reads({ title: '楼幢信息的变更记录', may: 'base.view', input: z.object({ id: AreaPath }), output: z.object({ rows: z.array(RevisionView) }) }),
  restore: writes({ title: '恢复楼幢信息的旧值', may: 'base.edit', input: z.object({ id: AreaPath, no: z.number().int().min(2), fields: z.array(z.string().max(40)).min(1).max(60) }), output: BuildingView }),
  reveal: writes({ title: '查看楼幢的完整号码', may: 'base.reveal', tellsSecret: true, input: z.object({ id: AreaPath, field: z.string().max(40), purpose: Purpose }), output: z.object({ value: z.string() }) }),
}
