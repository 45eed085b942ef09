import * as z from 'zod'
import { Id, Nothing, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { noticeKind } from './words/index.ts'

export const NoticeKind = choice(noticeKind)

/** A message to those who hold a step of an event, are called by a whistle, are responsible for a governance item, see to an entry of the knowledge base, answer residents, work in a grid that is drawn otherwise, look after a risk, or review, sign and read reports; `words` says what is to be done, and never who reported. */
export const NoticeView = z.object({ id: Id, kind: NoticeKind, title: z.string(),
  /** What it is about: one of these. */
  event: z.object({ id: Id, number: z.string() }).nullable(), whistle: Id.nullable(), governance: Id.nullable(), knowledge: Id.nullable(), talk: Id.nullable(), zoning: Id.nullable(),
  risk: Id.nullable(), bulletin: Id.nullable(),
  areaName: z.string(), words: z.string(), at: When, isRead: z.boolean() })

export const notice = {
  list: reads({ title: '我的提醒', may: 'event.view', input: page({ kinds: z.array(NoticeKind).max(Object.keys(noticeKind).length).optional(), isUnread: z.boolean().optional() }), output: pageOf(NoticeView) }),
  /** Of the last thirty days, 99 at most. */
  count: reads({ title: '未读提醒数', may: 'event.view', input: Nothing, output: z.object({ unread: z.number().int(), isMore: z.boolean() }) }),
  read: writes({ title: '提醒标为已读', may: 'event.view', input: z.object({ id: Id }), output: Nothing }),
  readAll: writes({ title: '全部提醒标为已读', may: 'event.view', input: Nothing, output: Nothing }),
}
