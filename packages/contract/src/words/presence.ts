/** Who is out in the field, by the side they come from. */
export const presenceKind = { grid: '网格员', community: '社区工作者', unit: '部门人员', steward: '一长二员' } as const
export type PresenceKind = keyof typeof presenceKind

/** Until when a position is shared. */
export const presenceEnd = { duty: '到今天下班', day: '到今天 24:00' } as const
export type PresenceEnd = keyof typeof presenceEnd

/** From so old on a position is shown pale, and from so old on not at all; in minutes. */
export const presenceAge = { pale: 15, gone: 60 } as const
