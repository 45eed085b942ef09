import * as z from 'zod'
import { Since, Whereabouts } from './base.ts'
import { AreaPath, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { transferStatus } from './words/index.ts'

/** One community asks another for a person it keeps. Whoever asks learns nothing of the person before it is agreed. */
export const TransferView = z.object({
  id: Id, status: choice(transferStatus), from: z.object({ area: AreaPath, name: z.string() }), to: z.object({ area: AreaPath, name: z.string(), address: z.string().nullable() }),
  /** Only for the community that keeps them, and for both once it is agreed. */
  person: z.object({ id: Id, name: z.string() }).nullable(),
  reason: z.string(), askedBy: z.string(), askedAt: When, decidedBy: z.string().nullable(), decidedAt: When.nullable(), note: z.string().nullable(), mayDecide: z.boolean(), mayWithdraw: z.boolean(),
})

export const transfer = {
  list: reads({ title: '社区间迁移申请', may: 'base.view', input: page({ status: choice(transferStatus).optional(), person: Id.optional() }), output: pageOf(TransferView) }),
  ask: writes({ title: '申请迁入其他社区的人', may: 'base.edit', perMinute: 30, input: z.object({ number: z.string().trim().min(5).max(30), at: Whereabouts, role: z.string().max(10), since: Since, reason: Text(200) }), output: TransferView }),
  decide: writes({ title: '同意或不同意迁移', may: 'base.edit', input: z.object({ id: Id, isAgreed: z.boolean(), note: z.string().trim().max(200).optional() }), output: TransferView }),
  withdraw: writes({ title: '撤回迁移申请', may: 'base.edit', input: z.object({ id: Id }), output: TransferView }),
}
