/** Where an event stands (domain: status machine of the closed loop). */
export const eventStatus = {
  draft: '草稿',
  reported: '待受理',
  needInfo: '待补充',
  verifying: '核实中',
  selfHandled: '自处置待审',
  accepted: '待立案',
  filed: '待派遣',
  dispatched: '待签收',
  handling: '处置中',
  needDetail: '处置待补充',
  suspended: '挂账',
  split: '分办中',
  transferred: '已移交上级',
  feedback: '待核查',
  checked: '待回访',
  revisited: '待结案',
  closed: '已结案',
  cancelled: '已作废',
  merged: '已并案',
} as const
export type EventStatus = keyof typeof eventStatus

/** What can be done with an event: the words on the buttons. Some follow by themselves: joining on reporting, and what becomes of a whole and its parts. */
export const eventStep = {
  report: '上报',
  reportHandled: '上报自处置',
  passSelf: '审核通过',
  failSelf: '转入办理',
  askInfo: '请补充',
  answer: '补充说明',
  sendVerify: '发核实',
  confirm: '核实属实',
  refute: '核实不属实',
  accept: '受理',
  relocate: '更正地点',
  merge: '并案',
  join: '并入已有事件',
  unmerge: '撤销并案',
  closeAlong: '随主件结案',
  file: '立案',
  dispatch: '派遣',
  recall: '撤回派遣',
  split: '拆分',
  beginPart: '分件立案',
  joinParts: '分件办结',
  unsplit: '撤销拆分',
  return: '退回',
  sign: '签收',
  handle: '登记处置',
  assist: '加派协办',
  assistDone: '协办完成',
  askExtension: '申请延期',
  approveExtension: '同意延期',
  askSuspension: '申请挂账',
  approveSuspension: '同意挂账',
  resume: '恢复办理',
  askCancel: '申请作废',
  approveCancel: '同意作废',
  refuse: '不同意',
  transfer: '移交上级',
  takeBack: '登记上级结果',
  feedback: '反馈结果',
  check: '核查通过',
  rework: '返工',
  revisit: '登记回访',
  rate: '评价',
  rehandle: '重办',
  close: '结案',
  reopen: '要求重办',
  cancel: '作废',
  urge: '催办',
  supervise: '督办',
  replySupervision: '答复督办',
  endSupervision: '办结督办',
  instruct: '批示',
  mark: '标记',
} as const
export type EventStep = keyof typeof eventStep

export const eventSource = {
  resident: '居民上报',
  grid: '网格巡查',
  steward: '楼道长上报',
  hotline: '12345 转办',
  upstream: '上级交办',
  other: '其他来源',
} as const
export type EventSource = keyof typeof eventSource

/** GB: 事件级别 (01 particularly serious … 04 ordinary). */
export const eventSeverity = { ordinary: '一般', larger: '较大', major: '重大', extreme: '特别重大' } as const
export type EventSeverity = keyof typeof eventSeverity

/** How an event was closed: 正常, 超时, 差错, 特殊 are the kinds of the trade; the last two are said by what happened. */
export const closeKind = { normal: '正常结案', overdue: '超时结案', selfHandled: '自处置结案', merged: '随主件结案', parts: '随分件结案' } as const
export type CloseKind = keyof typeof closeKind

/** Where a deadline stands: up to 80 %, up to 100 %, past it, past it by twice the limit more (超时 3 倍). */
export const light = { green: '时限内', yellow: '即将超时', red: '已超时', severe: '严重超时' } as const
export type Light = keyof typeof light

/** What may be said of an event besides where it stands. The first five people set; the others follow from what happened. */
export const eventFlag = {
  urgent: '加急',
  pinned: '置顶',
  legacy: '历史遗留',
  supervised: '督办',
  instructed: '批示',
  whistled: '吹哨',
  duplicate: '重复件',
  assisted: '协办',
  anonymous: '匿名',
  confidential: '保密',
  dissatisfied: '不满意',
  overdue: '超时',
  severe: '严重超时',
  selfHandled: '自处置',
} as const
export type EventFlag = keyof typeof eventFlag

/** What 12345 wants to know with an answer (domain §3.3). */
export const hotlineWords = {
  isTrue: '诉求属实', isBeyondDuty: '超职责诉求', beyondKind: '申请类型', isContacted: '联系群众', contactedAt: '联系时间', isSolved: '是否解决', unsolvedReason: '未解决原因',
} as const

/** Why a unit sends an event back. */
export const returnReason = { duty: '职责不符', place: '地址不清', duplicate: '重复', contact: '无法联系', scope: '权限以外' } as const
export type ReturnReason = keyof typeof returnReason

/** Why something cannot be solved now. */
export const suspendReason = { money: '资金未落实', plan: '待规划', lawsuit: '涉诉', season: '受季节影响', other: '其他' } as const
export type SuspendReason = keyof typeof suspendReason

/** What is asked for and decided by somebody else. */
export const requestKind = { extension: '延期', suspension: '挂账', cancel: '作废' } as const
export type RequestKind = keyof typeof requestKind

/** Whether who reported may be known: to those who handle, to those who speak with them only, or to nobody. */
export const reporterPrivacy = { open: '公开', confidential: '保密', anonymous: '匿名' } as const
export type ReporterPrivacy = keyof typeof reporterPrivacy

/** What a photo shows. */
export const photoPart = { before: '处置前', after: '处置后', check: '核查', answer: '补充' } as const
export type PhotoPart = keyof typeof photoPart

export const satisfaction = { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' } as const

/** Units in which a limit is written; how each runs stands there. */
export { limitUnitLabels as limitUnit, type LimitUnit } from '@linli/standards/working-time'
