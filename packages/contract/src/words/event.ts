/** Where an event stands (domain: status machine of the closed loop). */
export const eventStatus = {
  draft: '草稿',
  reported: '待受理',
  needInfo: '待补充',
  accepted: '待立案',
  filed: '待派遣',
  dispatched: '待签收',
  handling: '处置中',
  feedback: '待核查',
  checked: '待回访',
  revisited: '待结案',
  closed: '已结案',
  cancelled: '已作废',
} as const
export type EventStatus = keyof typeof eventStatus

/** What can be done with an event: the words on the buttons. */
export const eventStep = {
  report: '上报',
  askInfo: '请补充',
  answer: '补充说明',
  accept: '受理',
  file: '立案',
  dispatch: '派遣',
  sign: '签收',
  handle: '登记处置',
  feedback: '反馈结果',
  check: '核查通过',
  revisit: '登记回访',
  rate: '评价',
  close: '结案',
  reopen: '要求重办',
  cancel: '作废',
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

/** How an event was closed. */
export const closeKind = { normal: '正常结案', overdue: '超时结案' } as const
export type CloseKind = keyof typeof closeKind

/** Where a deadline stands: up to 80 %, up to 100 %, past it. */
export const light = { green: '时限内', yellow: '即将超时', red: '已超时' } as const
export type Light = keyof typeof light

/** What a photo shows. */
export const photoPart = { before: '处置前', after: '处置后', check: '核查', answer: '补充' } as const
export type PhotoPart = keyof typeof photoPart

export const satisfaction = { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' } as const

/** Units in which a limit is written; how each runs stands there. */
export { limitUnitLabels as limitUnit, type LimitUnit } from '@linli/standards/working-time'
