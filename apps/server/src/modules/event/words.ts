import type { EventStep } from '@linli/contract'

/** Words of the journal names of this module, for timeline and audit. */
export const words = {
  'event.drafted': '保存草稿', 'event.changed': '修改草稿', 'event.reported': '上报', 'event.self-handled': '上报自处置', 'event.self-passed': '自处置审核通过', 'event.self-failed': '自处置转入办理',
  'event.info-asked': '请上报人补充', 'event.answered': '补充说明', 'event.verify-sent': '发核实', 'event.confirmed': '核实属实', 'event.refuted': '核实不属实', 'event.accepted': '受理',
  'event.relocated': '更正地点', 'event.merged': '并案', 'event.joined': '并入已有事件', 'event.unmerged': '撤销并案', 'event.closed-along': '随主件结案', 'event.filed': '立案', 'event.dispatched': '派遣', 'event.recalled': '撤回派遣', 'event.split': '拆分', 'event.part-begun': '分件立案', 'event.parts-joined': '分件办结', 'event.unsplit': '撤销拆分', 'event.returned': '退回', 'event.signed': '签收', 'event.handled': '登记处置',
  'event.assist-asked': '加派协办', 'event.assisted': '协办完成', 'event.extension-asked': '申请延期', 'event.extended': '同意延期', 'event.suspension-asked': '申请挂账', 'event.suspended': '同意挂账',
  'event.resumed': '恢复办理', 'event.cancel-asked': '申请作废', 'event.cancel-approved': '同意作废', 'event.refused': '不同意申请', 'event.transferred': '移交上级', 'event.taken-back': '登记上级结果',
  'event.fed-back': '反馈结果', 'event.checked': '核查通过', 'event.reworked': '返工', 'event.revisited': '回访', 'event.rated': '评价', 'event.rehandled': '重办', 'event.closed': '结案', 'event.reopened': '要求重办',
  'event.cancelled': '作废', 'event.urged': '催办', 'event.supervised': '督办', 'event.supervision-replied': '答复督办', 'event.supervision-ended': '办结督办', 'event.instructed': '批示', 'event.marked': '标记', 'event.whistled': '吹哨', 'event.whistle-withdrawn': '撤销吹哨',
  'event.answered-late': '补充说明（已到下一环节）', 'event.forwarded': '转外部单位', 'event.forward-withdrawn': '撤回外部单位办理', 'event.forward-late': '外部单位逾期', 'event.forward-done': '外部单位办理结果',
  'event.reveal.looked': '查看上报人电话', 'event.numbers-indexed': '补建反映人电话的索引',
} as const

/** The journal name of each step. */
export const happened = {
  report: 'event.reported', reportHandled: 'event.self-handled', passSelf: 'event.self-passed', failSelf: 'event.self-failed', askInfo: 'event.info-asked', answer: 'event.answered', sendVerify: 'event.verify-sent',
  confirm: 'event.confirmed', refute: 'event.refuted', accept: 'event.accepted', relocate: 'event.relocated', merge: 'event.merged', join: 'event.joined', unmerge: 'event.unmerged', closeAlong: 'event.closed-along', file: 'event.filed', dispatch: 'event.dispatched', recall: 'event.recalled', split: 'event.split',
  beginPart: 'event.part-begun', joinParts: 'event.parts-joined', unsplit: 'event.unsplit', return: 'event.returned', sign: 'event.signed', handle: 'event.handled', assist: 'event.assist-asked', assistDone: 'event.assisted', askExtension: 'event.extension-asked', approveExtension: 'event.extended',
  askSuspension: 'event.suspension-asked', approveSuspension: 'event.suspended', resume: 'event.resumed', askCancel: 'event.cancel-asked', approveCancel: 'event.cancel-approved', refuse: 'event.refused',
  transfer: 'event.transferred', takeBack: 'event.taken-back', feedback: 'event.fed-back', check: 'event.checked', rework: 'event.reworked', revisit: 'event.revisited', rate: 'event.rated', rehandle: 'event.rehandled',
  close: 'event.closed', reopen: 'event.reopened', cancel: 'event.cancelled', urge: 'event.urged', supervise: 'event.supervised', replySupervision: 'event.supervision-replied', endSupervision: 'event.supervision-ended',
  instruct: 'event.instructed', mark: 'event.marked',
} as const satisfies Record<EventStep, keyof typeof words>
