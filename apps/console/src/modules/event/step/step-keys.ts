import type { EventStep } from '@linli/contract/words/index'

/**
 * The letter of each step, the same wherever it is offered. Steps that are never offered together share one; j, k, n, / and ? belong to the page. What follows by itself, and what
 * only residents do, has none.
 */
export const stepKeys: Partial<Record<EventStep, string>> = {
  report: 'r', reportHandled: 'h', passSelf: 'y', failSelf: 'z', askInfo: 'i', answer: 'w', sendVerify: 'v', confirm: 'p', refute: 'h', accept: 'a', relocate: 'l', merge: 'm', unmerge: 'm', file: 'f', dispatch: 'd', recall: 'z', split: 's',
  return: 'l', sign: 'q', handle: 'h', assist: 'a', assistDone: 'd', askExtension: 'x', approveExtension: 'y', askSuspension: 'p', approveSuspension: 'y', resume: 'p', askCancel: 'c', approveCancel: 'y', refuse: 'z',
  transfer: 't', takeBack: 'w', feedback: 'w', check: 'c', rework: 'l', revisit: 'v', rehandle: 'l', close: 'c', cancel: 'c', urge: 'u', supervise: 'g', replySupervision: 'r', endSupervision: 'e', instruct: 'o', mark: 'b',
}
