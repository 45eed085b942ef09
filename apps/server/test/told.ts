import type { EventStep } from '@linli/contract'

/** What there is to name in a step: units it may be sent to, events it may be merged into, areas it may lie in. */
export interface Named { units: readonly { id: string }[], events: readonly string[], areas: readonly string[] }

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!

/** What somebody says with a step of an event, one thing or another by `words`: whatever the step needs, and in most cases right. */
export function told(step: EventStep, words: number, { units, events, areas }: Named): Record<string, unknown> {
  const reason = { reason: '情况如此' }
  const needed: Partial<Record<EventStep, object>> = {
    askInfo: { question: '在哪里？' }, answer: { text: '三号楼' }, dispatch: { unit: pick(units, words).id }, handle: { note: '到场查看' }, feedback: { publicReply: '已处理' }, rate: { score: 1 + words % 5, isSolved: words % 2 === 0 },
    revisit: { isReached: true, isSolved: words % 3 !== 0, score: words % 2 === 0 ? null : 5 }, reopen: { reason: '又出现了' }, cancel: { reason: '不属实' }, accept: words % 3 === 0 ? { matter: '06012' } : {},
    relocate: { area: pick(areas, words) }, reportHandled: { publicReply: '已当场处理' }, failSelf: reason, refute: reason, merge: { into: pick(events, words) }, unmerge: reason, split: { parts: [{ description: '一件', matter: '06010' }, { description: '又一件', matter: '06012', unit: pick(units, words).id }] },
    recall: reason, return: { reason: 'duty', note: '不归我们' }, assist: { unit: pick(units, words).id, days: 1 }, assistDone: { result: '协助完毕' }, askExtension: { amount: 1 + words % 3, ...reason }, askSuspension: { why: 'plan', until: '2099-12-31', ...reason },
    askCancel: reason, refuse: reason, transfer: { to: '区里', ...reason }, takeBack: { publicReply: '上级已答复' }, rework: reason, rehandle: reason, supervise: { text: '请答复', days: 1 }, replySupervision: { reply: '在办' },
    endSupervision: { isSatisfied: true }, instruct: { text: '抓紧' }, mark: { isUrgent: words % 2 === 0 },
  }
  return { step, ...needed[step] }
}
