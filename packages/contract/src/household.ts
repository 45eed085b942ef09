import * as z from 'zod'
import { FieldView, OwnWanted, Purpose, RevisionView, Values, Whereabouts } from './base.ts'
import { AreaPath, Day, Id, When, page, pageOf, reads, writes } from './kit.ts'

const Brief = z.object({ id: Id, name: z.string() })

export const HouseholdRow = z.object({
  id: Id, no: z.string().nullable(), kind: z.string().nullable(), head: Brief.nullable(), people: z.number().int(), tags: z.array(z.string()), area: AreaPath, areaName: z.string(), housing: Id.nullable(), address: z.string().nullable(), endedOn: Day.nullable(), changedAt: When,
})

/** Who is or was in a household, by their residency. Numbers are masked. */
const Member = z.object({
  residency: Id, person: Id, name: z.string(), sex: z.string().nullable(), age: z.number().int().nullable(), phone: z.string().nullable(), groups: z.array(z.string()), /** 与户主关系, as their own record has it. */ kinship: z.string().nullable(), role: z.string(), since: Day.nullable(), until: Day.nullable(), isHead: z.boolean(),
})

export const HouseholdView = HouseholdRow.extend({
  values: Values, revision: z.number().int(), checkedAt: When,
  /** Those who are in it, the head first, and those who were. */
  members: z.array(Member), former: z.array(Member), mayEdit: z.boolean(), mayReveal: z.boolean(),
})

const Members = { members: z.array(Id).max(60), head: Id.nullable().default(null) }

export const household = {
  fields: reads({ title: '户登记的项目', may: 'base.view', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(FieldView) }) }),
  list: reads({ title: '户列表', may: 'base.view', sensitive: true, input: page({ area: AreaPath.optional(), /** A part of the head's name, its pinyin or initials, or an address in any writing. */ text: z.string().trim().min(2, '请至少输入两个字').max(60).optional(), housing: Id.optional(), kind: z.string().max(10).optional(), own: OwnWanted.optional(), tag: z.string().max(20).optional() }), output: pageOf(HouseholdRow) }),
  get: reads({ title: '一户一档', may: 'base.view', sensitive: true, input: z.object({ id: Id }), output: HouseholdView }),
  /** `members` are residencies at this place; `head` is the person who answers for it. */
  form: writes({ title: '建户', may: 'base.edit', input: z.object({ values: Values.default({}), at: Whereabouts, ...Members }), output: HouseholdView }),
  arrange: writes({ title: '调整户主和成员', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), ...Members }), output: HouseholdView }),
  /** All members move out of this home into another one. */
  move: writes({ title: '整户搬迁', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), at: Whereabouts, since: Day }), output: HouseholdView }),
  /** Some of its members keep house by themselves from now on; `head` answers for them, `stayingHead` for those who stay where the head leaves. */
  split: writes({ title: '分户', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), members: z.array(Id).min(1).max(60), head: Id.nullable().default(null), stayingHead: Id.nullable().default(null) }), output: z.object({ stayed: HouseholdView, formed: HouseholdView }) }),
  /** `other`, at the same place, becomes part of this one, and is no more. */
  merge: writes({ title: '并户', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), other: Id, otherRevision: z.number().int().min(1) }), output: HouseholdView }),
  change: writes({ title: '修改户信息', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), values: Values }), output: HouseholdView }),
  end: writes({ title: '销户', may: 'base.edit', input: z.object({ id: Id, on: Day }), output: HouseholdView }),
  history: reads({ title: '户信息的变更记录', may: 'base.view', sensitive: true, input: z.object({ id: Id }), output: z.object({ rows: z.array(RevisionView) }) }),
  restore: writes({ title: '恢复户信息的旧值', may: 'base.edit', input: z.object({ id: Id, no: z.number().int().min(2), fields: z.array(z.string().max(40)).min(1).max(60) }), output: HouseholdView }),
  reveal: writes({ title: '查看户的完整号码', may: 'base.reveal', tellsSecret: true, input: z.object({ id: Id, field: z.string().max(40), purpose: Purpose }), output: z.object({ value: z.string() }) }),
}
