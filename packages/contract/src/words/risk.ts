/** What is measured: places, and, of people, only who is cared for and the households they are in. */
export const riskKind = { building: '楼幢', housing: '房屋', grid: '网格', enterprise: '重点场所', thing: '部件设施', person: '关爱对象', household: '有关爱对象的户' } as const
export type RiskKind = keyof typeof riskKind

/** Of people: seen by few, and every look is written down. */
export const careKinds = ['person', 'household'] as const satisfies readonly RiskKind[]
export const placeKinds = ['building', 'housing', 'grid', 'enterprise', 'thing'] as const satisfies readonly RiskKind[]
export const isCare = (kind: RiskKind): boolean => careKinds.some((one) => one === kind)

/** The worst first. */
export const riskColour = { red: '红', orange: '橙', yellow: '黄', blue: '蓝', green: '绿' } as const
export type RiskColour = keyof typeof riskColour
export const warnedColours = ['red', 'orange', 'yellow', 'blue'] as const satisfies readonly RiskColour[]
export type WarnedColour = typeof warnedColours[number]

/** How a value becomes a share of the weight. */
export const riskScale = { linear: '按比例计分', step: '达到就计满分' } as const
export type RiskScale = keyof typeof riskScale

export const warningState = { open: '待处置', disposed: '已处置', mistaken: '误报' } as const
export type WarningState = keyof typeof warningState

export const mistakenReason = { data: '登记的数据不对', handled: '早已处理好', normal: '情况正常，规则定得太严', other: '其他' } as const
export type MistakenReason = keyof typeof mistakenReason

/** Who is to see to a warning first; when nobody has in time, the next of them. */
export const warningRole = { gridWorker: '网格员', socialWorker: '社区工作者', secretary: '社区书记', shiftLeader: '值班长' } as const
export type WarningRole = keyof typeof warningRole
