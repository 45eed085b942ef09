import * as z from 'zod'
import { AreaPath, Day, Id, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { flawKind } from './words/index.ts'

const Counts = z.record(choice(flawKind), z.number().int())

/** One record with something wrong; numbers are masked. */
export const FlawView = z.object({
  subject: Id, of: z.enum(['person', 'housing']), name: z.string(), number: z.string().nullable(), phone: z.string().nullable(), address: z.string().nullable(), area: AreaPath, areaName: z.string(),
  /** The other community that claims the same person, and nothing else of it. */
  elsewhere: z.string().nullable(), since: When, checkedAt: When,
})

/** As many as one looks through at once. */
export const mostMended = 200

export const quality = {
  board: reads({ title: '数据质量', may: 'base.view', input: z.object({ area: AreaPath.optional() }), output: z.object({ total: Counts, rows: z.array(z.object({ area: AreaPath, areaName: z.string(), counts: Counts })) }) }),
  list: reads({ title: '数据质量问题清单', may: 'base.view', sensitive: true, input: page({ kind: choice(flawKind), area: AreaPath.optional() }), output: pageOf(FlawView) }),
  /** People who were looked over and are right as they stand, or who moved out; whoever cannot be is told with the reason. */
  mend: writes({
    title: '批量处理数据质量问题', may: 'base.edit', input: z.object({ people: z.array(Id).min(1).max(mostMended), way: z.enum(['confirm', 'moveOut']), on: Day.optional(), reason: z.string().max(10).optional() }),
    output: z.object({ mend: Id.nullable(), mended: z.number().int(), left: z.array(z.object({ person: Id, why: z.string() })) }),
  }),
  /** Homes nobody is registered in, which stand empty. */
  standEmpty: writes({
    title: '批量登记空置', may: 'base.edit', input: z.object({ homes: z.array(Id).min(1).max(mostMended) }),
    output: z.object({ mend: Id, mended: z.number().int(), left: z.array(z.object({ home: Id, why: z.string() })) }),
  }),
  undo: writes({ title: '撤销批量处理', may: 'base.edit', input: z.object({ mend: Id }), output: z.object({ undone: z.number().int(), left: z.number().int() }) }),
}
