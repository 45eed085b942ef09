import type { EventStep } from './event.ts'

/** The steps for which words are kept, each with the field of its form that takes them. */
export const replyField = {
  accept: 'note', askInfo: 'question', answer: 'text', sendVerify: 'note', confirm: 'note', refute: 'reason', file: 'note', dispatch: 'note', recall: 'reason', return: 'note', sign: 'note', handle: 'note',
  assist: 'note', assistDone: 'result', askExtension: 'reason', approveExtension: 'note', askSuspension: 'reason', approveSuspension: 'note', resume: 'note', transfer: 'reason', takeBack: 'publicReply',
  reportHandled: 'publicReply', passSelf: 'note', failSelf: 'reason', feedback: 'publicReply', check: 'note', rework: 'reason', revisit: 'note', rehandle: 'reason', close: 'note',
  askCancel: 'reason', approveCancel: 'note', cancel: 'reason', refuse: 'reason', merge: 'note', split: 'note', unmerge: 'reason',
  urge: 'note', supervise: 'text', replySupervision: 'reply', endSupervision: 'note', instruct: 'text',
} as const satisfies Partial<Record<EventStep, string>>
export type ReplyStep = keyof typeof replyField
export const isReplyStep = (step: string): step is ReplyStep => Object.keys(replyField).includes(step)

/** What the reporter reads, and what colleagues do. */
export const publicSteps: readonly ReplyStep[] = ['askInfo', 'reportHandled', 'takeBack', 'feedback', 'cancel']

/** What a reply may speak of, as it is written between braces. Who reported is none of it, nor how to reach them: a reply may be read by others who joined. */
export const replyVariable = {
  number: '编号', matter: '事项', place: '地点', community: '社区', unit: '承办单位', limit: '办结时限', due: '到期时间', reportedAt: '上报时间', today: '今天',
} as const
export type ReplyVariable = keyof typeof replyVariable
export type ReplyFacts = Record<ReplyVariable, string | null>

const labels = Object.entries(replyVariable) as [ReplyVariable, string][]
const inBraces = /\{([^{}]*)\}/g

/** People write with a Chinese keyboard: its braces are meant as these. */
export const plainBraces = (text: string): string => text.replace(/｛/g, '{').replace(/｝/g, '}')

/** What is wrong with the braces of a reply, in words; nothing where all is well. */
export function complaintOf(text: string): string | undefined {
  const unknown = [...text.matchAll(inBraces)].map(([whole, name]) => ({ whole, name: (name ?? '').trim() })).find(({ name }) => labels.every(([, label]) => label !== name))
  if (unknown) return `没有“${unknown.whole}”这个变量，可用的有：${labels.map(([, label]) => `{${label}}`).join('')}`
  return /[{}]/.test(text.replace(inBraces, '')) ? '花括号没有成对，变量要写成 {编号} 这样' : undefined
}

/** The reply with its variables filled in. What has no value is left to fill for everybody to see, and never in braces. */
export function filledReply(text: string, facts: ReplyFacts): string {
  return text.replace(inBraces, (_, name: string) => {
    const found = labels.find(([, label]) => label === name.trim())
    // Braces in a place that somebody typed are no variable.
    const value = found && facts[found[0]]?.replace(/[{}]/g, '').trim()
    return value || `【请填写${name.trim()}】`
  })
}

const known = new RegExp(`【请填写[^】]*】|\\{\\s*(?:${labels.map(([, label]) => label).join('|')})\\s*\\}`)

/** What is still to fill in, or nothing: such words are not sent to anybody. */
export const unfilledIn = (text: string): string | undefined => known.exec(text)?.[0]

/** The event, as far as a reply may speak of it. */
export interface ReplySubject {
  number: string, matter: { name: string }, area: string, areaName: string, place: string, unit: { name: string } | null
  handleLimit: string, dueAt: string | null, reportedAt: string
}

/** 3月2日 17:30, in Asia/Shanghai. */
function momentOf(at: Date): string {
  const there = new Date(at.getTime() + 8 * 3600 * 1000)
  return `${there.getUTCMonth() + 1}月${there.getUTCDate()}日 ${there.toISOString().slice(11, 16)}`
}

/** Province, city, county, sub-district: what has more parts lies in a community, which its name begins with. */
const partsAboveCommunity = 4

export function replyFacts(event: ReplySubject, now: Date): ReplyFacts {
  const isInCommunity = event.area.split('/').filter(Boolean).length > partsAboveCommunity
  return {
    number: event.number, matter: event.matter.name, place: event.place || event.areaName, community: isInCommunity ? event.areaName.split(' ')[0] ?? null : null,
    unit: event.unit?.name ?? null, limit: event.handleLimit, due: event.dueAt === null ? null : momentOf(new Date(event.dueAt)), reportedAt: momentOf(new Date(event.reportedAt)),
    today: momentOf(now).split(' ')[0]!,
  }
}
