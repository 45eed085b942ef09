import * as z from 'zod'
import { FieldView, OwnWanted, Purpose, RevisionView, Since, Values, Whereabouts } from './base.ts'
import { AreaPath, Day, Id, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { personStanding, twinReason, twinStatus } from './words/index.ts'

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
  /** The record it was made part of. */
  mergedInto: Id.nullable(),
})

/** Who might be the same as somebody about to be entered, and why. */
export const AlikeView = PersonRow.extend({ reasons: z.array(choice(twinReason)), score: z.number().int() })

/** One field of a pair side by side, in words, sensitive values masked: whether they differ is told, since masks may look the same. */
export const ComparedField = z.object({ name: z.string(), label: z.string(), part: z.string(), one: z.string().nullable(), other: z.string().nullable(), isDiffering: z.boolean(), mayTakeBoth: z.boolean() })

const filters = { area: AreaPath.optional(), housing: Id.optional(), populationKind: z.string().max(10).optional(), groups: z.array(z.string().max(10)).max(30).optional(), standing: choice(personStanding).optional(), own: OwnWanted.optional(), tag: z.string().max(20).optional() }

export const person = {
  fields: reads({ title: '人口登记的项目', may: 'base.view', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(FieldView) }) }),
  list: reads({ title: '人口列表', may: 'base.view', sensitive: true, input: page(filters), output: pageOf(PersonRow) }),
  get: reads({ title: '一人一档', may: 'base.view', sensitive: true, input: z.object({ id: Id }), output: PersonView }),
  /** While somebody is typed in, with or without a name yet: who is there already. Of another community only its name is told, and only for a whole certificate number. */
  alike: reads({
    title: '登记前查重', may: 'base.edit', sensitive: true, perMinute: 120,
    input: z.object({ name: z.string().trim().max(50).default(''), certificateNumber: z.string().trim().max(30).optional(), phone: z.string().trim().max(30).optional(), birth: z.string().trim().max(20).optional(), at: Whereabouts }),
    output: z.object({ same: PersonRow.nullable(), elsewhere: z.string().nullable(), rows: z.array(AlikeView) }),
  }),
  /** Refused with base.person-alike and who it might be before anything is written, until it is said of them that they are somebody else. */
  enter: writes({ title: '登记人口', may: 'base.edit', input: z.object({ values: Values, at: Whereabouts, role: z.string().max(10), since: Since, isSomebodyElse: z.array(Id).max(20).default([]) }), output: PersonView }),
  /** Based on the revision that was seen: what somebody else changed since is not overwritten. */
  change: writes({ title: '修改人口信息', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), values: Values }), output: PersonView }),
  history: reads({ title: '人口信息的变更记录', may: 'base.view', sensitive: true, input: z.object({ id: Id }), output: z.object({ rows: z.array(RevisionView) }) }),
  restore: writes({ title: '恢复人口信息的旧值', may: 'base.edit', input: z.object({ id: Id, no: z.number().int().min(2), fields: z.array(z.string().max(40)).min(1).max(60) }), output: PersonView }),
  reveal: writes({ title: '查看完整号码', may: 'base.reveal', tellsSecret: true, input: z.object({ id: Id, field: z.string().max(40), purpose: Purpose }), output: z.object({ value: z.string() }) }),
  moveIn: writes({ title: '迁入或增加住处', may: 'base.edit', input: z.object({ id: Id, at: Whereabouts, role: z.string().max(10), since: Since, leavesOthers: z.boolean().default(false) }), output: PersonView }),
  moveOut: writes({ title: '迁出', may: 'base.edit', input: z.object({ id: Id, residency: Id, on: Day, reason: z.string().max(10) }), output: PersonView }),
  /** Two records that may be one person, what differs first. */
  compare: reads({
    title: '两条人口记录并排比对', may: 'base.view', sensitive: true, input: z.object({ one: Id, other: Id }),
    output: z.object({
      one: PersonView, other: PersonView, fields: z.array(ComparedField), reasons: z.array(choice(twinReason)), twin: z.object({ id: Id, status: choice(twinStatus) }).nullable(),
      /** The record that is better kept: it has a number, or more is known, or it is older. */
      better: Id, mayMerge: z.boolean(), hindrance: z.string().nullable(),
    }),
  }),
  /** What is empty in the record that is kept is filled from the other; of what differs, `take` names the fields that are taken from the other and `both` those of which both hold. */
  merge: writes({
    title: '合并两条人口记录', may: 'base.edit',
    input: z.object({ keep: Id, drop: Id, keepRevision: z.number().int().min(1), dropRevision: z.number().int().min(1), take: z.array(z.string().max(40)).max(120).default([]), both: z.array(z.string().max(40)).max(20).default([]) }),
    output: z.object({ merge: Id, person: PersonView }),
  }),
  unmerge: writes({ title: '撤销合并', may: 'base.edit', input: z.object({ merge: Id }), output: z.object({ kept: PersonView, restored: PersonView }) }),
}
