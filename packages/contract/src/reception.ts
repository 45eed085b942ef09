import * as z from 'zod'
import { AreaPath, Id, Nothing, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { AnswerCard } from './knowledge.ts'
import { answerPart, dislikeReason, missingPiece, talkChannel, talkState, turnBy, turnKind } from './words/index.ts'

const Count = z.number().int()

/** What stands under the words of a turn: an answer, questions to tap, a report to go on with, whom to call. */
export const TalkCard = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), entry: Id, revision: Count, part: choice(answerPart), card: AnswerCard }),
  z.object({ kind: z.literal('suggestions'), rows: z.array(z.object({ entry: Id, question: z.string() })).max(3) }),
  z.object({ kind: z.literal('report'), description: z.string(), matter: z.object({ code: z.string(), name: z.string(), path: z.string() }).nullable() }),
  z.object({ kind: z.literal('contacts'), rows: z.array(z.object({ name: z.string(), phone: z.string().nullable(), note: z.string().nullable() })) }),
  /** Emergency numbers (110, 119, 120, 12356). */
  z.object({ kind: z.literal('calls'), rows: z.array(z.object({ number: z.string(), name: z.string() })) }),
  /** Ready answers to what was asked back: `value` is the path of a community, or the words themselves. */
  z.object({ kind: z.literal('choices'), need: choice(missingPiece), rows: z.array(z.object({ value: z.string(), words: z.string() })) }),
])
export type Card = z.output<typeof TalkCard>

export const TurnView = z.object({
  no: Count, by: choice(turnBy), kind: choice(turnKind),
  /** Of the worker; null of the others. */
  name: z.string().nullable(),
  text: z.string(), cards: z.array(TalkCard), photos: z.array(Id), at: When,
  /** What the resident thought of an answer. */
  isHelpful: z.boolean().nullable(),
})

export const TalkHead = z.object({
  id: Id, channel: choice(talkChannel), area: AreaPath, areaName: z.string(),
  /** The community is known; otherwise the area is the sub-district. */
  isPlaced: z.boolean(),
  state: choice(talkState), worker: z.string().nullable(), begunAt: When, lastAt: When, endedAt: When.nullable(),
  rating: z.object({ score: Count, reasons: z.array(choice(dislikeReason)), text: z.string().nullable() }).nullable(),
  mayRate: z.boolean(),
})

/** The newest turns, oldest first; `earlier` goes into `before` for those before them. */
export const TalkView = TalkHead.extend({ turns: z.array(TurnView), earlier: Count.nullable() })

/** What was added by one step. */
const Step = z.object({ talk: TalkHead, turns: z.array(TurnView) })
const of = { talk: Id }
const Reasons = z.array(choice(dislikeReason)).max(7).default([])

export const reception = {
  /** A new talk; an older one the machine answers in ends with it. `area`: the community, where it was chosen. */
  begin: writes({ title: '开始问社工', may: 'reception.own', perMinute: 10, input: z.object({ area: AreaPath.optional() }), output: TalkView }),
  ask: writes({ title: '问社工', may: 'reception.own', perMinute: 40, input: z.object({ ...of, text: z.string().trim().max(500, '最多 500 个字'), photos: z.array(Id).max(3, '一次最多 3 张图片').default([]) }).refine(({ text, photos }) => text !== '' || photos.length > 0, { message: '请写下想问的事', path: ['text'] }), output: Step }),
  /** One of the questions that were offered. */
  pick: writes({ title: '选择推荐的问题', may: 'reception.own', perMinute: 40, input: z.object({ ...of, entry: Id }), output: Step }),
  /** Which community it is about; what waited for it is answered. */
  place: writes({ title: '选择所在社区', may: 'reception.own', perMinute: 20, input: z.object({ ...of, area: AreaPath }), output: Step }),
  handOver: writes({ title: '转人工', may: 'reception.own', perMinute: 20, input: z.object(of), output: Step }),
  judge: writes({ title: '评价一条答案', may: 'reception.own', input: z.object({ ...of, no: Count.min(1).max(100_000), isHelpful: z.boolean() }), output: TurnView }),
  /** Once, up to a week after the end; below four stars with what was wrong. */
  rate: writes({ title: '评价对话', may: 'reception.own', input: z.object({ ...of, score: Count.min(1).max(5), reasons: Reasons, text: z.string().trim().max(300, '最多 300 个字').optional() }), output: TalkHead }),
  end: writes({ title: '结束对话', may: 'reception.own', input: z.object(of), output: Step }),
  get: reads({ title: '对话内容', may: 'reception.own', input: z.object({ ...of, before: Count.min(1).max(100_000).optional() }), output: TalkView }),
  mine: reads({ title: '我的对话', may: 'reception.own', input: page({}), output: pageOf(TalkHead.extend({ title: z.string() })) }),
  /** Where a talk would begin: the community of the last one or of one's own record, else the only sub-district there is. */
  home: reads({ title: '问社工的所在社区', may: 'reception.own', input: Nothing, output: z.object({ area: AreaPath.nullable(), areaName: z.string().nullable(), isPlaced: z.boolean() }) }),
}
