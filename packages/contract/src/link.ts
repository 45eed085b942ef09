import * as z from 'zod'
import { Id, Nothing, Point, Text, When, choice, reads, writes } from './kit.ts'
import { linkDelivery, linkKind, linkState } from './words/index.ts'

/** The secret of a link. Whatever else is written there is unknown. */
const Token = z.string().max(100)
const Photos = z.array(Id).max(9, '最多 9 张照片').default([])

/** What whoever holds an open link reads: of the event what the answer needs, and never who reported it. */
const LinkPage = z.object({
  kind: choice(linkKind), request: z.string(), dueAt: When, until: When,
  number: z.string(), matter: z.string(), areaName: z.string(), reportedAt: When,
  /** Of those an outside unit is asked: its name, where it is, what units are told, and photos. */
  forward: z.object({ name: z.string(), place: z.string(), point: Point.nullable(), description: z.string(), photos: z.array(Id) }).nullable(),
})

/** A link as those see it who sent it. Number and name of the reporter are not in it. */
export const LinkView = z.object({
  id: Id, kind: choice(linkKind), state: choice(linkState), name: z.string(), phone: z.string().nullable(), request: z.string(),
  by: z.string(), at: When, dueAt: When, until: When, isOverdue: z.boolean(),
  delivery: choice(linkDelivery), sentAt: When.nullable(), reminds: z.number().int(),
  result: z.object({ text: z.string(), by: z.string().nullable(), at: When, photos: z.array(Id), isLate: z.boolean() }).nullable(),
  withdrawn: z.object({ by: z.string(), at: When, reason: z.string() }).nullable(),
  /** May the viewer send it again, show it or take it back? */
  isMine: z.boolean(),
})

/** The address that opens it, shown once: what is stored cannot be turned back into it. */
const Address = z.object({ link: LinkView, address: z.string() })

const Forward = z.object({
  event: Id, name: Text(40), phone: z.string().trim().max(20).default(''), request: Text(500), dueAt: When,
  /** Send it as a text message; else it is copied or shown. */
  isSent: z.boolean().default(true),
})

export const link = {
  open: reads({ title: '打开一次性链接', may: 'anyone', perMinute: 30, input: z.object({ token: Token }), output: z.object({ state: choice(linkState), page: LinkPage.nullable() }) }),
  settle: writes({ title: '回复一次性链接', may: 'anyone', perMinute: 10, input: z.object({ token: Token, text: Text(1000), name: z.string().trim().max(30, '最多 30 个字').default(''), photos: Photos }), output: Nothing }),
  list: reads({ title: '事件的一次性链接', may: 'event.view', input: z.object({ event: Id }), output: z.object({ rows: z.array(LinkView), mayForward: z.boolean() }) }),
  forward: writes({ title: '转外部单位', may: 'event.view', tellsSecret: true, perMinute: 30, input: Forward, output: Address }),
  address: writes({ title: '复制一次性链接', may: 'event.view', tellsSecret: true, perMinute: 30, input: z.object({ id: Id }), output: Address }),
  remind: writes({ title: '再发一次性链接', may: 'event.view', perMinute: 30, input: z.object({ id: Id }), output: LinkView }),
  extend: writes({ title: '延长外部单位期限', may: 'event.view', input: z.object({ id: Id, dueAt: When }), output: LinkView }),
  withdraw: writes({ title: '撤回一次性链接', may: 'event.view', input: z.object({ id: Id, reason: Text(300) }), output: LinkView }),
}
