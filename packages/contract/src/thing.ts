import * as z from 'zod'
import { FieldView, OwnWanted, Purpose, RevisionView, Values, Whereabouts } from './base.ts'
import { AreaPath, Day, Id, Point, When, page, pageOf, reads, writes } from './kit.ts'

/** A lamp, a lid, a hydrant, a lift. `owner` is the unit it belongs to. */
export const ThingRow = z.object({
  id: Id, name: z.string(), kind: z.string(), code: z.string().nullable(), state: z.string().nullable(), owner: z.object({ id: Id, name: z.string() }).nullable(), point: Point.nullable(),
  tags: z.array(z.string()), area: AreaPath, areaName: z.string(), housing: Id.nullable(), address: z.string().nullable(), endedOn: Day.nullable(), changedAt: When,
})
export const ThingView = ThingRow.extend({ values: Values, revision: z.number().int(), checkedAt: When, mayEdit: z.boolean(), mayReveal: z.boolean() })

/** At a place, or at a point of the map, which tells the place. */
const Where = { at: Whereabouts.optional(), point: Point.optional() }
const Code = z.string().max(10).optional()

export const thing = {
  fields: reads({ title: '物与部件登记的项目', may: 'base.view', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(FieldView) }) }),
  /** `kind` may be a group (01) or a code within it (01003). */
  list: reads({ title: '物与部件列表', may: 'base.view', input: page({ area: AreaPath.optional(), /** A part of its name, or its whole code. */ text: z.string().trim().min(2, '请至少输入两个字').max(60).optional(), housing: Id.optional(), kind: Code, state: Code, owner: Id.optional(), own: OwnWanted.optional(), tag: z.string().max(20).optional() }), output: pageOf(ThingRow) }),
  get: reads({ title: '一物一档', may: 'base.view', input: z.object({ id: Id }), output: ThingView }),
  enter: writes({ title: '登记物与部件', may: 'base.edit', input: z.object({ values: Values, owner: Id.nullable().default(null), ...Where }), output: ThingView }),
  change: writes({ title: '修改物与部件信息', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), values: Values }), output: ThingView }),
  /** To another place or point, or to another owner. */
  move: writes({ title: '变更物与部件的位置或权属', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), owner: Id.nullable().optional(), ...Where }), output: ThingView }),
  retire: writes({ title: '注销物与部件', may: 'base.edit', input: z.object({ id: Id, on: Day }), output: ThingView }),
  history: reads({ title: '物与部件信息的变更记录', may: 'base.view', input: z.object({ id: Id }), output: z.object({ rows: z.array(RevisionView) }) }),
  restore: writes({ title: '恢复物与部件信息的旧值', may: 'base.edit', input: z.object({ id: Id, no: z.number().int().min(2), fields: z.array(z.string().max(40)).min(1).max(60) }), output: ThingView }),
  reveal: writes({ title: '查看物与部件的完整号码', may: 'base.reveal', tellsSecret: true, input: z.object({ id: Id, field: z.string().max(40), purpose: Purpose }), output: z.object({ value: z.string() }) }),
}
