import * as z from 'zod'
import { Since, Value } from './base.ts'
import { AreaPath, Day, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { claimStatus, proposable, recordKind, valueSource } from './words/index.ts'

/** What a source says that does not stand in the record, beside what does; sensitive values masked. */
export const ClaimView = z.object({
  id: Id, kind: choice(recordKind), record: z.object({ id: Id, name: z.string() }), area: AreaPath, areaName: z.string(), field: z.string(), label: z.string(), value: Value, present: Value,
  source: choice(valueSource), presentSource: choice(valueSource).nullable(), by: z.string(), at: When, status: choice(claimStatus), decidedBy: z.string().nullable(), decidedAt: When.nullable(),
})

const Phone = z.string().trim().max(40)

export const claim = {
  /** The newest first; of one record, or all that wait in an area. */
  list: reads({ title: '待定值', may: 'base.view', sensitive: true, input: page({ area: AreaPath.optional(), kind: choice(recordKind).optional(), record: Id.optional(), status: choice(claimStatus).default('open') }), output: pageOf(ClaimView) }),
  /**
   * Accepted it stands, with the source it came from; `reason` is why somebody has left, where that is what was said. Who has moved in and may be somebody who is known is refused with
   * base.person-alike; then it is said who they are (`is`) or whom they are not.
   */
  decide: writes({
    title: '采纳或不采纳', may: 'base.edit', output: ClaimView,
    input: z.object({ id: Id, isAccepted: z.boolean(), reason: z.string().max(10).default('02'), is: z.object({ person: Id, leavesOthers: z.boolean() }).nullable().default(null), isSomebodyElse: z.array(Id).max(20).default([]) }),
  }),
  /** Whom somebody in a building may tell news of: names and doors, no numbers. */
  whom: reads({ title: '可上报变动的居民', may: 'base.propose', sensitive: true, input: page({}), output: pageOf(z.object({ id: Id, name: z.string(), residency: Id, address: z.string().nullable(), areaName: z.string() })) }),
  propose: writes({
    title: '上报人员信息变动', may: 'base.propose', perMinute: 30,
    input: z.object({ person: Id, movedOut: z.object({ residency: Id, on: Day }).optional(), values: z.partialRecord(choice(proposable), Phone).default({}) }).refine(({ movedOut, values }) => movedOut !== undefined || Object.keys(values).length > 0, '请填写变动'),
    output: z.object({ proposed: z.number().int() }),
  }),
  /** The doors that somebody may have moved in behind. */
  doors: reads({ title: '可上报入住的房屋', may: 'base.propose', input: page({}), output: pageOf(z.object({ id: Id, address: z.string() })) }),
  arrive: writes({ title: '上报有人入住', may: 'base.propose', perMinute: 30, input: z.object({ housing: Id, name: Text(50), phone: Phone.default(''), role: Text(10), since: Since }), output: z.object({ proposed: z.number().int() }) }),
}
