/** On which days a shift of the human desk is held, by the office's calendar. */
export const dutyOn = { work: '工作日', rest: '休息日', all: '每天' } as const
export type DutyOn = keyof typeof dutyOn
