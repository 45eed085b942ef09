import * as z from 'zod'
import { Since, Values, Whereabouts } from './base.ts'
import { Door, HousingRow } from './housing.ts'
import { AreaPath, Day, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { valueSource } from './words/index.ts'

/** Somebody who lives behind a door: what is asked for there and nothing more, numbers masked. A change is based on `revision`. */
export const ResidentView = z.object({
  person: Id, residency: Id, housing: Id.nullable(), name: z.string(), sex: z.string().nullable(), age: z.number().int().nullable(), role: z.string(), since: Day.nullable(), household: Id.nullable(), isHead: z.boolean(),
  values: Values, revision: z.number().int(), checkedAt: When, mayEdit: z.boolean(),
})

/** What was written at the door beside what stands, in words, masked where sensitive: masks may look the same, so whether they differ is told. */
export const BesideField = z.object({ name: z.string(), label: z.string(), mine: z.string(), present: z.string().nullable(), isDiffering: z.boolean() })

/** A field that somebody else changed since: `details.changes` of base.changed. */
export const OvertakenField = BesideField.extend({ by: z.string(), at: When, source: choice(valueSource) })

/** Somebody who is known already: nobody is written a second time, what was told goes into their record. `revision` is the one that was seen. */
const Known = z.object({ person: Id, revision: z.number().int().min(1), leavesOthers: z.boolean().default(false) })

export const doorstep = {
  /** Behind one door, or in a whole building as people walk: to be kept on a phone for where there is no network. */
  residents: reads({
    title: '入户住户', may: 'base.view', sensitive: true, input: page({ building: AreaPath.optional(), housing: Id.optional() }).refine(({ building, housing }) => (building === undefined) !== (housing === undefined), '请选择楼幢或房屋'), output: pageOf(ResidentView),
  }),
  /** Who was met beside a record that may be theirs. */
  beside: reads({
    title: '入户登记与已有档案并排比对', may: 'base.view', sensitive: true, perMinute: 120, input: z.object({ person: Id, values: Values }),
    output: z.object({ person: Id, name: z.string(), revision: z.number().int(), fields: z.array(BesideField), /** Where they live now, as far as one may see it. */ homes: z.array(z.object({ housing: Id.nullable(), address: z.string() })) }),
  }),
  /**
   * Somebody new behind a door, with household and relatives, all in one. Refused with base.person-alike, base.person-exists or base.person-elsewhere before anything is written; then it is said who
   * they are (`is`) or whom they are not (`isSomebodyElse`). `household`: the one that is named, or the one that stands here; where there is none they found one.
   */
  enter: writes({
    title: '入户登记住户', may: 'base.edit',
    input: z.object({
      values: Values, at: Whereabouts, role: z.string().max(10), since: Since, isSomebodyElse: z.array(Id).max(20).default([]), is: Known.nullable().default(null), household: z.union([Id, z.literal('here')]).nullable().default(null),
      /** Who lives there already, and what the one who is entered is to them (GB/T 4761). */
      relatives: z.array(z.object({ person: Id, role: Text(10) })).max(10).default([]),
    }),
    output: z.object({ person: Id, residency: Id, name: z.string() }),
  }),
  /** A door that was not registered yet; where it was meanwhile, that one. */
  addUnit: writes({ title: '入户补登房屋', may: 'base.edit', input: Door.extend({ building: AreaPath }), output: HousingRow.pick({ id: true, entrance: true, floor: true, room: true, part: true, address: true, checkedAt: true }) }),
  /** What others changed meanwhile in other fields does not stand in the way; in the same ones it is refused with base.changed and both sides of each. */
  change: writes({ title: '入户更正信息', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), values: Values }), output: z.object({ person: Id, revision: z.number().int() }) }),
  /** Looked over at the door and found right, everybody at once; `takenAt` is when, where the phone could tell only later. */
  confirm: writes({
    title: '入户核对无变化', may: 'base.edit', input: z.object({ housing: Id, people: z.array(Id).max(100), takenAt: When.optional() }), output: z.object({ confirmed: z.number().int(), left: z.array(z.object({ person: Id, why: z.string() })) }),
  }),
  /** Somebody who lives there is put into a household of the place. */
  join: writes({ title: '入户编入家庭户', may: 'base.edit', input: z.object({ residency: Id, household: z.union([Id, z.literal('here')]) }), output: z.object({ household: Id }) }),
}
