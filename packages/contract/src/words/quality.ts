/** What may be wrong with a record of the base; the last is of housing units, all others of people. */
export const flawKind = { noHousing: '没有关联房屋', noNumber: '没有证件号码', wrongNumber: '证件号码无效', wrongPhone: '电话号码无效', stale: '一年未核对', gone: '疑似已搬离', claimed: '两个社区登记', noHousehold: '房屋没有住户' } as const
export type FlawKind = keyof typeof flawKind

/** Many mended at once. */
export const mendWay = { confirm: '核对无误', moveOut: '登记迁出', vacant: '登记空置' } as const
export type MendWay = keyof typeof mendWay
