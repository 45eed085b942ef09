import * as z from 'zod'
import { AreaPath, Day, Id, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { personStanding, twinReason, twinStatus } from './words/index.ts'

/** One of two records that may be one person; numbers are masked. */
export const TwinSide = z.object({
  id: Id, name: z.string(), sex: z.string().nullable(), birth: Day.nullable(), age: z.number().int().nullable(), number: z.string().nullable(), phone: z.string().nullable(), standing: choice(personStanding), areaName: z.string(), address: z.string().nullable(),
})

export const TwinView = z.object({
  id: Id, status: choice(twinStatus), reasons: z.array(choice(twinReason)), score: z.number().int(), one: TwinSide, other: TwinSide, foundAt: When, decidedBy: z.string().nullable(), decidedAt: When.nullable(),
  /** Two communities that claim one person is a transfer and not a merge. */
  mayMerge: z.boolean(), mayTellApart: z.boolean(),
  /** What made them one record, to undo it. */
  merge: Id.nullable(),
})

export const twin = {
  list: reads({ title: '疑似重复人员', may: 'base.view', sensitive: true, input: page({ status: choice(twinStatus).default('open'), area: AreaPath.optional() }), output: pageOf(TwinView) }),
  /** Remembered for ever: the two are not found again. */
  tellApart: writes({ title: '确认不是同一人', may: 'base.edit', input: z.object({ id: Id }), output: TwinView }),
  lookAgain: writes({ title: '撤回“不是同一人”', may: 'base.edit', input: z.object({ id: Id }), output: TwinView }),
}
