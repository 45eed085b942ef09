import * as z from 'zod'
import { Values } from './base.ts'
import { Phone } from './identity.ts'
import { AreaPath, Id, Nothing, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { rightsKind, rightsProof, rightsStatus } from './words/index.ts'

/** What was done about one part of a request, or why not. */
const Outcome = z.object({ what: z.string(), result: z.string(), why: z.string().nullable() })

/** A request as the person who made it sees it. */
export const MyRightsView = z.object({
  id: Id, kind: choice(rightsKind), status: choice(rightsStatus), wish: z.string(), areaName: z.string(), askedAt: When, dueAt: When, outcome: z.array(Outcome), answer: z.string().nullable(), answeredAt: When.nullable(), mayWithdraw: z.boolean(),
})

export const RightsView = MyRightsView.omit({ mayWithdraw: true }).extend({
  name: z.string(), phone: z.string().nullable(), area: AreaPath, isFromApp: z.boolean(), light: z.enum(['green', 'yellow', 'red']).nullable(), takenBy: z.string().nullable(), proof: choice(rightsProof).nullable(), checkedBy: z.string().nullable(), checkedAt: When.nullable(),
  answeredBy: z.string().nullable(), person: z.object({ id: Id, name: z.string() }).nullable(), hasAccount: z.boolean(),
})

/** Somebody registered under the phone number or name of a request: which of them it is, is decided by looking at a document. */
const Candidate = z.object({ id: Id, name: z.string(), number: z.string().nullable(), phone: z.string().nullable(), address: z.string().nullable() })

const One = z.object({ id: Id })
const Wish = { kind: choice(rightsKind), area: AreaPath, name: Text(50), wish: Text(500) }

export const rights = {
  ask: writes({ title: '提出个人信息请求', may: 'rights.own', perMinute: 20, input: z.object(Wish), output: MyRightsView }),
  mine: reads({ title: '我的个人信息请求', may: 'rights.own', input: page({}), output: pageOf(MyRightsView) }),
  withdraw: writes({ title: '撤回个人信息请求', may: 'rights.own', input: One, output: MyRightsView }),
  /** With the number once more, so that nobody does it on a phone that lies about. */
  closeAccount: writes({ title: '注销自己的账号', may: 'rights.own', perMinute: 5, tellsSecret: true, input: z.object({ phone: Phone }), output: Nothing }),
  take: writes({ title: '代为登记个人信息请求', may: 'rights.handle', input: z.object({ ...Wish, phone: Phone.nullable() }), output: RightsView }),
  list: reads({ title: '个人信息请求列表', may: 'rights.handle', sensitive: true, input: page({ status: choice(rightsStatus).optional(), isOpen: z.boolean().optional() }), output: pageOf(RightsView) }),
  waiting: reads({ title: '没办结的个人信息请求数', may: 'rights.handle', input: Nothing, output: z.object({ open: z.number().int() }) }),
  get: reads({ title: '个人信息请求', may: 'rights.handle', sensitive: true, input: One, output: RightsView.extend({ candidates: z.array(Candidate) }) }),
  check: writes({ title: '核对请求人身份', may: 'rights.handle', input: z.object({ id: Id, proof: choice(rightsProof), person: Id.nullable() }), output: RightsView }),
  /** Everything that is held about who asked, in clear, from every module; and which fields may be deleted. */
  held: reads({
    title: '平台保存的请求人信息', may: 'rights.handle', sensitive: true, input: One,
    output: z.object({
      sections: z.array(z.object({ title: z.string(), lines: z.array(z.object({ label: z.string(), value: z.string() })) })),
      fields: z.array(z.object({ name: z.string(), label: z.string(), mayDelete: z.boolean(), why: z.string() })),
    }),
  }),
  copy: writes({ title: '导出请求人的信息副本', may: 'rights.handle', tellsSecret: true, input: One, output: z.object({ fileName: z.string(), xlsx: z.string() }) }),
  correct: writes({ title: '按请求更正信息', may: 'rights.handle', input: z.object({ id: Id, values: Values }), output: RightsView }),
  delete: writes({ title: '按请求删除信息', may: 'rights.handle', input: z.object({ id: Id, fields: z.array(z.string().max(40)).min(1).max(120) }), output: RightsView }),
  answer: writes({ title: '答复个人信息请求', may: 'rights.handle', input: z.object({ id: Id, isRefused: z.boolean(), answer: Text(1000) }), output: RightsView }),
}
