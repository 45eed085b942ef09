import type { GovernanceStep } from '@linli/contract'

/** Words of the journal names of this module. */
export const words = {
  'governance.founded': '治理立项', 'governance.planned': '定治理方案', 'governance.replanned': '调整治理方案', 'governance.begun': '开始治理', 'governance.progressed': '治理进展', 'governance.finished': '治理完成',
  'governance.watched': '验收并观察', 'governance.closed': '治理闭环', 'governance.redone': '重新治理', 'governance.reopened': '重启治理', 'governance.events-added': '加入事件', 'governance.event-removed': '移出事件',
  'governance.cancelled': '取消治理', 'governance.event-joined': '新事件自动归入', 'governance.event-left': '事件不再归入', 'governance.recurred': '治理后又发生',
} as const

/** The journal name of each step. */
export const happened = {
  found: 'governance.founded', plan: 'governance.planned', replan: 'governance.replanned', begin: 'governance.begun', progress: 'governance.progressed', finish: 'governance.finished', watch: 'governance.watched',
  close: 'governance.closed', redo: 'governance.redone', reopen: 'governance.reopened', addEvents: 'governance.events-added', removeEvent: 'governance.event-removed', cancel: 'governance.cancelled',
} as const satisfies Record<GovernanceStep, keyof typeof words>
