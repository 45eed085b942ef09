import * as z from 'zod'
import { FieldView, Purpose, RevisionView, Since, Values, Whereabouts } from './base.ts'
import { AreaPath, Day, Id, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { personStanding } from './words/index.ts'

const Residency = z.object({
  id: Id, role: z.string(), housing: Id.nullable(), area: AreaPath, areaName: z.string(), address: z.string().nullable(), since: Day.nullable(), until: Day.nullable(), leaveReason: z.string().nullable(), isMain: z.boolean(),
})

/** Numbers are masked. */
export const PersonRow = z.object({
  id: Id, name: z.string(), sex: z.string().nullable(), birth: Day.nullable(), age: z.number().int().nullable(), number: z.string().nullable(), phone: z.string().nullable(), populationKind: z.string().nullable(),
  groups: z.array(z.string()), tags: z.array(z.string()), standing: choice(personStanding), area: AreaPath, areaName: z.string(), address: z.string().nullable(), changedAt: When,
})

export const PersonView = PersonRow.extend({
  /** Everything known, sensitive values masked; `revision` is what a change is based on. */
  values: Values, revision: z.number().int(), residencies: z.array(Residency), checkedAt: When, mayEdit: z.boolean(), mayReveal: z.boolean(),
})

const filters = { area: AreaPath.optional(), housing: Id.optional(), populationKind: z.string().max(10).optional(), groups: z.array(z.string().max(10)).max(30).optional(), standing: choice(personStanding).optional() }

export const person = {
  fields: reads({ title: '人口登记的项目', may: 'base.view', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(FieldView) }) }),
  list: reads({ title: '人口列表', may: 'base.view', sensitive: true, input: page(filters), output: pageOf(PersonRow) }),
  get: reads({ title: '一人一档', may: 'base.view', sensitive: true, input: z.object({ id: Id }), output: PersonView }),
  enter: writes({ title: '登记人口', may: 'base.edit', input: z.object({ values: Values, at: Whereabouts, role: z.string().max(10), since: Since }), output: PersonView }),
  /** Based on the revision that was seen: what somebody else changed since is not overwritten. */
  change: writes({ title: '修改人口信息', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), values: Values }), output: PersonView }),
  history: reads({ title: '人口信息的变更记录', may: 'base.view', sensitive: true, input: z.object({ id: Id }), output: z.object({ rows: z.array(RevisionView) }) }),
  restore: writes({ title: '恢复人口信息的旧值', may: 'base.edit', input: z.object({ id: Id, no: z.number().int().min(2), fields: z.array(z.string().max(40)).min(1).max(60) }), output: PersonView }),
  reveal: writes({ title: '查看完整号码', may: 'base.reveal', tellsSecret: true, input: z.object({ id: Id, field: z.string().max(40), purpose: Purpose }), output: z.object({ value: z.string() }) }),
  moveIn: writes({ title: '迁入或增加住处', may: 'base.edit', input: z.object({ id: Id, at: Whereabouts, role: z.string().max(10), since: Since, leavesOthers: z.boolean().default(false) }), output: PersonView }),
  moveOut: writes({ title: '迁出', may: 'base.edit', input: z.object({ id: Id, residency: Id, on: Day, reason: z.string().max(10) }), output: PersonView }),
}

