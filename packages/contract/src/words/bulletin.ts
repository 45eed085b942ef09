/** How often a report (报表) comes round. */
export const bulletinRhythm = { day: '日报', week: '周报', month: '月报', once: '不定期' } as const
export type BulletinRhythm = keyof typeof bulletinRhythm

/** What a report is put together from. */
export const bulletinPart = { figures: '关键指标', table: '分辖区指标', pivot: '分辖区分类', trend: '走势' } as const
export type BulletinPart = keyof typeof bulletinPart

/** Where an issue of a report stands. */
export const bulletinStatus = { draft: '待送审', review: '待审核', approved: '待签发', signed: '已签发', returned: '已退回', dropped: '已作废' } as const
export type BulletinStatus = keyof typeof bulletinStatus

export const bulletinStep = { submit: '送审', agree: '审核通过', sign: '签发', return: '退回', drop: '作废' } as const
export type BulletinStep = keyof typeof bulletinStep
