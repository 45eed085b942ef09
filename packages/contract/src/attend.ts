import * as z from 'zod'
import { AreaPath, Id, Nothing, Point, Text, When, choice, reads, writes } from './kit.ts'
import { EventSeverity } from './event.ts'
import { AnswersFound } from './knowledge.ts'
import { TurnView } from './reception.ts'
import { attendStep, attendWhose, handOverWhy, talkChannel, talkState, unfilledIn } from './words/index.ts'

const Count = z.number().int()

export const AttendRow = z.object({
  id: Id, title: z.string(), area: AreaPath, areaName: z.string(), channel: choice(talkChannel), state: choice(talkState), why: choice(handOverWhy).nullable(),
  /** Somebody spoke of danger: before all others. */
  isAlert: z.boolean(),
  waitingSince: When.nullable(), worker: z.string().nullable(), isMine: z.boolean(),
  /** Passed on to the person asking, by name. */
  isForMe: z.boolean(),
  last: z.object({ by: z.enum(['resident', 'machine', 'worker']), text: z.string(), at: When }).nullable(),
})

/** Masked. `people`: records of the base with the same number that the worker may see. */
const Caller = z.object({ name: z.string(), phone: z.string().nullable(), people: z.array(z.object({ id: Id, name: z.string(), areaName: z.string() })) })
const Taken = z.object({ worker: z.string(), claimedAt: When, waitedMinutes: Count, replies: Count, endedAt: When.nullable(), passedTo: z.string().nullable(), note: z.string().nullable(), event: z.object({ id: Id, number: z.string() }).nullable() })

export const AttendView = AttendRow.extend({
  begunAt: When, turns: z.array(TurnView), earlier: Count.nullable(),
  /** Messages that may still be sent where the resident's channel limits them, until they write again; the last page tells it. */
  left: z.object({ messages: Count, until: When.nullable() }).nullable(),
  caller: Caller.nullable(), taken: z.array(Taken), steps: z.array(choice(attendStep)),
})

const Said = Text(500).superRefine((text, ctx) => {
  const rest = unfilledIn(text)
  if (rest) ctx.addIssue({ code: 'custom', message: `还有“${rest}”没有填` })
})
const of = { id: Id }

export const attend = {
  /** The longest waiting first, alerts before all others; a hundred at most. */
  queue: reads({ title: '人工接待队列', may: 'attend.answer', input: z.object({ whose: choice(attendWhose).default('waiting') }), output: z.object({ rows: z.array(AttendRow), isMore: z.boolean() }) }),
  /** 99 at most each. */
  count: reads({ title: '等待人工接待数', may: 'attend.answer', input: Nothing, output: z.object({ waiting: Count, alerts: Count, mine: Count }) }),
  get: reads({ title: '人工接待的对话', may: 'attend.answer', input: z.object({ ...of, before: Count.min(1).max(100_000).optional() }), output: AttendView }),
  /** What the knowledge base would say to the last question, or to words of one's own. */
  suggest: reads({ title: '建议答案', may: 'attend.answer', input: z.object({ ...of, question: z.string().trim().max(200).optional() }), output: AnswersFound.extend({ question: z.string() }) }),
  /** To whom it can be passed on. */
  colleagues: reads({ title: '可转交的同事和单位', may: 'attend.answer', input: z.object(of), output: z.object({ people: z.array(z.object({ id: Id, name: z.string() })), desks: z.array(z.object({ area: AreaPath, name: z.string() })) }) }),
  /** What was done today at one's desks: how many were taken up, minutes until (median and the slowest tenth), answers. */
  today: reads({ title: '今天的人工接待', may: 'attend.answer', input: Nothing, output: z.object({ taken: Count, replies: Count, medianMinutes: z.number().nullable(), p90Minutes: z.number().nullable() }) }),
  claim: writes({ title: '接待', may: 'attend.answer', input: z.object({ ...of, isTakeOver: z.boolean().default(false) }), output: AttendView }),
  /** Takes it up where nobody has. `entry`: the answer that is sent along as a card. */
  reply: writes({ title: '回复居民', may: 'attend.answer', input: z.object({ ...of, text: Said, entry: Id.optional() }), output: AttendView }),
  /** To a colleague, or to another desk. */
  pass: writes({ title: '转交对话', may: 'attend.answer', input: z.object({ ...of, person: Id.optional(), area: AreaPath.optional(), note: Text(200) }).refine(({ person, area }) => (person === undefined) !== (area === undefined), { message: '请选择同事或单位', path: ['person'] }), output: Nothing }),
  /** As a proxy: the reporter is who asks, with the number of their account. */
  report: writes({
    title: '对话转为事件', may: 'attend.answer',
    input: z.object({ ...of, description: Text(1000), matter: z.string(), point: Point.optional(), area: AreaPath.optional(), place: z.string().trim().max(120).default(''), severity: EventSeverity.default('ordinary') }),
    output: z.object({ event: Id, number: z.string() }),
  }),
  close: writes({ title: '结束人工接待', may: 'attend.answer', input: z.object(of), output: AttendView }),
}
