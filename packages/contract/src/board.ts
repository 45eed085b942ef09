import * as z from 'zod'
import { AreaPath, Day, Id, Nothing, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { boardList } from './words/index.ts'

const Count = z.number().int()
const Share = z.number().nullable()
const Minutes = z.number().min(0).max(60)

/** A talk counts on the day it began, a question on its own day. */
const Counts = z.object({ talks: Count, machine: Count, suggested: Count, handed: Count, unanswered: Count, rated: Count, satisfied: Count, score: Count, questions: Count, answered: Count, offered: Count, repeated: Count, attended: Count, replies: Count })
const Estimate = z.object({ machine: Minutes, suggested: Minutes, attended: Minutes })
const period = { area: AreaPath, from: Day, until: Day }

export const BoardView = z.object({
  areaName: z.string(), counts: Counts,
  /** Of as many days before. */
  before: Counts,
  /** In percent; null where there is nothing to divide by. */
  rates: z.object({ machine: Share, handed: Share, satisfied: Share, repeated: Share, answered: Share }),
  wait: z.object({ medianMinutes: z.number().nullable(), p90Minutes: z.number().nullable(), waited: Count }),
  days: z.array(z.object({ day: Day, talks: Count, handed: Count })),
  entries: z.array(z.object({ entry: Id, question: z.string(), category: z.string(), asked: Count, answered: Count, disliked: Count, earlier: Count, isRising: z.boolean() })),
  /** What is asked about, as a whole. */
  categories: z.array(z.object({ category: z.string(), asked: Count, answered: Count, earlier: Count, isRising: z.boolean() })),
  /** An estimate, by minutes that the office sets. */
  saved: z.object({ hours: z.number(), minutes: Estimate, changedBy: z.string().nullable(), changedAt: When.nullable(), mayChange: z.boolean() }),
})

export const board = {
  figures: reads({ title: '接待看板', may: 'insight.view', input: z.object(period), output: BoardView }),
  behind: reads({ title: '接待看板：对话清单', may: 'insight.view', input: page({ ...period, which: choice(boardList) }), output: pageOf(z.object({ id: Id, title: z.string(), areaName: z.string(), begunAt: When, rating: Count.nullable(), worker: z.string().nullable(), isOpen: z.boolean() })) }),
  setEstimate: writes({ title: '调整节省工时的系数', may: 'insight.freeze', input: Estimate, output: Nothing }),
}
