/** What the figures of a period are about. */
export const indicatorGroup = { count: '数量', result: '办结与评价', post: '岗位', unit: '办理单位', area: '区域', time: '用时' } as const
export type IndicatorGroup = keyof typeof indicatorGroup

/** What a figure is counted in. */
export const indicatorUnit = { event: '件', share: '%', minute: '分钟', density: '件' } as const
export type IndicatorUnit = keyof typeof indicatorUnit
