/** What two records of the same or a like name share that makes them look like one person; the strongest first. */
export const twinReason = { phone: '电话相同', birth: '出生日期相同', address: '住处相同' } as const
export type TwinReason = keyof typeof twinReason

/** A pair: to be looked at, said to be two people, made one record, or alike no longer. */
export const twinStatus = { open: '待核对', different: '不是同一人', merged: '已合并', gone: '不再相像' } as const
export type TwinStatus = keyof typeof twinStatus
