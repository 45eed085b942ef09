import * as z from 'zod'
import { AreaPath, Id, Nothing, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { complaintOf, plainBraces, replyField, type ReplyStep } from './words/index.ts'

const labels = Object.fromEntries(Object.keys(replyField).map((step) => [step, step])) as Record<ReplyStep, string>
const Step = choice(labels)

/** Words with variables in braces; unknown ones are refused here, so that none is ever kept. */
const ReplyText = Text(500).superRefine((text, ctx) => {
  const message = complaintOf(plainBraces(text))
  if (message) ctx.addIssue({ code: 'custom', message })
})

/** No matter: for all. A group of matters: for everything in it. No step: wherever words are asked for. */
const written = {
  name: Text(30),
  text: ReplyText,
  matters: z.array(z.string().max(10)).max(50, '最多 50 个事项').default([]),
  steps: z.array(Step).max(50).default([]),
}

const Kept = z.object({ id: Id, name: z.string(), text: z.string(), steps: z.array(Step), area: AreaPath, areaName: z.string(), used: z.number().int() })

export const ReplyView = Kept.extend({
  matters: z.array(z.object({ code: z.string(), name: z.string() })),
  changedAt: When, changedBy: z.string(), isRetired: z.boolean(),
  /** The sub-district's are read by its communities and kept by itself. */
  mayChange: z.boolean(),
})

/** As it is taken up: with codes, so that a phone can choose without asking. */
export const OfferView = Kept.extend({ matters: z.array(z.string()), isFavourite: z.boolean() })

export const reply = {
  list: reads({
    title: '常用回复', may: 'reply.manage',
    input: page({ text: z.string().trim().max(40).optional(), matter: z.string().max(10).optional(), step: Step.optional(), area: AreaPath.optional(), isRetired: z.boolean().default(false) }), output: pageOf(ReplyView),
  }),
  /** `area`: the sub-district's or one of its communities, where it is to be offered; the keeper's own unless told. */
  write: writes({ title: '新增常用回复', may: 'reply.manage', input: z.object({ ...written, area: AreaPath.optional() }), output: ReplyView }),
  /** `from` is when what one has seen was changed: whoever has seen another one is refused. */
  change: writes({ title: '修改常用回复', may: 'reply.manage', input: z.object({ id: Id, from: When, ...written }), output: ReplyView }),
  /** A retired one is offered to nobody and may be brought back. */
  retire: writes({ title: '停用或恢复常用回复', may: 'reply.manage', input: z.object({ id: Id, isRetired: z.boolean() }), output: ReplyView }),
  /** What fits, the favourites first, then the most used. Without a matter those of all matters, for a phone to keep. */
  offer: reads({
    title: '可选用的常用回复', may: 'event.view',
    input: z.object({ steps: z.array(Step).max(50).default([]), matter: z.string().max(10).optional(), area: AreaPath.optional(), text: z.string().trim().max(40).optional(), limit: z.number().int().min(1).max(200).default(30) }),
    output: z.object({ rows: z.array(OfferView), isMore: z.boolean() }),
  }),
  use: writes({ title: '选用常用回复', may: 'event.view', input: z.object({ id: Id }), output: Nothing }),
  favour: writes({ title: '收藏常用回复', may: 'event.view', input: z.object({ id: Id, isFavourite: z.boolean() }), output: Nothing }),
}
