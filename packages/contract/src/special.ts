import * as z from 'zod'
import { FieldView, Purpose, Value, Values } from './base.ts'
import { AreaPath, Day, Id, Nothing, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { specialKind, specialStatus } from './words/index.ts'

const Kind = choice(specialKind)

/** Somebody in a restricted group, as a list shows them: the name masked, no door, no number. */
export const SpecialRow = z.object({ id: Id, kind: Kind, person: Id, name: z.string(), area: AreaPath, areaName: z.string(), enteredAt: When, changedAt: When, endedOn: Day.nullable() })

/** The whole record, shown for a purpose. `changes` tells what stood before, the newest first. */
export const SpecialView = SpecialRow.extend({
  values: Values, revision: z.number().int(), endedFor: z.string().nullable(),
  changes: z.array(z.object({ no: z.number().int(), at: When, by: z.string(), fields: z.array(z.object({ name: z.string(), label: z.string(), before: Value })) })),
})

export const SpecialSwitch = z.object({
  kind: Kind, status: choice(specialStatus), reason: z.string().nullable(), askedBy: z.string().nullable(), askedAt: When.nullable(), decidedBy: z.string().nullable(), decidedAt: When.nullable(), note: z.string().nullable(),
  mayAsk: z.boolean(), mayDecide: z.boolean(), maySwitchOff: z.boolean(),
})

/** Nothing of it is remembered for a repeated submission: what is answered is not to lie about. */
const restricted = { may: 'special.keep', tellsSecret: true } as const

export const special = {
  /** For who switches them on or off, and for who keeps them. */
  switches: reads({ title: '特殊人群的启用情况', may: 'signed-in', input: Nothing, output: z.object({ rows: z.array(SpecialSwitch) }) }),
  askSwitch: writes({ title: '申请启用一类特殊人群', may: 'special.manage', input: z.object({ kind: Kind, reason: Text(200) }), output: SpecialSwitch }),
  decideSwitch: writes({ title: '审批启用一类特殊人群', may: 'special.approve', input: z.object({ kind: Kind, isAgreed: z.boolean(), note: z.string().trim().max(200).optional() }), output: SpecialSwitch }),
  switchOff: writes({ title: '停用一类特殊人群', may: 'special.manage', input: z.object({ kind: Kind, reason: Text(200) }), output: SpecialSwitch }),
  fields: reads({ title: '特殊人群登记的项目', may: 'special.keep', input: z.object({ kind: Kind }), output: z.object({ rows: z.array(FieldView) }) }),
  list: reads({ title: '特殊人群列表', may: 'special.keep', sensitive: true, input: page({ kind: Kind, area: AreaPath.optional(), withEnded: z.boolean().default(false) }), output: pageOf(SpecialRow) }),
  /** What is kept of one person, without what it says; and which kinds may be entered. */
  of: reads({ title: '某人的特殊人群登记', may: 'special.keep', sensitive: true, input: z.object({ person: Id }), output: z.object({ rows: z.array(SpecialRow), kinds: z.array(Kind) }) }),
  look: writes({ title: '查看特殊人群档案', ...restricted, input: z.object({ id: Id, purpose: Purpose }), output: SpecialView }),
  enter: writes({ title: '登记特殊人群', ...restricted, input: z.object({ person: Id, kind: Kind, values: Values.default({}) }), output: SpecialRow }),
  /** Tells nothing of what stands: that is looked at for a purpose. */
  change: writes({ title: '修改特殊人群档案', ...restricted, input: z.object({ id: Id, revision: z.number().int().min(1), values: Values }), output: SpecialRow.extend({ revision: z.number().int() }) }),
  end: writes({ title: '解除特殊人群登记', ...restricted, input: z.object({ id: Id, revision: z.number().int().min(1), on: Day, reason: Text(200) }), output: SpecialRow }),
}
