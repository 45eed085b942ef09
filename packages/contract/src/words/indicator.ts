/** What indicators are about. */
export const indicatorTheme = { people: '人口', housing: '房屋', organisation: '单位', event: '事件', reception: '接待', quality: '数据质量', own: '本单位自定' } as const
export type IndicatorTheme = keyof typeof indicatorTheme

/** How a value is told: a count, a share (0–1 shown in percent), or so many to 1,000 or 10,000. */
export const indicatorScale = { count: '个数', share: '百分比', ratio: '平均数', perThousand: '每千', perTenThousand: '每万' } as const
export type IndicatorScale = keyof typeof indicatorScale

/** Over which days what happened is added up; what stands is told as it stands at their end. */
export const indicatorPeriod = { day: '当天', week: '近 7 天', days30: '近 30 天', days90: '近 90 天', month: '本月', year: '近 365 天' } as const
export type IndicatorPeriod = keyof typeof indicatorPeriod

/** Five colours (domain §1.8), the worst first. */
export const indicatorBand = { red: '红', orange: '橙', yellow: '黄', blue: '蓝', green: '绿' } as const
export type IndicatorBand = keyof typeof indicatorBand

/** Places an indicator is told for, from wide to narrow. */
export const indicatorLevel = { county: '区县', subdistrict: '街道', community: '社区', grid: '网格', building: '楼幢' } as const
export type IndicatorLevel = keyof typeof indicatorLevel
