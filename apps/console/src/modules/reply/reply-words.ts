import type { Output } from '@linli/contract'
import { eventStep, filledReply, replyField, replyVariable, type ReplyFacts, type ReplyStep } from '@linli/contract/words/index'

export type Reply = Output<'reply', 'list'>['rows'][number]
export type Offer = Output<'reply', 'offer'>['rows'][number]

export const replySteps = Object.keys(replyField) as ReplyStep[]
export const stepOptions = replySteps.map((value) => ({ value, label: eventStep[value] }))

/** What is asked of the first match of some names, and how many more there are. */
export function fewWords(names: readonly string[], all: string, most = 3): string {
  if (names.length === 0) return all
  return names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')} 等 ${names.length} 个`
}

/** Where nobody may look at an event, an invented one shows how it will read. */
export const sampleFacts: ReplyFacts = {
  number: '260302091500123456', matter: '暴露垃圾', place: '示例小区 3 幢北侧', community: '示例社区', unit: '环卫所', limit: '4 工作时', due: '3月2日 17:30', reportedAt: '3月2日 09:15', today: '3月2日',
}

/** Words put into a field: in place of nothing, or on a line of their own below what stands there. */
export const joined = (before: string | undefined, text: string): string => before?.trim() ? `${before.trimEnd()}\n${text}` : text

/** Where the writing goes on: what is to fill in is chosen whole, so that the next letter takes its place; else the end. */
export function toFill(text: string, from = 0): [number, number] {
  const found = /【请填写[^】]*】/.exec(text.slice(from))
  return found ? [from + found.index, from + found.index + found[0].length] : [text.length, text.length]
}

export const variableLabels = Object.values(replyVariable)
export { filledReply }
