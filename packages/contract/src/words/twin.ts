/** What two records share that makes them look like one person; the strongest first. */
export const twinReason = { phone: '姓名与电话相同', birth: '姓名与出生日期相同', address: '姓名与住址相同' } as const
export type TwinReason = keyof typeof twinReason

/** A pair: to be looked at, said to be two people, made one record, or alike no longer. */
export const twinStatus = { open: '待核对', different: '不是同一人', merged: '已合并', gone: '不再相像' } as const
export type TwinStatus = keyof typeof twinStatus
