import * as z from 'zod'
import { Id, Nothing, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { answerBand, rehearsalStatus, topicStatus, topicWhy } from './words/index.ts'

const Count = z.number().int()

export const TopicRow = z.object({
  id: Id, title: z.string(), areaName: z.string(), status: choice(topicStatus), unanswered: Count, disliked: Count, firstAt: When, lastAt: When,
  /** The answer that was drafted, or that this is another way to ask for. */
  entry: Id.nullable(), way: z.enum(['draft', 'similar']).nullable(), decidedBy: z.string().nullable(), note: z.string().nullable(),
})
/** `replies`: what a worker said after it in the same talk. */
const Asked = z.object({ talk: Id, no: Count, text: z.string(), why: choice(topicWhy), at: When, replies: z.array(z.object({ by: z.string(), text: z.string() })) })
export const TopicView = TopicRow.extend({ questions: z.array(Asked), near: z.array(z.object({ entry: Id, question: z.string(), answerShort: z.string(), confidence: z.number() })), mayEdit: z.boolean() })

const Item = z.object({ entry: Id, no: Count })
const Found = z.object({ entry: Id.nullable(), question: z.string().nullable(), band: choice(answerBand) })
export const RehearsalView = z.object({
  /** `question`: of the first, where several are tried out together. */
  id: Id, items: z.array(Item), question: z.string(), status: choice(rehearsalStatus), total: Count, done: Count,
  /** Questions that would get another answer or band; and those that would lose the answer they are known to want. */
  changed: Count, lost: Count,
  changes: z.array(z.object({ text: z.string(), wanted: z.string().nullable(), before: Found, after: Found, isLost: z.boolean() })),
  by: z.string(), at: When, isCurrent: z.boolean(), mayPublish: z.boolean(),
})

export const learning = {
  topics: reads({ title: '没答好的问题', may: 'knowledge.view', input: page({ status: choice(topicStatus).default('open'), text: z.string().trim().max(40).optional() }), output: pageOf(TopicRow) }),
  topic: reads({ title: '问题主题', may: 'knowledge.view', input: z.object({ id: Id }), output: TopicView }),
  /** At night by itself; now when somebody asks. */
  gather: writes({ title: '归集没答好的问题', may: 'knowledge.edit', perMinute: 6, input: Nothing, output: Nothing }),
  /** `questions`: of the topic, by talk and number, as other ways to ask. */
  draft: writes({
    title: '为问题起草答案', may: 'knowledge.edit',
    input: z.object({ id: Id, question: Text(120), answerShort: Text(300), questions: z.array(z.object({ talk: Id, no: Count })).max(60).default([]) }), output: z.object({ entry: Id, no: Count }),
  }),
  propose: writes({ title: '并为已有知识的相似问法', may: 'knowledge.edit', input: z.object({ id: Id, entry: Id, questions: z.array(z.object({ talk: Id, no: Count })).min(1, '请选择问法').max(60) }), output: z.object({ proposed: Count }) }),
  dismiss: writes({ title: '不用回答或重新处理', may: 'knowledge.edit', input: z.object({ id: Id, isDismissed: z.boolean(), note: z.string().trim().max(200).default('') }), output: Nothing }),
  /** Answers that wait for their review, with the last run of each. */
  pending: reads({ title: '待审核的答案', may: 'knowledge.view', input: page({}), output: pageOf(z.object({ entry: Id, no: Count, question: z.string(), answerShort: z.string(), areaName: z.string(), author: z.string(), at: When, rehearsal: RehearsalView.omit({ changes: true }).nullable() })) }),
  /** Those that are to be published together, of one place. */
  rehearse: writes({ title: '试跑全部已知问题', may: 'knowledge.view', perMinute: 20, input: z.object({ items: z.array(Item).min(1, '请选择').max(100, '一次最多 100 条') }), output: z.object({ id: Id }) }),
  rehearsal: reads({ title: '试跑结果', may: 'knowledge.view', input: z.object({ id: Id }), output: RehearsalView }),
  /** After the run, by somebody who may review and has not written it. */
  publish: writes({ title: '看过试跑后发布答案', may: 'knowledge.review', input: z.object({ rehearsal: Id }), output: z.object({ version: Count }) }),
}
